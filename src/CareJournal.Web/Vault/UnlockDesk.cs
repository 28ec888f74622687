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
    public Task<DeskAnswer> UnlockAsync(string? secret) => TryAsync(() => journal.Unlock(secret ?? ""));

    /// <summary>Exchanges the passphrase.</summary>
    public Task<DeskAnswer> ChangeAsync(string? current, string next) => TryAsync(() => journal.ChangePassphrase(current ?? "", next));

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<DeskAnswer> TryAsync(Func<UnlockOutcome> attempt)
    {
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
            else
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

    /// <summary>It was tried.</summary>
    public sealed record Tried(UnlockOutcome Outcome) : DeskAnswer;
}
