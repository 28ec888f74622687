using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>Reads every page of a database from the disk, also those that no table uses and those that SQLite has in memory.</summary>
internal static unsafe class PageCheck
{
    // 8 MB: read and decrypted in a few hundredths of a second.
    private const long PagesAtOnce = 2_048;

    /// <summary>
    /// Counts the pages that are not what was written. Each one is also reported as damage, as when SQLite reads it.
    /// </summary>
    /// <param name="connection">Open, on an encrypted database, and used by nobody else meanwhile.</param>
    /// <exception cref="SqliteException">The file cannot be read at all, or its key was removed.</exception>
    public static long CountDamaged(SqliteConnection connection) => CountDamaged(connection, 0, long.MaxValue, out _);

    /// <summary>Counts them in parts: whoever saves meanwhile waits for one part, not for all of the file.</summary>
    /// <inheritdoc cref="CountDamaged(SqliteConnection)"/>
    /// <param name="connection">Open, on an encrypted database, and used by nobody else meanwhile.</param>
    /// <param name="part">Runs the reading of one part.</param>
    /// <param name="progress">Receives the share that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops between two parts.</param>
    public static (long Pages, long Damaged) CountInParts(SqliteConnection connection, Func<Func<(long Damaged, long Size)>, (long Damaged, long Size)> part, Action<double> progress, CancellationToken cancellation)
    {
        var (from, damaged, size) = (0L, 0L, 1L);
        for (; from < size; from += PagesAtOnce * PageCipher.PageSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = from;
            (var found, size) = part(() => (CountDamaged(connection, first, PagesAtOnce, out var bytes), bytes));
            damaged += found;
            progress(Math.Min(1, (from + (PagesAtOnce * PageCipher.PageSize)) / (double)size));
        }

        return (size / PageCipher.PageSize, damaged);
    }

    private static long CountDamaged(SqliteConnection connection, long from, long pages, out long size)
    {
        // A read lock: no page is written while it is being checked.
        using var transaction = connection.BeginTransaction(deferred: true);
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT count(*) FROM sqlite_schema";
            command.ExecuteScalar();
        }

        OpenFile* file;
        fixed (byte* main = "main\0"u8)
        {
            Demand(sqlite3_file_control(connection.Handle!.DangerousGetHandle(), main, FilePointer, &file));
        }

        long bytesOnDisk;
        Demand(file->Methods->Size(file, &bytesOnDisk));
        size = bytesOnDisk;
        var end = pages > bytesOnDisk / PageCipher.PageSize ? bytesOnDisk : Math.Min(bytesOnDisk, from + (pages * PageCipher.PageSize));
        var damaged = 0L;
        Span<byte> page = stackalloc byte[PageCipher.PageSize];
        fixed (byte* bytes = page)
        {
            for (var offset = from; offset < end; offset += PageCipher.PageSize)
            {
                var result = offset == PendingByte ? Result.Ok : file->Methods->Read(file, bytes, PageCipher.PageSize, offset);
                if (result == Result.NotAuthorised)
                {
                    Demand(result);
                }

                damaged += result == Result.Ok ? 0 : 1;
            }
        }

        page.Clear();
        return damaged;
    }

    private static void Demand(int result)
    {
        if (result != Result.Ok)
        {
            throw new SqliteException($"The pages cannot be read (code {result}).", result & 0xFF, result);
        }
    }
}
