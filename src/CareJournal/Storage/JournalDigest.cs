using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <summary>The number of all rows of a journal, and a digest of every value in them, read one by one.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Sha256">SHA-256 over tables, rows and values in a fixed order, in hexadecimal.</param>
internal sealed record JournalDigest(long Rows, string Sha256)
{
    /// <summary>Reads everything; throws on the first page that does not decrypt.</summary>
    public static JournalDigest Of(SqliteConnection connection) => Of(connection, TablesOf(connection));

    /// <summary>Returns the tables with recorded data, each with its columns. EF's own table of migrations and the search index, which is derived, are left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> TablesOf(SqliteConnection connection)
    {
        SortedDictionary<string, IReadOnlyList<string>> tables = new(StringComparer.Ordinal);
        foreach (string table in Strings(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'Search%'"))
        {
            tables.Add(table, Strings(connection, $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
        }

        return tables;
    }

    /// <summary>Reads the given columns of the given tables; throws on the first page that does not decrypt.</summary>
    public static JournalDigest Of(SqliteConnection connection, IReadOnlyDictionary<string, IReadOnlyList<string>> tables)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = 0;
        foreach ((string table, IReadOnlyList<string> columns) in tables)
        {
            Append(hash, table);
            using SqliteCommand command = connection.CreateCommand();

            // A copy may renumber its rows, so the order is that of the first column: the key.
            command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM \"{table}\" ORDER BY 1";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows++;
                for (int column = 0; column < reader.FieldCount; column++)
                {
                    Append(hash, reader.GetValue(column));
                }
            }
        }

        return new JournalDigest(rows, Convert.ToHexString(hash.GetHashAndReset()));
    }

    /// <summary>Whether SQLite's own checks find no fault in the file, references included.</summary>
    public static bool IsSound(SqliteConnection connection) =>
        HasSoundStructure(connection) && Strings(connection, "PRAGMA foreign_key_check").Count == 0;

    /// <summary>Whether SQLite's own checks find no fault in tables and indexes.</summary>
    public static bool HasSoundStructure(SqliteConnection connection) => Strings(connection, "PRAGMA integrity_check") is ["ok"];

    private static List<string> Strings(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> answers = [];
        while (reader.Read())
        {
            answers.Add(reader.GetString(0));
        }

        return answers;
    }

    private static void Append(IncrementalHash hash, object value)
    {
        byte[] bytes = value switch
        {
            byte[] blob => blob,
            long number => BitConverter.GetBytes(number),
            double number => BitConverter.GetBytes(number),
            string text => Encoding.UTF8.GetBytes(text),
            _ => [],
        };
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)Type.GetTypeCode(value.GetType());
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
