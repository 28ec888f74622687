using CareJournal.Keeping;
using CareJournal.Storage;

namespace CareJournal.Web.Security;

/// <summary>Writes the result of a try with a secret as a sentence.</summary>
public static class UnlockWords
{
    /// <summary>The sentence; null when the secret was right.</summary>
    public static string? For(UnlockAnswer answer, Words words) => answer switch
    {
        UnlockAnswer.Wait(var seconds) => words.Count(seconds, "Vault.Unlock.Wait"),
        UnlockAnswer.Tried { Outcome: UnlockOutcome.WrongSecret } => words["Vault.Unlock.Wrong"],
        UnlockAnswer.TooLong => PhraseStrength.TooLong(words),
        UnlockAnswer.Tried { Outcome: UnlockOutcome.LockedMeanwhile } => words["Vault.Unlock.LockedMeanwhile"],
        UnlockAnswer.Tried { Outcome: UnlockOutcome.Failed(StorageFault.Damaged) } => words["Vault.Unlock.Damaged"],
        UnlockAnswer.Tried { Outcome: UnlockOutcome.Failed(var fault) } => words.Of(fault),
        _ => null,
    };

    /// <summary>What is doubtful about the file, in one or two sentences.</summary>
    public static string For(HeadDoubt doubt, Words words, PracticeClock clock)
    {
        string known = Moment(doubt.KnownAtUtc, words, clock);
        string found = Moment(doubt.FoundAtUtc, words, clock);
        return doubt.Kind == HeadDoubtKind.Older
            ? words.Count((int)doubt.Missing, "Vault.Doubt.Older", known, found)
            : words[$"Vault.Doubt.{doubt.Kind}", known, found];
    }

    private static string Moment(DateTime? utc, Words words, PracticeClock clock) => utc is { } instant ? words.Moment(clock.Local(instant)) : words["Vault.Doubt.Unknown"];
}
