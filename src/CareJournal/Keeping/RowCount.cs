using CareJournal.Storage;
using Microsoft.Data.Sqlite;

namespace CareJournal.Keeping;

/// <summary>Counts the rows of a journal.</summary>
internal static class RowCount
{
    /// <summary>Returns the number of rows of all tables with recorded data, the same as <see cref="JournalDigest.Rows"/>.</summary>
    public static long Of(SqliteConnection connection) => JournalDigest.TablesOf(connection).Keys.Sum(table => Of(connection, table));

    /// <summary>Returns the number of rows of one table.</summary>
    /// <param name="connection">Open on the file.</param>
    /// <param name="table">The name of a table of the file, no input.</param>
    /// <param name="where">A condition, no input.</param>
    public static long Of(SqliteConnection connection, string table, string where = "1")
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the file's own schema, no input.
        command.CommandText = $"""SELECT count(*) FROM "{table}" WHERE {where}""";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
