using System.Globalization;
using BenchmarkDotNet.Attributes;
using CareJournal.Benchmarks.Support;
using CareJournal.Measures;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures how long a whole follow-up takes to read. 600 visits, 2,400 answers, flare-ups, events and notes, read and put in order,
/// may take 15 ms, and half as much again as reading the same rows by hand.
/// </summary>
public class ReadingATimeline
{
    private static readonly string[] OtherTables = ["NextSteps", "Episodes", "FlareUps", "LifeEvents", "AbsenceNotes"];
    private readonly CareerJournal _journal = CareerJournal.Shared;

    /// <summary>Reads the same rows and columns by ADO.NET over the same encrypted file, typed where there are many of them.</summary>
    [Benchmark(Baseline = true)]
    public int ReadRowsByHand()
    {
        using SqliteConnection connection = new(JournalSchema.ConnectionString(_journal.File.Folder.DatabasePath, SqliteOpenMode.ReadWrite));
        connection.Open();
        int read = Of(connection, "SELECT * FROM Patients WHERE Id = @id").Count;
        read += Visits(connection).Count + Measures(connection).Count;
        foreach (string table in OtherTables)
        {
            read += Of(connection, $"SELECT * FROM {table} WHERE PatientId = @id AND VoidedAtUtc IS NULL").Count;
        }

        read += Of(connection, "SELECT * FROM Closures WHERE VoidedAtUtc IS NULL AND @id IS NOT NULL").Count;
        return read + Of(connection, "SELECT GapThreshold FROM Settings WHERE @id IS NOT NULL").Count;
    }

    /// <summary>Reads the timeline as its page does.</summary>
    [Benchmark]
    public Task<PatientTimeline?> ReadTimeline() => _journal.Get<TimelineReader>().ReadAsync(_journal.OftenSeen);

    private List<TimelineVisit> Visits(SqliteConnection connection)
    {
        using SqliteCommand command = Command(connection, "SELECT Id, EpisodeId, HeldOn, StartsAt, Status, Impression, Agreed FROM Visits WHERE PatientId = @id AND VoidedAtUtc IS NULL");
        using SqliteDataReader reader = command.ExecuteReader();
        List<TimelineVisit> visits = [];
        while (reader.Read())
        {
            visits.Add(new TimelineVisit(
                new Guid(reader.GetFieldValue<byte[]>(0), true),
                reader.IsDBNull(1) ? null : new Guid(reader.GetFieldValue<byte[]>(1), true),
                DateOnly.ParseExact(reader.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                reader.IsDBNull(3) ? null : TimeOnly.Parse(reader.GetString(3), CultureInfo.InvariantCulture),
                Enum.Parse<VisitStatus>(reader.GetString(4)),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6)));
        }

        return visits;
    }

    private List<TimelineMeasure> Measures(SqliteConnection connection)
    {
        using SqliteCommand command = Command(connection, "SELECT TakenOn, Instrument, Value FROM Measures WHERE PatientId = @id AND Value IS NOT NULL AND VoidedAtUtc IS NULL");
        using SqliteDataReader reader = command.ExecuteReader();
        List<TimelineMeasure> measures = [];
        while (reader.Read())
        {
            DateOnly takenOn = DateOnly.ParseExact(reader.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            measures.Add(new TimelineMeasure(takenOn, Enum.Parse<Instrument>(reader.GetString(1)), reader.GetInt32(2)));
        }

        return measures;
    }

    private List<object[]> Of(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        using SqliteDataReader reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@id", _journal.OftenSeen.ToByteArray(true));
        return command;
    }
}
