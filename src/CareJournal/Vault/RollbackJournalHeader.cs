namespace CareJournal.Vault;

/// <summary>
/// The numbers at the start of a rollback journal by which SQLite cuts, lengthens and divides the database before it puts a single page
/// back (https://sqlite.org/fileformat2.html#the_rollback_journal). They are not encrypted, so one bit that fell over could ask
/// for a database of terabytes. Pure: what they may say follows from the sizes of the two files.
/// </summary>
internal static class RollbackJournalHeader
{
    /// <summary>Where the number of pages stands that the database had before the transaction.</summary>
    public const int PageCountPosition = 16;

    /// <summary>Where the size of a sector stands.</summary>
    public const int SectorSizePosition = 20;

    /// <summary>Where the size of a page stands.</summary>
    public const int PageSizePosition = 24;

    /// <summary>Bytes of each of these numbers, big-endian.</summary>
    public const int NumberSize = 4;

    /// <summary>
    /// Whether a number of the header can be what was written. Pages that a transaction cut off stand in the journal one by one,
    /// so the database was never longer than both files together.
    /// </summary>
    /// <param name="position">Where the number stands; any other place is not judged.</param>
    /// <param name="number">What was read there.</param>
    /// <param name="databaseSize">Bytes of the database now.</param>
    /// <param name="journalSize">Bytes of the journal now.</param>
    public static bool IsPossible(long position, uint number, long databaseSize, long journalSize) => position switch
    {
        PageCountPosition => number * (long)PageCipher.PageSize <= databaseSize + journalSize,
        SectorSizePosition => number == EncryptedFile.JournalSector,
        PageSizePosition => number == PageCipher.PageSize,
        _ => true,
    };
}
