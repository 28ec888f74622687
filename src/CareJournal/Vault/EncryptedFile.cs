using System.Buffers.Binary;
using System.Security.Cryptography;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// Encrypts and decrypts the pages of an open file on their way to and from the system's own file.
/// SQLite calls from several threads, but never two at once for the same file.
/// </summary>
internal sealed unsafe class EncryptedFile : IDisposable
{
    // The journal's header fills one sector. Fixed at 512, it is never mistaken for a page, whatever the disk reports.
    public const int JournalSector = 512;

    /// <summary>
    /// The largest number of bytes that may be missing between the end of the database and a page that is written. SQLite writes out of order only what it
    /// keeps in memory; this is more than ten times the page cache of a journal's connections.
    /// </summary>
    public const long LongestGap = 256L * 1024 * 1024;

    // SQLite reads the 100 bytes at the start once without a lock, so another connection may just be writing them.
    private const int UnlockedHeaderSize = 100;
    private const int UnlockedTries = 5;

    // Bytes 18 and 19 of page 1 say whether the database uses a write-ahead log (2) or not (1), and byte 20
    // how many bytes of each page are reserved (https://sqlite.org/fileformat2.html#the_database_header).
    private const int WriteVersionPosition = 18;
    private const int ReadVersionPosition = 19;
    private const int ReservePosition = 20;
    private const byte RollbackJournal = 1;

    private readonly FileKey _key;
    private readonly PageCipher _cipher;
    private readonly PageHome _home;
    private readonly byte[] _scratch = GC.AllocateArray<byte>(PageCipher.PageSize, pinned: true);

    public EncryptedFile(FileKey key, PageCipher cipher, PageHome home)
    {
        _key = key;
        _cipher = cipher;
        _home = home;
    }

    public int Read(OpenFile* behind, Span<byte> destination, long offset) =>
        _home == PageHome.Database ? ReadDatabase(behind, destination, offset) : ReadJournal(behind, destination, offset);

