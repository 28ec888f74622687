using System.Buffers.Binary;

namespace CareJournal.Vault;

/// <summary>The records of a rollback journal: number of the page (4 bytes), page (4096), SQLite's checksum of it (4). They lie one after the other behind a head.</summary>
internal static class RollbackRecord
{
    /// <summary>The size of a record in bytes.</summary>
    public const int Size = NumberSize + PageCipher.PageSize + NumberSize;

    /// <summary>The size of the page's number, and of its checksum, in bytes, big-endian.</summary>
    public const int NumberSize = 4;

    // SQLite adds up every 200th byte of a page, from its end.
    private const int ChecksumStep = 200;

    /// <summary>The first offset at which a head may lie behind this one.</summary>
    public static long HeadAfter(long offset) => (offset + RollbackHead.Size - 1) / RollbackHead.Size * RollbackHead.Size;

    /// <summary>Computes SQLite's checksum of a page.</summary>
    public static uint Checksum(uint start, ReadOnlySpan<byte> page)
    {
        for (var position = PageCipher.PageSize - ChecksumStep; position > 0; position -= ChecksumStep)
        {
            start += page[position];
        }

        return start;
    }

    /// <summary>Reads and decrypts a record of a transaction into <paramref name="page"/>; <c>false</c> where there is none, or not one of this transaction.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cipher">The cipher of the database.</param>
    /// <param name="offset">Where the record begins.</param>
    /// <param name="transaction">The transaction; empty for whichever it is.</param>
    /// <param name="page">4096 bytes.</param>
    /// <param name="number">The number of the page in the database.</param>
    public static bool TryRead(RawFile journal, PageCipher cipher, long offset, ReadOnlySpan<byte> transaction, Span<byte> page, out uint number)
    {
        if (!TryReadRaw(journal, offset, page, out number, out _) || (transaction.Length > 0 && !RollbackTransaction.IsOf(page.Slice(PageCipher.ContentSize, PageCipher.NonceSize), transaction)))
        {
            return false;
        }

        return cipher.TryDecryptRecord(offset + NumberSize, number, page) && number > 0;
    }

    /// <summary>Reads and decrypts a record of a program from before decision 18; <c>false</c> where there is none.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cipher">The cipher of the database.</param>
    /// <param name="offset">Where the record begins.</param>
    /// <param name="page">4096 bytes.</param>
    /// <param name="number">The number of the page in the database, which nothing authenticates.</param>
    /// <param name="checksum">The checksum that was written.</param>
    public static bool TryReadFormer(RawFile journal, PageCipher cipher, long offset, Span<byte> page, out uint number, out uint checksum) =>
        TryReadRaw(journal, offset, page, out number, out checksum) && cipher.TryDecrypt(PageHome.Journal, offset + NumberSize, page) && number > 0;

    private static bool TryReadRaw(RawFile journal, long offset, Span<byte> page, out uint number, out uint checksum)
    {
        Span<byte> record = stackalloc byte[Size];
        (number, checksum) = (0, 0);
        if (offset + Size > journal.Size || !journal.TryRead(record, offset))
        {
            return false;
        }

        record.Slice(NumberSize, PageCipher.PageSize).CopyTo(page);
        number = BinaryPrimitives.ReadUInt32BigEndian(record);
        checksum = BinaryPrimitives.ReadUInt32BigEndian(record[^NumberSize..]);
        return true;
    }
}
