using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Web.Vault;

/// <summary>
/// Where secrets are handed in, one at a time: of fifty tries made at once only those are looked at that the growing delay allows.
/// </summary>
public sealed class UnlockDesk(JournalFile journal, WrongSecretDelay delay) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Opens the journal, or confirms the secret of a journal that is open already. Slow on purpose: half a second of work.</summary>
    public Task<DeskAnswer> UnlockAsync(string? secret) => TryAsync(secret, () => journal.Unlock(secret ?? ""));

    /// <summary>Exchanges the passphrase. The new one was looked at before: it is neither too short nor too long.</summary>
    public Task<DeskAnswer> ChangeAsync(string? current, string next) => TryAsync(current, () => journal.ChangePassphrase(current ?? "", next));

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // What is too long to be a secret takes no turn: nothing is computed from it, and nobody waits behind it.
    private async Task<DeskAnswer> TryAsync(string? secret, Func<UnlockOutcome> attempt)
    {
        if (Passphrase.IsTooLong(secret))
        {
            return new DeskAnswer.TooLong();
        }

        await _one.WaitAsync();
        try
        {
            if (delay.Remaining is { Ticks: > 0 } wait)
            {
                return new DeskAnswer.Wait((int)Math.Ceiling(wait.TotalSeconds));
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

            return new DeskAnswer.Tried(outcome);
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>What the desk says to a secret.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It was not looked at; the next try may be made in so many seconds.</summary>
    public sealed record Wait(int Seconds) : DeskAnswer;

    /// <summary>It was not looked at: no secret is that long.</summary>
    public sealed record TooLong : DeskAnswer;

    /// <summary>It was tried.</summary>
    public sealed record Tried(UnlockOutcome Outcome) : DeskAnswer;
}
