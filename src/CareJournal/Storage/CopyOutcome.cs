namespace CareJournal.Storage;

/// <summary>The result of making a copy.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>The copy is in this folder: reopened, decrypted, compared.</summary>
    /// <param name="Path">The folder.</param>
    /// <param name="Rows">The number of rows that were read and compared.</param>
    public sealed record Verified(string Path, long Rows) : CopyOutcome
    {
        /// <summary>Whether the journal's own file is damaged where there are no rows: the copy is complete, and better than the journal.</summary>
        public bool JournalIsDamaged { get; init; }

        /// <summary>Whether the record chain of the journal, and so of the copy, is not as it was written. The copy is the journal as it is all the same.</summary>
        public bool JournalIsChanged { get; init; }

        /// <summary>The number of the last link that the copy holds.</summary>
        public long Head { get; init; }
    }

    /// <summary>The chosen folder does not exist.</summary>
    public sealed record NoSuchFolder : CopyOutcome;

    /// <summary>The copy differed from what was written when it was read back, and was deleted.</summary>
    public sealed record Differs : CopyOutcome;

    /// <summary>The copy was stopped, or the journal was locked meanwhile; what there was of it was deleted.</summary>
    public sealed record Stopped : CopyOutcome;

    /// <summary>The disk did not allow it, or the journal itself is damaged (the only meaning of <see cref="StorageFault.Damaged"/> in this outcome).</summary>
    public sealed record Failed(StorageFault Fault) : CopyOutcome
    {
        /// <summary>Whether the whole journal was read in this very run, and nothing was wrong with it.</summary>
        public bool JournalIsSound { get; init; }
    }
}
