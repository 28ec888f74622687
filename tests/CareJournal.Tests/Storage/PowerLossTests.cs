using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Keeping;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>
/// A power cut at any call: whatever a disk may have kept of what was not synced, everything that was reported as saved is in the journal, and the journal is whole.
/// A program that saves is traced once; the disks that it may have left are built from the trace.
/// </summary>
public sealed class PowerLossTests
{
    // A save makes about thirty calls. The long form is in tests/long.sh.
    private static readonly int Images = int.Parse(Environment.GetEnvironmentVariable("CAREJOURNAL_POWER_CUTS") ?? "40", CultureInfo.InvariantCulture);
    private static readonly int Saves = Math.Clamp(Images / 10, 6, 100);
    private const int Seed = 20_261_201;

    [Fact]
    public async Task A_power_cut_at_any_moment_loses_nothing_that_was_shown_as_saved()
    {
        if (!OperatingSystem.IsLinux())
        {
            // strace exists on Linux alone; the calls are SQLite's own, the same on every system.
            return;
        }

        Strace.Find();
        (TracedDisk disk, byte[] header) = await TraceAsync();
        (int Position, string Text)[] said = [.. disk.WritesInto("acknowledged")];
        Assert.Equal(Saves, said.Length);
        Random random = new(Seed);
        int first = said[0].Position;

        // Each save once with all of its pages torn, then moments drawn at random.
        var cuts = disk.BeforeSyncs("journal.db").Where(position => position > first).Select(position => (position, true))
            .Concat(Enumerable.Range(0, Images).Select(_ => (random.Next(first, disk.Count + 1), false)));
        foreach ((int position, bool isTorn) in cuts)
        {
            Dictionary<string, byte[]> files = disk.Image(position, random, isTorn);
            files["journal.key"] = header;
            await IsWholeAsync(files, [.. said.Where(one => one.Position <= position).Select(one => one.Text.Trim())], $"Seed {Seed}, before call {position} of {disk.Count}{(isTorn ? ", all torn" : "")}");
        }
    }

    private static async Task<(TracedDisk Disk, byte[] Header)> TraceAsync()
    {
        using TestJournal journal = TestJournal.Open();
        string folder = journal.File.Folder.Path;
        Guid person = await PatientAsync(journal);

        // Free pages: SQLite keeps nothing of one that a save takes into use.
        journal.Run("CREATE TABLE Gone (Bytes BLOB); INSERT INTO Gone SELECT randomblob(3000) FROM (WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) SELECT i FROM n); DROP TABLE Gone");
        byte[] header = await File.ReadAllBytesAsync(journal.File.Folder.KeyHeaderPath);
        journal.LockForAProgram();
        Dictionary<string, byte[]> before = Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
        string trace = Path.GetTempFileName();
        using (Process child = Crash.Start("strace", [.. TracedDisk.StraceOptions, "-o", trace, "dotnet"], folder, person, Path.Combine(folder, "acknowledged"), Saves))
        {
            Assert.True(child.WaitForExit(TimeSpan.FromMinutes(3)), "The traced journal did not end.");
            Assert.Equal(0, child.ExitCode);
        }

        TracedDisk disk = TracedDisk.Read(File.ReadLines(trace), folder, before);
        File.Delete(trace);
        return (disk, header);
    }

    private static async Task IsWholeAsync(Dictionary<string, byte[]> files, IReadOnlyList<string> acknowledged, string what)
    {
        string folder = Directory.CreateTempSubdirectory("carejournal-power-").FullName;
        foreach ((string name, byte[] bytes) in files.Where(file => file.Key.StartsWith("journal.", StringComparison.Ordinal)))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        }

        using TestJournal journal = TestJournal.At(folder);
        UnlockOutcome outcome = journal.File.Unlock(TestJournal.Passphrase);
        Assert.True(outcome is UnlockOutcome.Opened, $"{what}: {outcome}.");
        await using (JournalContext context = journal.Context())
        {
            List<Visit> visits = await context.Visits.AsNoTracking().ToListAsync();
            HashSet<string> kept = [.. visits.Select(visit => $"{visit.Id:N} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(visit.Note!)))}")];
            Assert.True(acknowledged.All(kept.Contains), $"{what}: {acknowledged.Count(line => !kept.Contains(line))} of {acknowledged.Count} saved sessions are gone.");
            Assert.True(visits.Count <= acknowledged.Count + 1, $"{what}: {visits.Count} sessions, and {acknowledged.Count} were saved.");
        }

        CheckAnswer answer = await journal.Get<JournalCheck>().RunAsync();
        Assert.True(answer is CheckAnswer.Whole, $"{what}: {answer}.");
    }
}
