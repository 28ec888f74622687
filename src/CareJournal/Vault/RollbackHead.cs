using System.Buffers.Binary;

namespace CareJournal.Vault;

/// <summary>
/// A head of the rollback journal: one sector of 512 bytes. The first 28 bytes are SQLite's (https://sqlite.org/fileformat2.html#the_rollback_journal): magic, records, start of
/// the checksums, pages of the database, size of a sector, size of a page. What follows is ours, and the last 28 bytes authenticate all of it.
/// <para>SQLite leaves magic and records at zero until everything before is on the disk, and writes them then. Before that, nothing of the database was changed.</para>
/// </summary>
internal static class RollbackHead
{
    /// <summary>The size in bytes, fixed whatever the disk reports, so that a head is never mistaken for a page.</summary>
    public const int Size = 512;

    /// <summary>The bytes that SQLite writes once everything is on the disk: magic and number of records.</summary>
    public const int CountedSize = 12;

    /// <summary>The position of the number of records.</summary>
    public const int RecordsPosition = 8;

    /// <summary>The position of the number of pages that the database had before the transaction.</summary>
    public const int PageCountPosition = 16;

    /// <summary>The position of the size of a sector.</summary>
    public const int SectorSizePosition = 20;

    /// <summary>The position of the size of a page.</summary>
    public const int PageSizePosition = 24;

    /// <summary>The size of each of these numbers in bytes, big-endian.</summary>
    public const int NumberSize = 4;

    private const int ChecksumStartPosition = 12;
    private const int OursPosition = 28;
    private const int TransactionPosition = 36;
    private const int PageOnePosition = 48;
    private const int AllRecordsPosition = 76;

    private static ReadOnlySpan<byte> Mark => "CJ-BACK2"u8;

    /// <summary>SQLite's magic.</summary>
    public static ReadOnlySpan<byte> Magic => [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

    /// <summary>Adds what is ours to a new head of SQLite.</summary>
    /// <param name="head">512 bytes, the first 28 of them SQLite's.</param>
    /// <param name="transaction">The transaction's id.</param>
    /// <param name="pageOne">Nonce and tag of page 1 of the database before the transaction; zeros where there was none.</param>
    /// <param name="records">The number of records of the whole journal that are on the disk.</param>
    public static void Complete(Span<byte> head, ReadOnlySpan<byte> transaction, ReadOnlySpan<byte> pageOne, uint records)
    {
        head[OursPosition..].Clear();
        Mark.CopyTo(head[OursPosition..]);
        transaction.CopyTo(head[TransactionPosition..]);
        pageOne.CopyTo(head[PageOnePosition..]);
        Count(head, records);
    }

    /// <summary>Sets the number of records of the whole journal that are on the disk.</summary>
    public static void Count(Span<byte> head, uint records) => BinaryPrimitives.WriteUInt32BigEndian(head[AllRecordsPosition..], records);

    /// <summary>Nonce and tag of page 1 before the transaction, in a head that was completed.</summary>
    public static ReadOnlySpan<byte> PageOne(ReadOnlySpan<byte> head) => head.Slice(PageOnePosition, PageCipher.NonceSize + PageCipher.TagSize);

    /// <summary>Reads a head; <c>null</c> when it is not as this program wrote it at this offset with this key.</summary>
    public static SignedHead? Read(PageCipher cipher, ReadOnlySpan<byte> head, long offset) =>
        head.Slice(OursPosition, Mark.Length).SequenceEqual(Mark) && cipher.IsSigned(head, offset)
            ? new SignedHead(
                HasMagic(head),
                head.Slice(TransactionPosition, RollbackTransaction.IdSize).ToArray(),
                PageOne(head).ToArray(),
                BinaryPrimitives.ReadUInt32BigEndian(head[PageCountPosition..]),
                BinaryPrimitives.ReadUInt32BigEndian(head[AllRecordsPosition..]))
            : null;

    /// <summary>Whether this is a complete head of a program from before decision 18: SQLite's numbers, and nothing of ours.</summary>
    public static bool IsFormer(ReadOnlySpan<byte> head) => HasMagic(head) && !head[OursPosition..].ContainsAnyExcept((byte)0);

    /// <summary>Whether SQLite's magic was written.</summary>
    public static bool HasMagic(ReadOnlySpan<byte> head) => head[..Magic.Length].SequenceEqual(Magic);

    /// <summary>The start of SQLite's checksums in a former head.</summary>
    public static uint ChecksumStart(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadUInt32BigEndian(head[ChecksumStartPosition..]);

    /// <summary>
    /// Whether a number of a former head can be what was written. Such a journal has one by one the pages that a transaction cut off,
    /// so the database was never longer than both files together.
    /// </summary>
    /// <param name="position">The position of the number; any other position is not judged.</param>
    /// <param name="number">The number that was read.</param>
    /// <param name="databaseSize">The present size of the database in bytes.</param>
    /// <param name="journalSize">The present size of the journal in bytes.</param>
    public static bool IsPossible(long position, uint number, long databaseSize, long journalSize) => position switch
    {
#if SABOTAGE_GAP
        PageCountPosition => true,
#else
        PageCountPosition => number * (long)PageCipher.PageSize <= databaseSize + journalSize,
#endif
        SectorSizePosition => number == Size,
        PageSizePosition => number == PageCipher.PageSize,
        _ => true,
    };
}

/// <summary>What an authentic head says.</summary>
/// <param name="IsCounted">Whether SQLite had everything before it on the disk: the database may have been changed since.</param>
/// <param name="Transaction">The transaction's id.</param>
/// <param name="PageOne">Nonce and tag of page 1 before the transaction.</param>
/// <param name="PageCount">The number of pages that the database had.</param>
/// <param name="Records">The number of records of the whole journal that are on the disk.</param>
internal sealed record SignedHead(bool IsCounted, byte[] Transaction, byte[] PageOne, uint PageCount, uint Records);
