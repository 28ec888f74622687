using System.Collections.Concurrent;
using System.Runtime.InteropServices;
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
/// or damage there; <c>SQLITE_IOERR_DATA</c> (8202), a later page is damaged, or the head of the journal asks for what cannot be; <c>SQLITE_IOERR_AUTH</c> (7178),
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
    /// <param name="damaged">
    /// Called at most once, the moment bytes of the database or of its journal are not what was written, whatever SQLite then answers.
    /// It runs in the middle of SQLite's reading: it may take note, and must neither wait nor throw.
    /// </param>
    /// <exception cref="ArgumentException">The key is not 32 bytes, or the path is empty or cannot be resolved.</exception>
    /// <exception cref="InvalidOperationException">This path has a key already.</exception>
    public static IDisposable UseKey(string path, ReadOnlySpan<byte> key, Action? damaged = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (key.Length != PageCipher.KeySize)
        {
            throw new ArgumentException($"A key has {PageCipher.KeySize} bytes, not {key.Length}.", nameof(key));
        }

        Register();
        var fullPath = FullPath(path);
        var fileKey = new FileKey(fullPath, key, forget: () => Keys.TryRemove(fullPath, out _), damaged);
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
