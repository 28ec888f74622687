using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// Writes the free pages of a database anew after a rollback. SQLite does not keep the former content of a free page that a transaction takes into use, since it means
/// nothing: a power cut that tears such a page leaves it torn. SQLite never reads it again, but everything that reads all pages would take it for damage.
/// </summary>
internal static unsafe class FreePages
{
    // Page 1 holds the first trunk page of the list of free pages; a trunk page the next one, a number, and as many free pages
    // (https://sqlite.org/fileformat2.html#the_freelist).
    private const int FirstTrunkPosition = 32;
    private const int CountPosition = 4;
    private const int PagesPosition = 8;
    private const int NumberSize = 4;

    // SQLITE_SYNC_FULL
    private const int FullSync = 3;

    /// <summary>Writes them, and syncs the database.</summary>
    /// <param name="connection">Open for writing on an encrypted database, and used by nobody else meanwhile.</param>
    /// <exception cref="SqliteException">The list of free pages is damaged, or the disk did not allow it.</exception>
    public static void WriteAnew(SqliteConnection connection)
    {
        Execute(connection, "BEGIN EXCLUSIVE");
        try
        {
            OpenFile* file;
            fixed (byte* main = "main\0"u8)
            {
                Demand(sqlite3_file_control(connection.Handle!.DangerousGetHandle(), main, FilePointer, &file));
            }

            long size;
            Demand(file->Methods->Size(file, &size));
            var pages = size / PageCipher.PageSize;
            var page = new byte[PageCipher.PageSize];
            var empty = new byte[PageCipher.PageSize];
            Read(file, 1, page);
            var trunk = Number(page, FirstTrunkPosition);

            // Every trunk page is one of the file's: a list that is longer goes in a circle.
            for (var turn = 0L; trunk != 0 && turn < pages; turn++)
            {
                Read(file, Within(trunk, pages), page);
                trunk = Number(page, 0);
                for (var at = PagesPosition; at < PagesPosition + (Number(page, CountPosition) * NumberSize) && at + NumberSize <= page.Length; at += NumberSize)
                {
                    Write(file, Within(Number(page, at), pages), empty);
                }
            }

            Demand(file->Methods->Sync(file, FullSync));
        }
        finally
        {
            Execute(connection, "COMMIT");
        }
    }

    private static uint Within(uint page, long pages) =>
        page > 1 && page <= pages ? page : throw new SqliteException("The list of free pages is damaged.", Result.DamagedData & 0xFF, Result.DamagedData);

    private static uint Number(byte[] page, int at) => BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at));

    private static void Read(OpenFile* file, uint number, byte[] page)
    {
        fixed (byte* bytes = page)
        {
            Demand(file->Methods->Read(file, bytes, PageCipher.PageSize, (number - 1L) * PageCipher.PageSize));
        }
    }

    private static void Write(OpenFile* file, uint number, byte[] page)
    {
        fixed (byte* bytes = page)
        {
            Demand(file->Methods->Write(file, bytes, PageCipher.PageSize, (number - 1L) * PageCipher.PageSize));
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Demand(int result)
    {
        if (result != Result.Ok)
        {
            throw new SqliteException($"The free pages cannot be written anew (code {result}).", result & 0xFF, result);
        }
    }
}
