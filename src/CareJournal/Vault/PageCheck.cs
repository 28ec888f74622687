using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>Reads every page of a database from the disk, also those that no table uses and those that SQLite has in memory.</summary>
internal static unsafe class PageCheck
{
    /// <summary>
    /// Counts the pages that are not what was written. Each one is also reported as damage, as when SQLite reads it.
    /// </summary>
    /// <param name="connection">Open, on an encrypted database, and used by nobody else meanwhile.</param>
    /// <exception cref="SqliteException">The file cannot be read at all, or its key was removed.</exception>
    public static long CountDamaged(SqliteConnection connection)
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

        long size;
        Demand(file->Methods->Size(file, &size));
        var damaged = 0L;
        Span<byte> page = stackalloc byte[PageCipher.PageSize];
        fixed (byte* bytes = page)
        {
            for (var offset = 0L; offset < size; offset += PageCipher.PageSize)
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
