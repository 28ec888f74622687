using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Web.Security;

/// <summary>
/// Checks secrets, one at a time: of fifty concurrent tries, only those that the growing delay allows are checked. Everything that takes a secret goes through
/// here. A changed passphrase and a renewed code end all sessions but the one that changed it.
/// </summary>
public sealed partial class UnlockService(JournalFile journal, OtherSessions others, JournalLock journalLock, TraceRecorder traces, ILogger<UnlockService> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Opens the journal, or confirms the secret of a journal that is already open. Slow on purpose: half a second of work.</summary>
    /// <param name="secret">The passphrase or the recovery code.</param>
    /// <param name="accepted">The doubt about the file in spite of which it is opened (<see cref="HeadDoubt.Key"/>).</param>
    public Task<UnlockAnswer> UnlockAsync(string? secret, string? accepted = null) => TryAsync(secret, () => journal.Unlock(secret ?? "", accepted));

    /// <summary>Changes the passphrase. The caller has checked that the new one is neither too short nor too long.</summary>
    /// <param name="current">A secret of now.</param>
    /// <param name="next">The passphrase from now on.</param>
    /// <param name="session">The session that goes on.</param>
    public Task<UnlockAnswer> ChangeAsync(string? current, string next, string? session) =>
        EndingOthersAsync(session, ChangeKeysAsync(KeyChange.Passphrase, current, () => journal.ChangePassphrase(current ?? "", next)));

    /// <summary>Stretches the passphrase anew, as strongly as this program does.</summary>
    public Task<UnlockAnswer> StrengthenAsync(string? passphrase) => ChangeKeysAsync(KeyChange.Strengthened, passphrase, () => journal.StrengthenKey(passphrase ?? ""));

    /// <summary>Checks a recovery code, and remembers that it was typed back.</summary>
    public Task<UnlockAnswer> ConfirmCodeAsync(string? code) => TryAsync(code, () => journal.ConfirmRecoveryCode(code ?? ""));

    /// <summary>Puts another recovery code, which was typed back, in the place of the present one.</summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<UnlockAnswer> RenewCodeAsync(string? passphrase, RecoveryCode code, string? session) =>
        EndingOthersAsync(session, ChangeKeysAsync(KeyChange.RecoveryCode, passphrase, () => journal.RenewRecoveryCode(passphrase ?? "", code)));

    /// <summary>Lets the code of a continuity envelope open the journal.</summary>
    public Task<UnlockAnswer> AddEnvelopeAsync(string? passphrase, RecoveryCode code) => ChangeKeysAsync(KeyChange.EnvelopeMade, passphrase, () => journal.AddEnvelope(passphrase ?? "", code));

    /// <summary>Lets it open the journal no more.</summary>
    public Task<UnlockAnswer> RevokeEnvelopeAsync(string? passphrase, Guid id) => ChangeKeysAsync(KeyChange.EnvelopeRevoked, passphrase, () => journal.RevokeEnvelope(passphrase ?? "", id));

    public void Dispose() => _one.Dispose();

    // Before anybody gets a session: whatever happened until now is the first that is written.
    private async Task TraceAsync(UnlockOutcome.Opened opened)
    {
        try
        {
            await traces.OpenedAsync(opened);
            if (journal.Tries.Take() is { Count: > 0, FirstUtc: { } first, LastUtc: { } last } failed)
            {
                await traces.UnlocksFailedAsync(failed.Count, first, last);
            }
        }
        catch (JournalLockedException)
        {
            // Locked again already.
        }
    }

    private async Task<UnlockAnswer> ChangeKeysAsync(KeyChange change, string? secret, Func<UnlockOutcome> attempt)
    {
        var answer = await TryAsync(secret, attempt);
        try
        {
            if (answer is UnlockAnswer.Tried { Outcome: UnlockOutcome.Opened })
            {
                await traces.KeysChangedAsync(change);
            }
        }
        catch (JournalLockedException)
        {
            // Locked in between: the key is changed, and its trace is not written.
        }

        return answer;
    }

    private async Task<UnlockAnswer> EndingOthersAsync(string? session, Task<UnlockAnswer> attempt)
    {
        var answer = await attempt;
        if (answer is UnlockAnswer.Tried { Outcome: UnlockOutcome.Opened })
        {
            await others.EndAsync(session);
        }

        return answer;
    }

    /// <summary>Checks a secret with something else than the journal itself. A secret that is too long is refused before the queue: nothing is computed from it, and nobody waits behind it.</summary>
    public async Task<UnlockAnswer> TryAsync(string? secret, Func<UnlockOutcome> attempt)
    {
        if (Passphrase.IsTooLong(secret))
        {
            return new UnlockAnswer.TooLong();
        }

        await journalLock.FinishAsync();
        await _one.WaitAsync();
        try
        {
            if (journal.Tries.Remaining is { Ticks: > 0 } wait)
            {
                return new UnlockAnswer.Wait((int)Math.Ceiling(wait.TotalSeconds));
            }

            var before = journal.Tries.Count;
            var outcome = await Task.Run(attempt);
            if (outcome is UnlockOutcome.WrongSecret)
            {
                Wrong(journal.Tries.Count);
            }
            else if (outcome is (UnlockOutcome.Opened or UnlockOutcome.Doubtful) && before > 0)
            {
                Right(before);
            }

            if (outcome is UnlockOutcome.Opened opened && journal.State == JournalState.Open)
            {
                await TraceAsync(opened);
            }

            return new UnlockAnswer.Tried(outcome);
        }
        finally
        {
            _one.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong secret was given: {Count} since the last right one.")]
    private partial void Wrong(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The right secret was given, after {Count} wrong ones.")]
    private partial void Right(int count);
}

/// <summary>The result of a try with a secret.</summary>
public abstract record UnlockAnswer
{
    private UnlockAnswer()
    {
    }

    /// <summary>Not checked; the next try is allowed in this many seconds.</summary>
    public sealed record Wait(int Seconds) : UnlockAnswer;

    /// <summary>Not checked: it is longer than any secret.</summary>
    public sealed record TooLong : UnlockAnswer;

    /// <summary>Checked.</summary>
    public sealed record Tried(UnlockOutcome Outcome) : UnlockAnswer;
}
