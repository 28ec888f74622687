using CareJournal.Keeping;
using CareJournal.Vault;

namespace CareJournal.Storage;

/// <summary>Whether there is a journal, and whether it can be read.</summary>
public enum JournalState
{
    /// <summary>The folder has no journal.</summary>
    NotCreated,

    /// <summary>There is a journal, and no key is in memory.</summary>
    Locked,

    /// <summary>The journal can be read and written.</summary>
    Open,
}

/// <summary>Whether this process owns the folder.</summary>
public abstract record ClaimOutcome
{
    private ClaimOutcome()
    {
    }

    /// <summary>This process owns the folder.</summary>
    public sealed record Owned : ClaimOutcome;

    /// <summary>Another process owns the folder, and answers at this address.</summary>
    public sealed record TakenBy(string Address) : ClaimOutcome;

    /// <summary>The folder cannot be used.</summary>
    public sealed record Refused(StorageFault Fault) : ClaimOutcome;
}

/// <summary>The result of creating a journal.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    /// <summary>The journal is created and open; the code has to be written down now.</summary>
    public sealed record Created(RecoveryCode RecoveryCode) : CreateOutcome;

    /// <summary>Nothing was created.</summary>
    public sealed record Failed(StorageFault Fault) : CreateOutcome;
}

/// <summary>The result of unlocking.</summary>
public abstract record UnlockOutcome
{
    private UnlockOutcome()
    {
    }

    /// <summary>The journal is open.</summary>
    public sealed record Opened : UnlockOutcome
    {
        /// <summary>The schema of the file before it was upgraded; <c>null</c> when it was not. The former file is kept beside it.</summary>
        public long? UpgradedFrom { get; init; }

        /// <summary>Whether the file was of an earlier version and was upgraded.</summary>
        public bool Upgraded => UpgradedFrom is not null;

        /// <summary>The doubt in spite of which it was opened; <see cref="TraceRecorder.OpenedAsync"/> makes an act of it.</summary>
        public HeadDoubt? Accepted { get; init; }
    }

    /// <summary>The secret was right, and nothing was opened or written: the file may not be the latest state of the journal. The practitioner decides.</summary>
    public sealed record Doubtful(HeadDoubt Doubt) : UnlockOutcome;

    /// <summary>The secret is neither the passphrase nor the recovery code.</summary>
    public sealed record WrongSecret : UnlockOutcome;

    /// <summary>The secret was right, but the journal was locked while it was being tried: nothing was opened or changed.</summary>
    public sealed record LockedMeanwhile : UnlockOutcome;

    /// <summary>The file cannot be opened.</summary>
    public sealed record Failed(StorageFault Fault) : UnlockOutcome;
}

/// <summary>Thrown when something is read or written while the journal is locked.</summary>
public sealed class JournalLockedException() : InvalidOperationException("The journal is locked.");
