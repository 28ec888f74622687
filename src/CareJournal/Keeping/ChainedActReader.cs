using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>
/// Reads acts and the rows that they left from a file, for the digests of the chain (<see cref="ReadRow.Digested"/>). What an act left is what the next act on the row found, else the row
/// itself. Reads values as they lie there, so that a value that somebody else put there stops nothing.
/// </summary>
internal sealed class ChainedActReader : IDisposable
{
    /// <summary>The number of acts that are best read at once.</summary>
    public const int AtOnce = 400;

    // A statement with as many ids as this is run again and again: one for each id would cost several times the reading.
    private const int Ids = 64;

    private static readonly string InIds = string.Create(CultureInfo.InvariantCulture, $"IN ({string.Join(", ", Enumerable.Range(0, Ids).Select(id => $"$id{id}"))})");

    private readonly SqliteCommand _acts;
    private readonly SqliteCommand _versions;
    private readonly Dictionary<string, (StoredTable Table, SqliteCommand Rows)> _tables;

    /// <param name="connection">Open, and used by nobody else meanwhile. A transaction that it is in is the caller's.</param>
    /// <param name="model">The model, for the tables of recorded rows.</param>
    public ChainedActReader(SqliteConnection connection, IModel model)
    {
        _acts = CommandOf(connection, $"""SELECT "Id", "AtUtc", "Kind", "PatientId", "UndoesActId", "Reason", "DraftId", "Detail" FROM "Acts" WHERE "Id" {InIds}""");
        _versions = CommandOf(
            connection,
            $"""
            SELECT v."ActId", v."Table", v."RowId", v."RevisionAfter", n."Before", v."RevisionAfter" = 1 AND v."Before" IS NOT NULL
            FROM "RowVersions" AS v LEFT JOIN "RowVersions" AS n ON n."RowId" = v."RowId" AND n."RevisionAfter" = v."RevisionAfter" + 1
            WHERE v."ActId" {InIds}
            """);
        _tables = StoredTable.AllOf(model).ToDictionary(
            table => table.Name,
            table => (table, CommandOf(connection, $"""SELECT "Id", "Revision", {table.Selection} FROM "{table.Name}" WHERE "Id" {InIds}""")),
            StringComparer.Ordinal);
    }

    /// <summary>Reads acts with the rows that they changed, as they left them. An act that is not in the file is not in the answer.</summary>
    public IReadOnlyDictionary<Guid, (ChainedAct Act, IReadOnlyList<ReadRow> Rows)> Read(IReadOnlyCollection<Guid> actIds)
    {
        Dictionary<Guid, (ChainedAct Act, IReadOnlyList<ReadRow> Rows)> acts = [];
        ILookup<Guid, ReadRow> rows = RowsOf(actIds).ToLookup(row => row.ActId, row => row.Row);
        foreach (SqliteDataReader act in Read(_acts, actIds))
        {
            Guid id = IdOf(act[0]);
            acts[id] = (new ChainedAct(act[0] as byte[], act[1] as string, act[2] as string, act[3] as byte[], act[4] as byte[], act[5] as string, act[6] as byte[], act[7] as string), [.. rows[id]]);
        }

        return acts;
    }

    public void Dispose()
    {
        _acts.Dispose();
        _versions.Dispose();
        foreach ((_, SqliteCommand rows) in _tables.Values)
        {
            rows.Dispose();
        }
    }

    /// <summary>Returns an id as it lies in the file; the empty one for anything else.</summary>
    public static Guid IdOf(object? stored) => stored is byte[] { Length: 16 } bytes ? new Guid(bytes, true) : Guid.Empty;

    private List<(Guid ActId, ReadRow Row)> RowsOf(IReadOnlyCollection<Guid> actIds)
    {
        List<(Guid ActId, ReadRow Row)> rows = [];
        List<(Guid ActId, string Table, Guid RowId, long Revision)> standing = [];
        foreach (SqliteDataReader version in Read(_versions, actIds))
        {
            (Guid act, string table, Guid row, long revision) = (IdOf(version[0]), version[1] as string ?? "", IdOf(version[2]), version[3] as long? ?? 0);
            if (version.GetInt64(5) != 0)
            {
                // Nothing was there before a row was made: whoever undid that would be given what somebody else wrote.
                rows.Add((act, new ReadRow(table, row, revision, null, null)));
            }
            else if (version.IsDBNull(4))
            {
                standing.Add((act, table, row, revision));
            }
            else
            {
                rows.Add((act, new ReadRow(table, row, revision, version[4] as string ?? "", null)));
            }
        }

        foreach (var table in standing.GroupBy(version => version.Table, StringComparer.Ordinal))
        {
            Dictionary<(Guid, long), byte[]> stored = StoredIn(table.Key, [.. table.Select(version => version.RowId)]);
            rows.AddRange(table.Select(version => (version.ActId, new ReadRow(version.Table, version.RowId, version.Revision, null, stored.GetValueOrDefault((version.RowId, version.Revision))))));
        }

        return rows;
    }

    // By id and revision: a row that was put back to an earlier revision is not what the act left.
    private Dictionary<(Guid, long), byte[]> StoredIn(string table, IReadOnlyCollection<Guid> rowIds)
    {
        Dictionary<(Guid, long), byte[]> found = [];
        if (_tables.TryGetValue(table, out var stored))
        {
            foreach (SqliteDataReader row in Read(stored.Rows, rowIds))
            {
                found[(IdOf(row[0]), row[1] as long? ?? 0)] = RowDigest.Read(row, stored.Table, first: 2);
            }
        }

        return found;
    }

    private static IEnumerable<SqliteDataReader> Read(SqliteCommand command, IReadOnlyCollection<Guid> ids)
    {
        foreach (Guid[] part in ids.Chunk(Ids))
        {
            for (int id = 0; id < Ids; id++)
            {
                command.Parameters[id].Value = id < part.Length ? part[id].ToByteArray(true) : DBNull.Value;
            }

            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                yield return reader;
            }
        }
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the model, no input.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int id = 0; id < Ids; id++)
        {
            command.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"$id{id}"), SqliteType.Blob);
        }

        return command;
    }
}
