using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>The database itself: every page is encrypted where it lies, and a damaged one is an error.</summary>
internal sealed unsafe class EncryptedDatabase : EncryptedFile
{
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

    public EncryptedDatabase(FileKey key, PageCipher cipher)
        : base(key, cipher)
    {
    }

    /// <summary>Reads a page, or a part of one: then the whole page is decrypted elsewhere and the part cut out.</summary>
    public override int Read(OpenFile* behind, Span<byte> destination, long offset)
    {
        var within = (int)(offset % PageCipher.PageSize);
        if (within + destination.Length > PageCipher.PageSize)
        {
            return Result.ReadFailed;
        }

        var isWholePage = destination.Length == PageCipher.PageSize;
        var page = isWholePage ? destination : Scratch;
        var isUnlocked = offset == 0 && destination.Length == UnlockedHeaderSize;
        var triesLeft = isUnlocked ? UnlockedTries : 1;
        int result;
        do
        {
            result = ReadPage(behind, page, offset - within, isUnlocked);
        }
        while (result == Result.NotADatabase && --triesLeft > 0);

        if (IsDamage(result) && !isUnlocked)
        {
            Key.ReportDamage();
        }

#if !SABOTAGE_TORN_PAGE_ONE
        if (isUnlocked && result == Result.NotADatabase)
        {
            // A power cut may have torn page 1, and the rollback journal restores it: SQLite looks for one only once the database is open. It reads
            // page 1 again under its lock, where what is then still no page is an error.
            result = Result.ShortRead;
        }
#endif

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
    private int ReadPage(OpenFile* behind, Span<byte> page, long offset, bool isUnlocked)
    {
        var damaged = offset == 0 ? Result.NotADatabase : Result.DamagedData;
        var result = ReadBehind(behind, page, offset);
        if (result == Result.ShortRead)
        {
            // SQLite takes what is past the end as zeros. Half a page is not past the end: it was cut off.
            page.Clear();
            long size;
            var sized = behind->Methods->Size(behind, &size);
            if (sized == Result.Ok && size == 0 && !isUnlocked)
            {
                Key.PageOne = new byte[FileKey.PageOneSize];
            }

            return sized != Result.Ok ? sized : size > offset ? damaged : Result.ShortRead;
        }

        if (result != Result.Ok)
        {
            return result;
        }

        var pageOne = offset > 0 || isUnlocked ? null : page.Slice(PageCipher.ContentSize, FileKey.PageOneSize).ToArray();
        var isOurs = Cipher.TryDecrypt(PageHome.Database, offset, page) && (offset != 0 || IsServed(page));
        if (isOurs && pageOne is not null)
        {
            Key.PageOne = pageOne;
        }

        return isOurs ? Result.Ok : damaged;
    }

    public override int Write(OpenFile* behind, ReadOnlySpan<byte> page, long offset)
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
            Key.ReportDamage();
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

    public override void Locked(OpenFile* behind, int level)
    {
        if (level >= ExclusiveLock)
        {
            Key.ExclusiveFile = (nint)behind;
        }
        else if (Key.ExclusiveFile == (nint)behind)
        {
            Key.ExclusiveFile = 0;
        }
    }

    /// <summary>Writes a page. Page 1 gets a nonce of the transaction that is running, by which a left-over journal is recognised as its own.</summary>
    private int WritePage(OpenFile* behind, ReadOnlySpan<byte> page, long offset)
    {
        Key.ReportWritten(offset);
        Span<byte> nonce = stackalloc byte[PageCipher.NonceSize];
        if (offset > 0 || Key.Transaction is not { } transaction)
        {
            Cipher.Encrypt(PageHome.Database, offset, page, Scratch);
        }
        else if (transaction.TryNextPageOne(nonce))
        {
            Cipher.Encrypt(PageHome.Database, offset, page, Scratch, nonce);
        }
        else
        {
            return Result.WriteFailed;
        }

        var result = WriteBehind(behind, Scratch, offset);
        if (offset == 0)
        {
            Key.PageOne = Scratch[PageCipher.ContentSize..][..FileKey.PageOneSize];
        }

        return result;
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
