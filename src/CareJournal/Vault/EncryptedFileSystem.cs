using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// A file system for SQLite that encrypts every page on its way to the disk and checks it on its way back.
/// It stands on the file system of the operating system, so locks, syncs and renames stay SQLite's own.
/// The rest of the program knows only <c>Data Source=…;Vfs=…</c>.
/// <para>Served: a database and its rollback journal whose key was given by <see cref="UseKey"/>. Refused with
/// <c>SQLITE_CANTOPEN</c>: everything else, above all a file without a key, a write-ahead log and a temporary file,
/// because what cannot be encrypted must not be written.</para>
/// <para>Answers that mean something: <c>SQLITE_NOTADB</c> (26), page 1 does not open: wrong key, a plain file,
/// or damage there; <c>SQLITE_IOERR_DATA</c> (8202), a later page is damaged; <c>SQLITE_IOERR_AUTH</c> (7178),
/// the key was taken away while the file was open.</para>
/// </summary>
public static unsafe class EncryptedFileSystem
{
    /// <summary>What to write after <c>Vfs=</c> in a connection string.</summary>
    public const string Name = "carejournal";

    private const string JournalEnding = "-journal";

    private static readonly Lock Gate = new();

    private static readonly ConcurrentDictionary<string, FileKey> Keys =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static FileSystem* _systemFiles;

    /// <summary>The operating system's file system, which does the real reading and writing.</summary>
    internal static FileSystem* SystemFiles => _systemFiles;

    /// <summary>Makes this file system known to SQLite under <see cref="Name"/>, beside the ordinary one. May be called again.</summary>
    /// <exception cref="InvalidOperationException">SQLite refused it.</exception>
    public static void Register()
    {
        lock (Gate)
        {
            if (_systemFiles is not null)
            {
                return;
            }

            SQLitePCL.Batteries_V2.Init();
            var system = sqlite3_vfs_find(null);
            if (system is null)
            {
                throw new InvalidOperationException("SQLite has no file system to stand on.");
            }

            // SQLite keeps the pointer for the life of the process: this memory is never freed.
            var ours = (FileSystem*)NativeMemory.Alloc((nuint)sizeof(FileSystem));
            *ours = *system;
            ours->Next = null;
            ours->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
            ours->FileSize = FileCallbacks.HeaderSize + system->FileSize;
            ours->Open = &FileCallbacks.Open;
            _systemFiles = system;

            var result = sqlite3_vfs_register(ours, makeDefault: 0);
            if (result != Result.Ok)
            {
                _systemFiles = null;
                throw new InvalidOperationException($"SQLite refused the encrypted file system (code {result}).");
            }
        }
    }

    /// <summary>
    /// From now until the answer is disposed, the database at <paramref name="path"/> and its journal are read and written
    /// with <paramref name="key"/>. Disposing zeroes the key, and files still open under it can no longer be read or written:
    /// close the connections first.
    /// </summary>
    /// <param name="path">The database file, existing or to be made. Links on the way are resolved as SQLite does.</param>
    /// <param name="key">32 bytes; copied, so the caller zeroes its own.</param>
    /// <exception cref="ArgumentException">The key is not 32 bytes, or the path is empty or cannot be resolved.</exception>
    /// <exception cref="InvalidOperationException">This path has a key already.</exception>
    public static IDisposable UseKey(string path, ReadOnlySpan<byte> key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (key.Length != PageCipher.KeySize)
        {
            throw new ArgumentException($"A key has {PageCipher.KeySize} bytes, not {key.Length}.", nameof(key));
        }

        Register();
        var fullPath = FullPath(path);
        var fileKey = new FileKey(key, forget: () => Keys.TryRemove(fullPath, out _));
        if (!Keys.TryAdd(fullPath, fileKey))
        {
            fileKey.Zero();
            throw new InvalidOperationException("This file has a key already.");
        }

        return fileKey;
    }

    /// <summary>
    /// Asks SQLite to leave 32 bytes of each page to us. To be called on the first connection to a <em>new</em> database,
    /// before anything is written; without it the first write is refused. A copy made by <c>VACUUM INTO</c> or the backup
    /// interface inherits it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is closed, or SQLite refused.</exception>
    public static void ReservePages(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        var bytes = PageCipher.ReservedBytes;
        fixed (byte* main = "main\0"u8)
        {
            var result = sqlite3_file_control(handle.DangerousGetHandle(), main, ReserveBytes, &bytes);
            if (result != Result.Ok)
            {
                throw new InvalidOperationException($"SQLite did not reserve room in its pages (code {result}).");
            }
        }
    }

