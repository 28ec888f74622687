using System.Diagnostics;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Storage;
using CareJournal.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Benchmarks;

/// <summary>Measures the first unlock of the journal of a whole career after its tables changed. Every row is read before and after, and compared.</summary>
internal static class UpgradeStopwatch
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, and prints the figures as JSON. The journal of the first version is made from the prepared one, with every row that its tables can contain.</summary>
    public static async Task MeasureAsync()
    {
        await CareerJournal.PrepareAsync();
        JournalFolder folder = new(CareerJournal.Copy(plain: false));
        FirstVersion.PutInPlaceOf(folder, CareerJournal.Passphrase);
        await using (ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(new FixedClock(CareerJournal.Today)).AddCareJournal(folder).BuildServiceProvider())
        {
            JournalFile file = services.GetRequiredService<JournalFile>();
            double before = new FileInfo(folder.DatabasePath).Length / 1e6;
            (double first, bool upgraded) = Unlock(file);
            file.Lock();
            (double second, _) = Unlock(file);
            file.Lock();
            Console.WriteLine(JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["upgraded, every row compared"] = upgraded,
                    ["unlock with the upgrade, s"] = Math.Round(first, 1),
                    ["unlock after it, s"] = Math.Round(second, 1),
                    ["file before, MB"] = Math.Round(before),
                    ["file after, MB"] = Math.Round(new FileInfo(folder.DatabasePath).Length / 1e6),
                    ["peak memory, MB"] = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6),
                },
                Indented));
        }

        Directory.Delete(folder.Path, recursive: true);
    }

    private static (double Seconds, bool Upgraded) Unlock(JournalFile file)
    {
        long began = Stopwatch.GetTimestamp();
        return file.Unlock(CareerJournal.Passphrase) is UnlockOutcome.Opened { Upgraded: var upgraded }
            ? (Stopwatch.GetElapsedTime(began).TotalSeconds, upgraded)
            : throw new InvalidOperationException("The prepared journal does not open; remove it with --remove.");
    }
}
