using CareJournal.Vault;

namespace CareJournal.Storage;

/// <summary>Whether there is a journal, and whether it can be read.</summary>
public enum JournalState
{
    /// <summary>None lies in the folder.</summary>
    NotCreated,

    /// <summary>It lies there, and no key is in memory.</summary>
    Locked,

    /// <summary>It can be read and written.</summary>
    Open,
}

/// <summary>Whether this process owns the folder.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome()
    {
    }

    /// <summary>It does.</summary>
    public sealed record Owned : ClaimOutcome;

    /// <summary>Another process does, and answers at this address.</summary>
    public sealed record TakenBy(string Address) : ClaimOutcome;

    /// <summary>The folder cannot be used.</summary>
    public sealed record Refused(StorageFault Fault) : ClaimOutcome;
}

/// <summary>How making a journal ended.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    /// <summary>It is made and open; the code is to be written down now.</summary>
    public sealed record Created(RecoveryCode RecoveryCode) : CreateOutcome;

    /// <summary>Nothing was made.</summary>
    public sealed record Failed(StorageFault Fault) : CreateOutcome;
}

/// <summary>How unlocking ended.</summary>
public abstract record UnlockOutcome
{
    private UnlockOutcome()
    {
    }

    /// <summary>It is open.</summary>
    public sealed record Opened : UnlockOutcome
    {
        /// <summary>Whether the file was of an earlier version and was upgraded; the file as it was is kept beside it.</summary>
        public bool Upgraded { get; init; }
    }

    /// <summary>Neither the passphrase nor the recovery code.</summary>
    public sealed record WrongSecret : UnlockOutcome;

    /// <summary>The secret was right, and the journal was locked while it was being tried: nothing was opened or changed.</summary>
    public sealed record LockedMeanwhile : UnlockOutcome;

    /// <summary>The file cannot be opened.</summary>
    public sealed record Failed(StorageFault Fault) : UnlockOutcome;
}

/// <summary>Thrown when something is read or written while the journal is locked.</summary>
public sealed class JournalLockedException() : InvalidOperationException("The journal is locked.");
