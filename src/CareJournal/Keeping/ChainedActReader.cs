using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>
/// Reads acts and the rows that they left from a file, for the digests of the chain. What an act left is what the next act on the row found, else the row
/// itself. Reads values as they lie there, so that a value that somebody else put there stops nothing.
/// </summary>
internal sealed class ChainedActReader : IDisposable
{
    private readonly SqliteCommand _act;
    private readonly SqliteCommand _versions;
    private readonly SqliteCommand _next;
    private readonly Dictionary<string, (StoredTable Table, SqliteCommand Row)> _rows;

    /// <param name="connection">Open, and used by nobody else meanwhile. A transaction that it is in is the caller's.</param>
    /// <param name="model">The model, for the tables of recorded rows.</param>
    public ChainedActReader(SqliteConnection connection, IModel model)
    {
        _act = CommandOf(connection, """SELECT "Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId" FROM "Acts" WHERE "Id" = $id""");
        _versions = CommandOf(connection, """SELECT "Table", "RowId", "RevisionAfter" FROM "RowVersions" WHERE "ActId" = $id""");
        _next = CommandOf(connection, """SELECT "Before" FROM "RowVersions" WHERE "RowId" = $id AND "RevisionAfter" = $revision""");
        _next.Parameters.Add("$revision", SqliteType.Integer);
        _rows = StoredTable.AllOf(model).ToDictionary(
            table => table.Name,
            table => (table, CommandOf(connection, $"""SELECT "Revision", {table.Selection} FROM "{table.Name}" WHERE "Id" = $id""")),
            StringComparer.Ordinal);
    }

    /// <summary>Reads an act; <c>null</c> when it is not in the file.</summary>
    public ChainedAct? ActOf(byte[] actId)
    {
        using SqliteDataReader act = Read(_act, actId);
        return act.Read()
            ? new ChainedAct(act[0] as byte[], act[1] as string, act[2] as string, act[3] as byte[], act[4] as byte[], act[5] as string, act[6] as byte[])
            : null;
    }

    /// <summary>Reads the rows that an act changed, as it left them.</summary>
    public IReadOnlyList<ChainedRow> RowsOf(byte[] actId)
    {
        List<(string Table, byte[] RowId, long Revision)> versions = [];
        using (SqliteDataReader version = Read(_versions, actId))
        {
            while (version.Read())
            {
                versions.Add((version[0] as string ?? "", version[1] as byte[] ?? [], version[2] as long? ?? 0));
            }
        }

        return [.. versions.Select(version => new ChainedRow(version.Table, version.RowId, version.Revision, After(version.Table, version.RowId, version.Revision)))];
    }

    public void Dispose()
    {
        _act.Dispose();
        _versions.Dispose();
        _next.Dispose();
        foreach ((_, SqliteCommand row) in _rows.Values)
        {
            row.Dispose();
        }
    }

    private byte[] After(string table, byte[] rowId, long revision)
    {
        _next.Parameters["$revision"].Value = revision + 1;
        using (SqliteDataReader next = Read(_next, rowId))
        {
            if (next.Read())
            {
                return next[0] is string before ? OfJson(before) : [];
            }
        }

        if (!_rows.TryGetValue(table, out var stored))
        {
            return [];
        }

        using SqliteDataReader row = Read(stored.Row, rowId);
        return row.Read() && row[0] is long now && now == revision ? RowDigest.OfColumns(row, stored.Table, first: 1) : [];
    }

    private static byte[] OfJson(string before)
    {
        try
        {
            return RowDigest.OfJson(before);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static SqliteDataReader Read(SqliteCommand command, byte[] id)
    {
        command.Parameters["$id"].Value = id;
        return command.ExecuteReader();
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the model, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add("$id", SqliteType.Blob);
        return command;
    }
}
