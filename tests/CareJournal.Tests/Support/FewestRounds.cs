using CareJournal.Vault;

namespace CareJournal.Support;

/// <summary>The key stretching is slow on purpose, and the tests unlock a thousand times: under a header with as few rounds as one must have.</summary>
internal static class FewestRounds
{
    /// <summary>Writes the header of a locked journal anew, with the given recovery code.</summary>
    public static void WriteTo(string keyHeaderPath, string passphrase, RecoveryCode code)
    {
        KeyHeader slow = Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(keyHeaderPath)).Header;
        using MasterKey master = slow.Unlock(passphrase)!;
        KeyHeader.Create(master, Passphrase.From(passphrase), code, KeyStretching.ForTests(KeyStretching.FloorRounds)).WriteTo(keyHeaderPath);
    }
}
