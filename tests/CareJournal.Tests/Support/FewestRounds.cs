using CareJournal.Vault;

namespace CareJournal.Support;

/// <summary>Writes key headers at next to no cost: the key stretching is slow on purpose, and the tests unlock a thousand times.</summary>
internal static class FewestRounds
{
    /// <summary>The stretching of a journal in the test's own process; no program accepts so little.</summary>
    public static readonly KeyStretching Quick = KeyStretching.ForTests(10);

    /// <summary>Rewrites the header of a locked journal with the given recovery code, at the lowest cost that a program accepts.</summary>
    public static void WriteTo(string keyHeaderPath, string passphrase, RecoveryCode code) =>
        WriteTo(keyHeaderPath, passphrase, code, KeyStretching.Floor);

    /// <summary>Rewrites the header with the given stretching, whatever it had before.</summary>
    public static void WriteTo(string keyHeaderPath, string passphrase, RecoveryCode code, KeyStretching stretching)
    {
        KeyHeader before = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(keyHeaderPath, Quick)).Header;
        using MasterKey master = before.Unlock(passphrase)!;
        KeyHeader.Create(master, Passphrase.From(passphrase), code, new DateOnly(2026, 11, 1), stretching, isConfirmed: true).WriteTo(keyHeaderPath);
    }
}
