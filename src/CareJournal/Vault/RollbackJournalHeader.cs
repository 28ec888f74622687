namespace CareJournal.Vault;

/// <summary>
/// Checks the numbers at the start of a rollback journal by which SQLite cuts, lengthens and divides the database before it restores a single page
/// (https://sqlite.org/fileformat2.html#the_rollback_journal). They are not encrypted, so one flipped bit could ask
/// for a database of terabytes. Pure: the possible values follow from the sizes of the two files.
/// </summary>
internal static class RollbackJournalHeader
{
    /// <summary>The position of the number of pages that the database had before the transaction.</summary>
    public const int PageCountPosition = 16;

    /// <summary>The position of the size of a sector.</summary>
    public const int SectorSizePosition = 20;

    /// <summary>The position of the size of a page.</summary>
    public const int PageSizePosition = 24;

    /// <summary>The size of each of these numbers in bytes, big-endian.</summary>
    public const int NumberSize = 4;

    /// <summary>
    /// Whether a number of the header can be what was written. The journal has one by one the pages that a transaction cut off,
    /// so the database was never longer than both files together.
    /// </summary>
    /// <param name="position">The position of the number; any other position is not judged.</param>
    /// <param name="number">The number that was read.</param>
    /// <param name="databaseSize">The present size of the database in bytes.</param>
    /// <param name="journalSize">The present size of the journal in bytes.</param>
    public static bool IsPossible(long position, uint number, long databaseSize, long journalSize) => position switch
    {
        PageCountPosition => number * (long)PageCipher.PageSize <= databaseSize + journalSize,
        SectorSizePosition => number == EncryptedFile.JournalSector,
        PageSizePosition => number == PageCipher.PageSize,
        _ => true,
    };
}