    /// <summary>
    /// The key for a file that SQLite wants to open, or <c>null</c>: then it must not be opened.
    /// A journal is served by the key of the database it belongs to.
    /// </summary>
    internal static FileKey? KeyFor(string? path, OpenRequest request, out PageHome home)
    {
        home = PageHome.Database;
        if (path is null)
        {
            return null;
        }

        if (request.HasFlag(OpenRequest.MainJournal) && path.EndsWith(JournalEnding, StringComparison.Ordinal))
        {
            home = PageHome.Journal;
            return Keys.GetValueOrDefault(path[..^JournalEnding.Length]);
        }

        return request.HasFlag(OpenRequest.MainDatabase) ? Keys.GetValueOrDefault(path) : null;
    }

    /// <summary>The path as SQLite will name it when it opens the file, so that both speak of the same one.</summary>
    private static string FullPath(string path)
    {
        var buffer = new byte[SystemFiles->LongestPath + 1];
        fixed (byte* given = Encoding.UTF8.GetBytes(path + '\0'))
        fixed (byte* full = buffer)
        {
            var result = SystemFiles->FullPath(SystemFiles, given, buffer.Length, full);
            return result is Result.Ok or Result.OkSymbolicLink
                ? Marshal.PtrToStringUTF8((nint)full)!
                : throw new ArgumentException($"The path cannot be resolved (code {result}).", nameof(path));
        }
    }
}

/// <summary>
/// The functions that SQLite calls for an open file. Reading and writing go to <see cref="EncryptedFile"/>, the rest
/// straight to the system's own file. No exception may leave any of them.
/// <para>In memory a file is: our method table · a handle to its <see cref="EncryptedFile"/> · the system's own file.</para>
/// </summary>
internal static unsafe class FileCallbacks
{
    /// <summary>Bytes before the system's own file; a multiple of 16, so that it stays aligned.</summary>
    public const int HeaderSize = 16;

