using CareJournal.Vault;

namespace CareJournal.Support;

/// <summary>The key stretching is slow on purpose, and the tests unlock a thousand times: under a header with few rounds.</summary>
internal static class FewestRounds
{
    /// <summary>What a journal in the test's own process takes: no program accepts so few.</summary>
    public static readonly KeyStretching Quick = KeyStretching.ForTests(10);

    /// <summary>Writes the header of a locked journal anew with the given recovery code, under as few rounds as a program accepts.</summary>
    public static void WriteTo(string keyHeaderPath, string passphrase, RecoveryCode code) =>
        WriteTo(keyHeaderPath, passphrase, code, KeyStretching.ForTests(KeyStretching.FloorRounds));

    /// <summary>Writes it under the rounds given, whatever it was written under before.</summary>
    public static void WriteTo(string keyHeaderPath, string passphrase, RecoveryCode code, KeyStretching stretching)
    {
        KeyHeader before = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(keyHeaderPath, Quick)).Header;
        using MasterKey master = before.Unlock(passphrase)!;
        KeyHeader.Create(master, Passphrase.From(passphrase), code, stretching).WriteTo(keyHeaderPath);
    }
}
