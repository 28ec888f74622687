using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// Reads pages of a database as they lie on the disk, encrypted, each decrypted beside to see that it is what was written. They are read through
/// SQLite's own handle: to open and close the file once more would end every lock of this process on it (https://sqlite.org/howtocorrupt.html).
/// </summary>
internal static unsafe class RawPages
{
    /// <summary>The number of pages that are read in one part: 4 MB, some hundredths of a second.</summary>
    public const int AtOnce = 1_024;

    /// <summary>Reads some pages. Nobody writes meanwhile: the caller sees to it, and a read lock is held.</summary>
    /// <param name="connection">Open, on an encrypted database, and used by nobody else meanwhile.</param>
    /// <param name="offsets">The offsets of the pages in the file; those past its end are left out.</param>
    /// <param name="take">Called with each offset and its page; the page is overwritten afterwards.</param>
    /// <returns>The size of the file in bytes, and the number of pages that are not what was written. These too are passed on.</returns>
    /// <exception cref="SqliteException">The file cannot be read, or its key was removed.</exception>
    public static (long Size, int Damaged) Read(SqliteConnection connection, IEnumerable<long> offsets, Action<long, ReadOnlyMemory<byte>> take)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        using (SqliteCommand command = connection.CreateCommand())
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
        OpenFile* behind = FileCallbacks.Behind(file);
        int damaged = 0;
        byte[] page = new byte[PageCipher.PageSize];
        fixed (byte* bytes = page)
        {
            foreach (long offset in offsets)
            {
                if (offset >= size || offset == PendingByte)
                {
                    continue;
                }

                int result = file->Methods->Read(file, bytes, PageCipher.PageSize, offset);
                if (result == Result.NotAuthorised)
                {
                    Demand(result);
                }

                damaged += result == Result.Ok ? 0 : 1;
                result = behind->Methods->Read(behind, bytes, PageCipher.PageSize, offset);
                Demand(result == Result.ShortRead ? Result.Ok : result);
                take(offset, page);
            }
        }

        return (size, damaged);
    }

    private static void Demand(int result)
    {
        if (result != Result.Ok)
        {
            throw new SqliteException($"The pages cannot be read (code {result}).", result & 0xFF, result);
        }
    }
}
