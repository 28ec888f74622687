namespace CareJournal.Storage;

/// <summary>The reasons why the disk or the file refuses a read or a write; each has one plain sentence.</summary>
public enum StorageFault
{
    /// <summary>The disk is full: nothing was written.</summary>
    DiskFull,

    /// <summary>The folder cannot be written.</summary>
    ReadOnly,

    /// <summary>Another part of the journal locked the file too long.</summary>
    Busy,

    /// <summary>Bytes of the file are not what was written: from now on nothing is written.</summary>
    Damaged,

    /// <summary>A crash interrupted a save, and the rollback journal is damaged, incomplete or of another state: nothing is rolled back or opened, and both files are kept.</summary>
    NotRolledBack,

    /// <summary>The key header belongs to another file.</summary>
    WrongKey,

    /// <summary>Neither copy in the key header is intact; it was not touched. That of any copy of the journal opens it.</summary>
    KeyDamaged,

    /// <summary>There is no key header beside the database. That of any copy of the journal opens it.</summary>
    KeyMissing,

    /// <summary>The key header was written by a later version; left as it is.</summary>
    KeyNewer,

    /// <summary>The file was written by a later version; left byte for byte as it is.</summary>
    Newer,

    /// <summary>The file is not a journal; left byte for byte as it is.</summary>
    Foreign,

    /// <summary>The folder is on a network drive, which cannot promise that what is saved is kept.</summary>
    NetworkDrive,

    /// <summary>The file was written by an earlier version, and its upgraded copy was not the same journal: left as it is.</summary>
    NotUpgraded,

    /// <summary>Anything else.</summary>
    Unexpected,
}
