using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>Checks secrets, one at a time: of fifty concurrent tries, only those that the growing delay allows are checked.</summary>
public sealed class UnlockService(JournalFile journal, WrongSecretDelay delay, TraceRecorder traces, PracticeClock clock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private (int Count, DateTime FirstUtc, DateTime LastUtc) _wrong;

    /// <summary>Opens the journal, or confirms the secret of a journal that is already open. Slow on purpose: half a second of work.</summary>
    /// <param name="secret">The passphrase or the recovery code.</param>
    /// <param name="accepted">The doubt about the file in spite of which it is opened (<see cref="HeadDoubt.Key"/>).</param>
    public Task<UnlockAnswer> UnlockAsync(string? secret, string? accepted = null) => TryAsync(secret, () => journal.Unlock(secret ?? "", accepted));

    /// <summary>Changes the passphrase. The caller has checked that the new one is neither too short nor too long.</summary>
    public Task<UnlockAnswer> ChangeAsync(string? current, string next) => TryAsync(current, () => journal.ChangePassphrase(current ?? "", next));

    public void Dispose() => _one.Dispose();

    // Before anybody gets a session: whatever happened until now is the first that is written.
    private async Task TraceAsync(UnlockOutcome.Opened opened)
    {
        try
        {
            await traces.OpenedAsync(opened);
            if (_wrong is { Count: > 0 } wrong && await traces.UnlocksFailedAsync(wrong.Count, wrong.FirstUtc, wrong.LastUtc) is SaveOutcome.Saved)
            {
                _wrong = default;
            }
        }
        catch (JournalLockedException)
        {
            // Locked again already; the wrong tries are still counted.
        }
    }

    // A secret that is too long is refused before the queue: nothing is computed from it, and nobody waits behind it.
    private async Task<UnlockAnswer> TryAsync(string? secret, Func<UnlockOutcome> attempt)
    {
        if (Passphrase.IsTooLong(secret))
        {
            return new UnlockAnswer.TooLong();
        }

        await _one.WaitAsync();
        try
        {
            if (delay.Remaining is { Ticks: > 0 } wait)
            {
                return new UnlockAnswer.Wait((int)Math.Ceiling(wait.TotalSeconds));
            }

            var outcome = await Task.Run(attempt);
            if (outcome is UnlockOutcome.WrongSecret)
            {
                delay.CountWrong();
                _wrong = (_wrong.Count + 1, _wrong.Count == 0 ? clock.NowUtc : _wrong.FirstUtc, clock.NowUtc);
            }
            else if (outcome is UnlockOutcome.Opened or UnlockOutcome.Doubtful)
            {
                delay.Reset();
            }

            if (outcome is UnlockOutcome.Opened opened)
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