    private static readonly FileMethods* Methods = MakeMethods();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Open(FileSystem* fileSystem, byte* name, OpenFile* file, int flags, int* flagsOut)
    {
        // An empty method table tells SQLite that there is nothing to close.
        file->Methods = null;
        try
        {
            var path = Marshal.PtrToStringUTF8((nint)name);
            var key = EncryptedFileSystem.KeyFor(path, (OpenRequest)flags, out var home);
            var cipher = key?.NewCipher();
            if (key is null || cipher is null)
            {
                return Result.CannotOpen;
            }

            var open = new EncryptedFile(key, cipher, home);
            var handle = GCHandle.Alloc(open);
            var system = EncryptedFileSystem.SystemFiles;
            Behind(file)->Methods = null;
            var result = system->Open(system, name, Behind(file), flags, flagsOut);
            if (result != Result.Ok)
            {
                handle.Free();
                open.Dispose();
                return result;
            }

            *Handle(file) = GCHandle.ToIntPtr(handle);
            file->Methods = Methods;
            return Result.Ok;
        }
        catch (Exception)
        {
            return Result.CannotOpen;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        try
        {
            var open = Opened(file);
            GCHandle.FromIntPtr(*Handle(file)).Free();
            open.Dispose();
        }
        catch (Exception)
        {
            // The file behind is closed all the same.
        }

        file->Methods = null;
        return Behind(file)->Methods->Close(Behind(file));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* destination, int count, long offset)
    {
        try
        {
            return Opened(file).Read(Behind(file), new Span<byte>(destination, count), offset);
        }
        catch (ObjectDisposedException)
        {
            return Result.NotAuthorised;
        }
        catch (Exception)
        {
            return Result.ReadFailed;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* source, int count, long offset)
    {
        try
        {
            return Opened(file).Write(Behind(file), new ReadOnlySpan<byte>(source, count), offset);
        }
        catch (ObjectDisposedException)
        {
            return Result.NotAuthorised;
        }
        catch (Exception)
        {
            return Result.WriteFailed;
        }
    }

    private static nint* Handle(OpenFile* file) => (nint*)((byte*)file + sizeof(OpenFile));

    private static EncryptedFile Opened(OpenFile* file) => (EncryptedFile)GCHandle.FromIntPtr(*Handle(file)).Target!;

    private static OpenFile* Behind(OpenFile* file) => (OpenFile*)((byte*)file + HeaderSize);

    private static FileMethods* MakeMethods()
    {
        // As long as the process lives, some file may point here: this memory is never freed.
        var methods = (FileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(FileMethods));
        methods->Version = 2;
        methods->Close = &Close;
        methods->Read = &Read;
        methods->Write = &Write;
        methods->Truncate = &Truncate;
        methods->Sync = &Sync;
        methods->Size = &Size;
        methods->Lock = &Lock;
        methods->Unlock = &Unlock;
        methods->CheckReservedLock = &CheckReservedLock;
        methods->Control = &Control;
        methods->SectorSize = &SectorSize;
        methods->DeviceCharacteristics = &DeviceCharacteristics;
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long size) => Behind(file)->Methods->Truncate(Behind(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags) => Behind(file)->Methods->Sync(Behind(file), flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Size(OpenFile* file, long* size) => Behind(file)->Methods->Size(Behind(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(OpenFile* file, int level) => Behind(file)->Methods->Lock(Behind(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(OpenFile* file, int level) => Behind(file)->Methods->Unlock(Behind(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(OpenFile* file, int* answer) => Behind(file)->Methods->CheckReservedLock(Behind(file), answer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Control(OpenFile* file, int operation, void* argument) => Behind(file)->Methods->Control(Behind(file), operation, argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(OpenFile* file) => EncryptedFile.JournalSector;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(OpenFile* file) => Behind(file)->Methods->DeviceCharacteristics(Behind(file));
}

/// <summary>
/// What an open file does with a page on its way to and from the system's own file behind it.
/// SQLite calls from several threads, but never two at once for the same file.
/// </summary>
internal sealed unsafe class EncryptedFile : IDisposable
{
    // The journal's header fills one sector. Held at 512, it is never mistaken for a page, whatever the disk says.
    public const int JournalSector = 512;

    // SQLite reads the 100 bytes at the start once without a lock, so another connection may just be writing there.
    private const int UnlockedHeaderSize = 100;
    private const int UnlockedTries = 5;

    // Page 1 tells at bytes 18 and 19 whether the database wants a write-ahead log (2) or not (1), and at byte 20
    // how many bytes of each page are ours (https://sqlite.org/fileformat2.html#the_database_header).
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

    /// <summary>A page, or a piece of one: then the whole page is decrypted aside and the piece cut out.</summary>
    private int ReadDatabase(OpenFile* behind, Span<byte> destination, long offset)
    {
        var within = (int)(offset % PageCipher.PageSize);
        if (within + destination.Length > PageCipher.PageSize)
        {
            return Result.ReadFailed;
        }

        var isWholePage = destination.Length == PageCipher.PageSize;
        var page = isWholePage ? destination : _scratch;
        var triesLeft = offset == 0 && destination.Length == UnlockedHeaderSize ? UnlockedTries : 1;
        int result;
        do
        {
            result = ReadPage(behind, page, offset - within);
        }
        while (result == Result.NotADatabase && --triesLeft > 0);

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

    /// <summary>One whole page of the database: decrypted, past the end (<see cref="Result.ShortRead"/>), or damaged.</summary>
    private int ReadPage(OpenFile* behind, Span<byte> page, long offset)
    {
        var damaged = offset == 0 ? Result.NotADatabase : Result.DamagedData;
        var result = ReadBehind(behind, page, offset);
        if (result == Result.ShortRead)
        {
            // SQLite takes what is past the end for zeros. Half a page is not past the end: it was cut off.
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
    /// SQLite may write past the end and leave pages between that it never fills. On disk they would be zeros, which no
    /// longer could be told from zeros left by a failing disk; so they are written as encrypted empty pages.
    /// </summary>
    private int FillGap(OpenFile* behind, long offset)
    {
        long size;
        var result = behind->Methods->Size(behind, &size);
        if (result != Result.Ok || size >= offset)
        {
            return result;
        }

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
    /// Whole pages of the journal are encrypted; what is smaller is its bookkeeping (counts, page numbers, checksums).
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
        return result != Result.Ok || destination.Length != PageCipher.PageSize || _cipher.TryDecrypt(PageHome.Journal, offset, destination)
            ? result
            : Result.DamagedData;
    }

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
    /// Whether we can serve the database that begins with this page. Once written, a wish for a write-ahead log
    /// would make the file impossible to open.
    /// </summary>
    private static bool IsServed(ReadOnlySpan<byte> firstPage) =>
        firstPage[ReservePosition] == PageCipher.ReservedBytes
        && firstPage[WriteVersionPosition] == RollbackJournal
        && firstPage[ReadVersionPosition] == RollbackJournal;
}
