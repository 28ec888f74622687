namespace CareJournal.Keeping;

/// <summary>The changes to what opens the journal.</summary>
public enum KeyChange
{
    /// <summary>Another passphrase.</summary>
    Passphrase,

    /// <summary>The same passphrase, stretched as strongly as this program does.</summary>
    Strengthened,

    /// <summary>Another recovery code.</summary>
    RecoveryCode,

    /// <summary>A continuity envelope was made.</summary>
    EnvelopeMade,

    /// <summary>A continuity envelope was revoked.</summary>
    EnvelopeRevoked,
}
