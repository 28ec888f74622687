using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// A file system for SQLite that encrypts every page on its way to the disk and checks it on its way back.
/// It is built on the file system of the operating system, so locks, syncs and renames stay SQLite's own.
/// The rest of the program uses it only by <c>Data Source=…;Vfs=…</c>.
/// <para>Accepted: a database and its rollback journal whose key was given by <see cref="UseKey"/>. Refused with
/// <c>SQLITE_CANTOPEN</c>: everything else, above all a file without a key, a write-ahead log and a temporary file,
/// because what cannot be encrypted must not be written.</para>
/// <para>Result codes with a meaning of their own: <c>SQLITE_NOTADB</c> (26), page 1 does not decrypt: wrong key, a plain file,
/// or damage; <c>SQLITE_IOERR_DATA</c> (8202), a later page is damaged, or the rollback journal is not a complete one of this database; <c>SQLITE_IOERR_AUTH</c> (7178),
/// the key was removed while the file was open.</para>
/// </summary>
public static unsafe class EncryptedFileSystem
{
    /// <summary>The value of <c>Vfs=</c> in a connection string.</summary>
    public const string Name = "carejournal";

    private const string JournalEnding = "-journal";

    private static readonly Lock Gate = new();

    private static readonly ConcurrentDictionary<string, FileKey> Keys =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static FileSystem* _systemFiles;

    /// <summary>The operating system's file system, which does the actual reading and writing.</summary>
    internal static FileSystem* SystemFiles => _systemFiles;

    /// <summary>Registers this file system with SQLite under <see cref="Name"/>, beside the default one. May be called again.</summary>
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
    /// Lets the database at <paramref name="path"/> and its journal be read and written with <paramref name="key"/> until
    /// the result is disposed. Disposing zeroes the key, and files still open with it can no longer be read or written:
    /// close the connections first.
    /// </summary>
    /// <param name="path">The database file, existing or to be created. Links in the path are resolved as SQLite does.</param>
    /// <param name="key">32 bytes; copied, so the caller zeroes its own.</param>
    /// <param name="damaged">
    /// Called at most once, as soon as bytes of the database or of its journal are not what was written, whatever SQLite then reports.
    /// It runs while SQLite reads: it may record the damage, and must neither wait nor throw.
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

    /// <summary>Collects which pages of a database are written, by any of its connections, until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">The database has no key.</exception>
    internal static PageChanges CollectChanges(string path)
    {
        FileKey key = Keys.GetValueOrDefault(FullPath(path)) ?? throw new InvalidOperationException("This file has no key.");
        PageChanges changes = new(() => key.Collect(null));
        key.Collect(changes);
        return changes;
    }

    /// <summary>
    /// Asks SQLite to reserve 32 bytes of each page. To be called on the first connection to a <em>new</em> database,
    /// before anything is written; without it the first write is refused. A copy made by <c>VACUUM INTO</c> or the backup
    /// interface inherits it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection is closed, or SQLite refused.</exception>
    public static void ReservePages(SqliteConnection connection)
    {
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
    /// Returns the key for a file that SQLite wants to open; with <c>null</c> it must not be opened.
    /// A journal is encrypted with the key of the database it belongs to.
    /// </summary>
    internal static FileKey? KeyFor(string? path, OpenRequest request, out bool isJournal)
    {
        isJournal = false;
        if (path is null)
        {
            return null;
        }

        if (request.HasFlag(OpenRequest.MainJournal) && path.EndsWith(JournalEnding, StringComparison.Ordinal))
        {
            isJournal = true;
            return Keys.GetValueOrDefault(path[..^JournalEnding.Length]);
        }

        return request.HasFlag(OpenRequest.MainDatabase) ? Keys.GetValueOrDefault(path) : null;
    }

    /// <summary>Returns the path as SQLite will name it when it opens the file, so that both refer to the same one.</summary>
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
