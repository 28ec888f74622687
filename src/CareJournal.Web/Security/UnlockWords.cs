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
}
