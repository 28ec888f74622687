using System.Diagnostics;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Keeping;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the check of the journal of a whole career: how long it takes, what memory, how long a save waits for it, and what the chain adds to the file.
/// It may take 15 s and 100 MB, a save 100 ms more, the chain a tenth of the file.
/// </summary>
internal static class CheckStopwatch
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static async Task MeasureAsync()
    {
        await CareerJournal.PrepareAsync();
        CareerJournal journal = CareerJournal.Shared;
        Dictionary<string, object> figures = new()
        {
            ["file, MB"] = Math.Round(new FileInfo(journal.File.Folder.DatabasePath).Length / 1e6),
            ["chain, % of the file"] = Math.Round(100 * ChainBytes(journal) / new FileInfo(journal.File.Folder.DatabasePath).Length, 1),
            ["a save with nothing beside it, ms: median, longest"] = await SavesAsync(journal, () => Task.Delay(3_000)),
        };
        long memory = Environment.WorkingSet;
        long most = memory;
        Stopwatch watch = Stopwatch.StartNew();
        double next = 0.1;
        CheckAnswer answer = await journal.Get<JournalCheck>().RunAsync(new ProgressAction(share =>
        {
            most = Math.Max(most, Environment.WorkingSet);
            if (share >= next)
            {
                Console.Error.WriteLine($"{share:F2} {watch.Elapsed.TotalSeconds:F1} cpu {Environment.CpuUsage.TotalTime.TotalSeconds:F1}");
                next += 0.1;
            }
        }));
        figures["check, s"] = Math.Round(watch.Elapsed.TotalSeconds, 1);
        figures["check, answer"] = answer.GetType().Name;
        figures["check, MB more"] = Math.Round((most - memory) / 1e6);
        figures["a save during the check, ms: median, longest"] = await SavesAsync(journal, () => journal.Get<JournalCheck>().RunAsync());
        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    }

    private static async Task<string> SavesAsync(CareerJournal journal, Func<Task> during)
    {
        List<double> times = [];
        Task work = during();
        while (!work.IsCompleted)
        {
            Stopwatch watch = Stopwatch.StartNew();
            await journal.Get<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = $"Mesure{times.Count}", GivenName = "Chaîne" });
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        await work;
        times.Sort();
        return $"{Math.Round(times[times.Count / 2], 1)}, {Math.Round(times[^1], 1)}";
    }

    // The pages that would be free without it.
    private static double ChainBytes(CareerJournal journal)
    {
        using SqliteConnection connection = journal.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        double before = FreePages(connection);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DROP TABLE \"ChainLinks\"";
        command.ExecuteNonQuery();
        double bytes = (FreePages(connection) - before) * 4096;
        transaction.Rollback();
        return bytes;
    }

    private static double FreePages(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA freelist_count";
        return (long)command.ExecuteScalar()!;
    }

    private sealed class ProgressAction(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
