using System.Diagnostics;
using System.Globalization;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;

namespace CareJournal.Benchmarks;

/// <summary>
/// Runs a day's work with the largest journal, in a process of its own, over the encrypted or the plain file, and measures for each
/// part the wall time and the processor time of the whole process.
/// </summary>
internal static class TypicalWork
{
    private const int Saves = 200;
    private const int Timelines = 400;

    /// <summary>The parts, in order.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["200 saves", "400 timelines", "visit dates filled", "names filled", "every visit and answer scanned"];

    /// <summary>Does the work and prints one line per part: wall and processor time in milliseconds.</summary>
    public static async Task RunAsync(bool plain)
    {
        if (plain)
        {
            PlainFileSystem.TakeOver();
        }

        using CareerJournal journal = CareerJournal.Open(plain);
        IReadOnlyList<Guid> people = journal.PeopleInFollowUp();

        // The first run pays for the JIT compiler and is not counted.
        await SaveAsync(journal, people, 0, 100);
        await ReadAsync(journal, people, 0, 200);
        Fill(journal);
        Fill(journal);
        Name(journal);
        Scan(journal);

        await MeasureAsync(() => SaveAsync(journal, people, 100, Saves));
        await MeasureAsync(() => ReadAsync(journal, people, 200, Timelines));
        await MeasureAsync(() => Task.Run(() => Fill(journal)));
        await MeasureAsync(() => Task.Run(() => Name(journal)));
        await MeasureAsync(() => Task.Run(() => Scan(journal)));
    }

    private static async Task MeasureAsync(Func<Task> work)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan processor = self.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wall.TotalMilliseconds:F1} {(self.TotalProcessorTime - processor).TotalMilliseconds:F1}"));
    }

    private static async Task SaveAsync(CareerJournal journal, IReadOnlyList<Guid> people, int from, int count)
    {
        VisitRecorder recorder = journal.Get<VisitRecorder>();
        for (int number = from; number < from + count; number++)
        {
            CareerJournal.Saved(await recorder.RecordAsync(ManyVisits.SixHundred.Session(people[number * 37 % people.Count], number, CareerJournal.Today)));
        }
    }

    private static async Task ReadAsync(CareerJournal journal, IReadOnlyList<Guid> people, int from, int count)
    {
        TimelineReader reader = journal.Get<TimelineReader>();
        for (int number = from; number < from + count; number++)
        {
            _ = await reader.ReadAsync(people[number * 31 % people.Count]) ?? throw new InvalidOperationException("A person is missing.");
        }
    }

    private static void Fill(CareerJournal journal)
    {
        using VisitDates fresh = new(journal.File, journal.Get<JournalWriter>());
        _ = fresh.All().Count;
    }

    private static void Name(CareerJournal journal)
    {
        using PatientNames fresh = new(journal.File, journal.Get<JournalWriter>(), journal.Get<PracticeClock>());
        _ = fresh.All().Count;
    }

    private static void Scan(CareerJournal journal)
    {
        using SqliteConnection connection = journal.Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(LENGTH(Impression)) + SUM(LENGTH(Agreed)) + SUM(LENGTH(Note)) FROM Visits; SELECT Instrument, AVG(Value) FROM Measures GROUP BY Instrument";
        using SqliteDataReader reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
            }
        }
        while (reader.NextResult());
    }
}