    public int Write(OpenFile* behind, ReadOnlySpan<byte> source, long offset) =>
        _home == PageHome.Database ? WriteDatabase(behind, source, offset) : WriteJournal(behind, source, offset);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_scratch);
        _key.Return(_cipher);
    }

    /// <summary>Reads a page, or a part of one: then the whole page is decrypted elsewhere and the part cut out.</summary>
    private int ReadDatabase(OpenFile* behind, Span<byte> destination, long offset)
    {
        var within = (int)(offset % PageCipher.PageSize);
        if (within + destination.Length > PageCipher.PageSize)
        {
            return Result.ReadFailed;
        }

        var isWholePage = destination.Length == PageCipher.PageSize;
        var page = isWholePage ? destination : _scratch;
        var isUnlocked = offset == 0 && destination.Length == UnlockedHeaderSize;
        var triesLeft = isUnlocked ? UnlockedTries : 1;
        int result;
        do
        {
            result = ReadPage(behind, page, offset - within);
        }
        while (result == Result.NotADatabase && --triesLeft > 0);

        if (IsDamage(result) && !isUnlocked)
        {
            _key.ReportDamage();
        }

        if (result == Result.ShortRead)
        {
            destination.Clear();
        }
        else if (!isWholePage)
        {
            page.Slice(within, destination.Length).CopyTo(destination);
            page.Clear();
        }

        return result;
    }

    /// <summary>Reads one whole page of the database: decrypted, past the end (<see cref="Result.ShortRead"/>), or damaged.</summary>
    private int ReadPage(OpenFile* behind, Span<byte> page, long offset)
    {
        var damaged = offset == 0 ? Result.NotADatabase : Result.DamagedData;
        var result = ReadBehind(behind, page, offset);
        if (result == Result.ShortRead)
        {
            // SQLite takes what is past the end as zeros. Half a page is not past the end: it was cut off.
            page.Clear();
            long size;
            var sized = behind->Methods->Size(behind, &size);
            return sized != Result.Ok ? sized : size > offset ? damaged : Result.ShortRead;
        }

        if (result != Result.Ok)
        {
            return result;
        }

        var isOurs = _cipher.TryDecrypt(PageHome.Database, offset, page) && (offset != 0 || IsServed(page));
        return isOurs ? Result.Ok : damaged;
    }

    private int WriteDatabase(OpenFile* behind, ReadOnlySpan<byte> page, long offset)
    {
        if (page.Length != PageCipher.PageSize || offset % PageCipher.PageSize != 0 || (offset == 0 && !IsServed(page)))
        {
            return Result.WriteFailed;
        }

        var filled = FillGap(behind, offset);
        return filled == Result.Ok ? WritePage(behind, page, offset) : filled;
    }

    /// <summary>
    /// Fills the pages that SQLite leaves out when it writes past the end. On disk they would be zeros, which could not
    /// be distinguished from zeros left by a failing disk; so they are written as encrypted empty pages. A gap that no
    /// transaction can leave comes from a damaged number: nothing of it is filled.
    /// </summary>
    private int FillGap(OpenFile* behind, long offset)
    {
        long size;
        var result = behind->Methods->Size(behind, &size);
        if (result != Result.Ok || size >= offset)
        {
            return result;
        }

#if !SABOTAGE_GAP
        if (offset - size > LongestGap)
        {
            _key.ReportDamage();
            return Result.DamagedData;
        }
#endif

        Span<byte> empty = stackalloc byte[PageCipher.PageSize];
        empty.Clear();
        for (var at = size - (size % PageCipher.PageSize); at < offset && result == Result.Ok; at += PageCipher.PageSize)
        {
            if (at != PendingByte)
            {
                result = WritePage(behind, empty, at);
            }
        }

        return result;
    }

    /// <summary>
    /// Reads the journal: whole pages are encrypted; what is smaller is its bookkeeping (counts, page numbers, checksums).
    /// A damaged page is an error and not, as SQLite takes a failed checksum, the end of the journal: half a rollback
    /// would change the database silently. After a crash no half-written page is read, since SQLite counts only what it has synced.
    /// </summary>
    private int ReadJournal(OpenFile* behind, Span<byte> destination, long offset)
    {
        if (destination.Length > JournalSector && destination.Length != PageCipher.PageSize)
        {
            return Result.ReadFailed;
        }

        var result = ReadBehind(behind, destination, offset);
        if (result == Result.Ok)
        {
            var isOurs = destination.Length == PageCipher.PageSize
                ? _cipher.TryDecrypt(PageHome.Journal, offset, destination)
                : IsPossibleHeader(behind, destination, offset);
            result = isOurs ? result : Result.DamagedData;
        }

        if (IsDamage(result))
        {
            _key.ReportDamage();
        }

        return result;
    }

    /// <summary>Whether a number of the journal's header is plausible; true for everything else that is smaller than a page.</summary>
    private bool IsPossibleHeader(OpenFile* behind, ReadOnlySpan<byte> bytes, long offset)
    {
        long size;
        return bytes.Length != RollbackJournalHeader.NumberSize
            || offset >= JournalSector
            || behind->Methods->Size(behind, &size) != Result.Ok
            || size < JournalSector
#if SABOTAGE_GAP
            || size >= JournalSector
#endif
            || RollbackJournalHeader.IsPossible(offset, BinaryPrimitives.ReadUInt32BigEndian(bytes), _key.DatabaseSize, size);
    }

    /// <summary>Whether a result means that the bytes on the disk are not what was written, or that the disk no longer returns them.</summary>
    private static bool IsDamage(int result) =>
        result is Result.DamagedData or Result.NotADatabase or Result.ReadFailed or Result.DamagedFileSystem;

    private int WriteJournal(OpenFile* behind, ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.Length == PageCipher.PageSize)
        {
            return WritePage(behind, bytes, offset);
        }

        return bytes.Length <= JournalSector ? WriteBehind(behind, bytes, offset) : Result.WriteFailed;
    }

    private int WritePage(OpenFile* behind, ReadOnlySpan<byte> page, long offset)
    {
        if (_home == PageHome.Database)
        {
            _key.ReportWritten(offset);
        }

        _cipher.Encrypt(_home, offset, page, _scratch);
        return WriteBehind(behind, _scratch, offset);
    }

    private static int ReadBehind(OpenFile* behind, Span<byte> destination, long offset)
    {
        fixed (byte* bytes = destination)
        {
            return behind->Methods->Read(behind, bytes, destination.Length, offset);
        }
    }

    private static int WriteBehind(OpenFile* behind, ReadOnlySpan<byte> source, long offset)
    {
        fixed (byte* bytes = source)
        {
            return behind->Methods->Write(behind, bytes, source.Length, offset);
        }
    }

    /// <summary>
    /// Whether the database that begins with this page can be encrypted by this file system. Once written, a request for a write-ahead log
    /// would make the file impossible to open.
    /// </summary>
    private static bool IsServed(ReadOnlySpan<byte> firstPage) =>
        firstPage[ReservePosition] == PageCipher.ReservedBytes
        && firstPage[WriteVersionPosition] == RollbackJournal
        && firstPage[ReadVersionPosition] == RollbackJournal;
}
