using System.Diagnostics;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Patients;
using CareJournal.Storage;

namespace CareJournal.Benchmarks;

/// <summary>Measures a copy of the journal of a whole career: how long it takes, and how long a save waits for it. A save may wait 100 ms more.</summary>
internal static class CopyStopwatch
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static async Task MeasureAsync()
    {
        await CareerJournal.PrepareAsync();
        CareerJournal journal = CareerJournal.Shared;
        string stick = Directory.CreateTempSubdirectory("carejournal-copy-").FullName;
        JournalCopier copier = journal.Get<JournalCopier>();
        Stopwatch written = Stopwatch.StartNew();
        copier.Written += _ => written.Stop();
        Dictionary<string, object> figures = new()
        {
            ["file, MB"] = Math.Round(new FileInfo(journal.File.Folder.DatabasePath).Length / 1e6),
            ["a save with nothing beside it, ms: median, 95 %, longest"] = await SavesAsync(journal, () => Task.Delay(10_000)),
        };
        Stopwatch watch = Stopwatch.StartNew();
        written.Restart();
        CopyOutcome outcome = CopyOutcomeOf(await copier.CopyAsync(stick));
        figures["copy with nothing beside it, s: written, read back and verified"] = $"{written.Elapsed.TotalSeconds:F1}, {watch.Elapsed.TotalSeconds:F1}";
        Directory.Delete(((CopyOutcome.Verified)outcome).Path, recursive: true);
        written.Restart();
        watch.Restart();
        figures["a save during the copy, ms: median, 95 %, longest"] = await SavesAsync(journal, async () => outcome = CopyOutcomeOf(await copier.CopyAsync(stick)));
        figures["copy during the saves, s: written, read back and verified"] = $"{written.Elapsed.TotalSeconds:F1}, {watch.Elapsed.TotalSeconds:F1}";
        figures["rows of the copy"] = ((CopyOutcome.Verified)outcome).Rows;
        Directory.Delete(stick, recursive: true);
        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    }

    private static CopyOutcome.Verified CopyOutcomeOf(CopyOutcome outcome) => outcome as CopyOutcome.Verified ?? throw new InvalidOperationException($"No copy was made: {outcome}.");

    private static async Task<string> SavesAsync(CareerJournal journal, Func<Task> during)
    {
        List<double> times = [];
        Task work = Task.Run(during);
        while (!work.IsCompleted)
        {
            Stopwatch watch = Stopwatch.StartNew();
            _ = CareerJournal.Saved(await journal.Get<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = $"Mesure{times.Count}", GivenName = "Copie" }));
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        await work;
        times.Sort();
        return $"{times[times.Count / 2]:F1}, {times[(int)(times.Count * 0.95)]:F1}, {times[^1]:F1} ({times.Count} saves)";
    }
}
