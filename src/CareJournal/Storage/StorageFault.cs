namespace CareJournal.Storage;

/// <summary>What the disk or the file can refuse; each has one plain sentence.</summary>
public enum StorageFault
{
    /// <summary>No room left: nothing was written.</summary>
    DiskFull,

    /// <summary>The folder cannot be written.</summary>
    ReadOnly,

    /// <summary>Another part of the journal held the file too long.</summary>
    Busy,

    /// <summary>Bytes changed under us: from now on nothing is written.</summary>
    Damaged,

    /// <summary>The key header belongs to another file.</summary>
    WrongKey,

    /// <summary>Written by a later version; left byte for byte as it is.</summary>
    Newer,

    /// <summary>Not a journal; left byte for byte as it is.</summary>
    Foreign,

    /// <summary>A network drive cannot promise that what is saved is kept.</summary>
    NetworkDrive,

    /// <summary>Written by an earlier version, and what an upgrade made of it was not the same journal: left as it is.</summary>
    NotUpgraded,

    /// <summary>Anything else.</summary>
    Unexpected,
}
