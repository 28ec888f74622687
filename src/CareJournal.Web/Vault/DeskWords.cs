using CareJournal.Storage;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Vault;

/// <summary>What the desk says, as a sentence.</summary>
public static class DeskWords
{
    /// <summary>The sentence; null when the secret was right.</summary>
    public static string? For(DeskAnswer answer, Wording wording) => answer switch
    {
        DeskAnswer.Wait(var seconds) => wording.Count(seconds, "Vault.Unlock.Wait"),
        DeskAnswer.Tried { Outcome: UnlockOutcome.WrongSecret } => wording["Vault.Unlock.Wrong"],
        DeskAnswer.TooLong => PhraseStrength.TooLong(wording),
        DeskAnswer.Tried { Outcome: UnlockOutcome.LockedMeanwhile } => wording["Vault.Unlock.LockedMeanwhile"],
        DeskAnswer.Tried { Outcome: UnlockOutcome.Failed(StorageFault.Damaged) } => wording["Vault.Unlock.Damaged"],
        DeskAnswer.Tried { Outcome: UnlockOutcome.Failed(var fault) } => wording.Of(fault),
        _ => null,
    };
}
