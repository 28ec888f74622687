using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>Checks secrets, one at a time: of fifty concurrent tries, only those that the growing delay allows are checked.</summary>
public sealed class UnlockService(JournalFile journal, WrongSecretDelay delay, JournalLock journalLock) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Opens the journal, or confirms the secret of a journal that is already open. Slow on purpose: half a second of work.</summary>
    public Task<UnlockAnswer> UnlockAsync(string? secret) => TryAsync(secret, () => journal.Unlock(secret ?? ""));

    /// <summary>Changes the passphrase. The caller has checked that the new one is neither too short nor too long.</summary>
    public Task<UnlockAnswer> ChangeAsync(string? current, string next) => TryAsync(current, () => journal.ChangePassphrase(current ?? "", next));

    public void Dispose() => _one.Dispose();

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
            if (delay.Remaining is { Ticks: > 0 } wait)
            {
                return new UnlockAnswer.Wait((int)Math.Ceiling(wait.TotalSeconds));
            }

            var outcome = await Task.Run(attempt);
            if (outcome is UnlockOutcome.WrongSecret)
            {
                delay.CountWrong();
            }
            else if (outcome is UnlockOutcome.Opened)
            {
                delay.Reset();
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
