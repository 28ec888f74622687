using System.Globalization;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>Finds out what lies on pages that the disk does not give back, in terms of the record. Reads what can still be read: the indexes name the rows, and the history their persons.</summary>
internal sealed class DamagedRecords
{
    // What no index names by itself; together they are the history of the record, and what is being typed.
    private static readonly string[] Beside = ["Acts", "RowVersions", "ChainLinks", "Drafts"];

    private readonly SqliteConnection _connection;
    private readonly string _visits;
    private readonly string? _visitDays;
    private readonly int _most;
    private readonly List<ChangedRecord> _records = [];
    private long _rows;

    private DamagedRecords(SqliteConnection connection, IModel model, int most)
    {
        (_connection, _most) = (connection, most);
        IEntityType visits = model.FindEntityType(typeof(Visit))!;
        _visits = visits.GetTableName()!;
        _visitDays = visits.GetIndexes().FirstOrDefault(index => index.Properties[0].Name == nameof(Visit.HeldOn))?.GetDatabaseName();
    }

    /// <summary>Finds them. Slow on a large journal: every row is read.</summary>
    /// <param name="connection">Open on the damaged database, and used by nobody else meanwhile.</param>
    /// <param name="model">The model, for the tables of recorded rows.</param>
    /// <param name="most">The largest number of records that is named.</param>
    /// <param name="cancellation">Stops between two tables.</param>
    public static (IReadOnlyList<ChangedRecord> Named, long Rows) Of(SqliteConnection connection, IModel model, int most, CancellationToken cancellation)
    {
        DamagedRecords found = new(connection, model, most);
        foreach (StoredTable table in StoredTable.AllOf(model))
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(table.Name);
        }

        foreach (string table in Beside)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!found.CanRead($"SELECT * FROM \"{table}\""))
            {
                found.Name(new ChangedRecord(table, null, null));
            }
        }

        return (found._records, found._rows);
    }

    private void Add(string table)
    {
        if (CanRead($"SELECT * FROM \"{table}\""))
        {
            return;
        }

        if (Rows(table) is not { } rows)
        {
            // Table and index are damaged: which rows there were is not known.
            _rows++;
            Name(new ChangedRecord(table, null, null));
            return;
        }

        Narrow(table, rows, 0, rows.Count - 1);
    }

    // Half of a range that cannot be read is read again, until what cannot be read is single rows.
    private void Narrow(string table, IReadOnlyList<(long Row, Guid Id)> rows, int first, int last)
    {
        if (first > last || CanRead(string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{table}\" WHERE rowid BETWEEN {rows[first].Row} AND {rows[last].Row}")))
        {
            return;
        }

        if (first < last)
        {
            int middle = (first + last) / 2;
            Narrow(table, rows, first, middle);
            Narrow(table, rows, middle + 1, last);
            return;
        }

        _rows++;
        if (_records.Count < _most)
        {
            Name(new ChangedRecord(table, PersonOf(rows[first].Id), table == _visits ? DayOf(rows[first].Row) : null));
        }
    }

    private void Name(ChangedRecord record)
    {
        if (_records.Count < _most && !_records.Contains(record))
        {
            _records.Add(record);
        }
    }

    // The index of the ids has every row of its table, and lies on other pages.
    private List<(long Row, Guid Id)>? Rows(string table)
    {
        List<(long, Guid)> rows = [];
        return Try($"SELECT rowid, \"Id\" FROM \"{table}\" INDEXED BY \"sqlite_autoindex_{table}_1\" ORDER BY rowid", null, reader => rows.Add((reader.GetInt64(0), ChainedActReader.IdOf(reader[1])))) ? rows : null;
    }

    private Guid? PersonOf(Guid id)
    {
        Guid? person = null;
        Try(
            """SELECT a."PatientId" FROM "RowVersions" AS v JOIN "Acts" AS a ON a."Id" = v."ActId" WHERE v."RowId" = $value LIMIT 1""",
            Convert.FromHexString(id.ToString("N")),
            reader => person = reader[0] is byte[] ? ChainedActReader.IdOf(reader[0]) : null);
        return person;
    }

    private DateOnly? DayOf(long row)
    {
        DateOnly? day = null;
        Try(
            $"SELECT \"HeldOn\" FROM \"{_visits}\" INDEXED BY \"{_visitDays}\" WHERE \"VoidedAtUtc\" IS NULL AND rowid = $value",
            row,
            reader => day = DateOnly.TryParse(reader[0] as string, CultureInfo.InvariantCulture, out DateOnly held) ? held : null);
        return day;
    }

    private bool CanRead(string sql) => Try(sql, null, reader =>
    {
        // A long text lies on pages of its own, which are read when it is asked for.
        for (int column = 0; column < reader.FieldCount; column++)
        {
            _ = reader.GetValue(column);
        }
    });

    private bool Try(string sql, object? value, Action<SqliteDataReader> row)
    {
        try
        {
            using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names from the model and numbers, no input.
            command.CommandText = sql;
#pragma warning restore CA2100
            if (value is not null)
            {
                command.Parameters.AddWithValue("$value", value);
            }

            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                row(reader);
            }

            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
