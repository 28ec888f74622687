using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>
/// A journal that is killed without warning while it saves contains everything that it had reported as saved, whole and once.
/// This shows what the program passes to the operating system; <see cref="SyncTraceTests"/> checks that the system
/// is made to write it to the disk, which no kill can show.
/// </summary>
public sealed class KillTests : IDisposable
{
    // Each costs the start of a program; before a release somebody sets a higher number.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CAREJOURNAL_KILLS") ?? "8", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _acknowledged = Path.GetTempFileName();

    public void Dispose()
    {
        _journal.Dispose();
        File.Delete(_acknowledged);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kills_lose_nothing_that_was_shown_as_saved_and_duplicate_nothing(bool truncate)
    {
        Guid person = await PatientAsync(_journal);
        _journal.LockForAProgram();
        Dictionary<string, string> seen = [];
        for (int kill = 0; kill < (truncate ? (Kills + 1) / 2 : Kills); kill++)
        {
            KillAfterAWhile(person, seen.Count, truncate);
            seen = Acknowledged();
            Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
            await IsWholeAsync(person, seen);
            _journal.File.Lock();
        }

        Assert.True(seen.Count >= Kills / 2, $"Only {seen.Count} visits were saved before the kills.");
    }

    private void KillAfterAWhile(Guid person, int before, bool truncate)
    {
        using Process child = Crash.Start("dotnet", [], _journal.File.Folder.Path, person, _acknowledged, count: 10_000, truncate);
        long started = Stopwatch.GetTimestamp();
        while (Acknowledged().Count == before)
        {
            Assert.False(child.HasExited, $"The journal ended by itself with {(child.HasExited ? child.ExitCode : 0)}.");
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "The journal saved nothing within a minute.");
            Thread.Sleep(1);
        }

        Thread.Sleep(RandomNumberGenerator.GetInt32(120));
        child.Kill();
        child.WaitForExit();
    }

    private async Task IsWholeAsync(Guid person, Dictionary<string, string> acknowledged)
    {
        Assert.Equal("ok", _journal.Ask<string>("PRAGMA integrity_check"));
        await using JournalContext context = _journal.Context();
        List<Visit> visits = await context.Visits.AsNoTracking().Where(visit => visit.PatientId == person).ToListAsync();
        Dictionary<string, string> kept = visits.ToDictionary(visit => visit.Id.ToString("N"), visit => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(visit.Note!))));
        foreach ((string id, string hash) in acknowledged)
        {
            Assert.True(kept.TryGetValue(id, out string? found), $"The visit {id} was shown as saved and is gone.");
            Assert.Equal(hash, found);
        }

        Assert.Equal(kept.Count, kept.Values.Distinct().Count());

        // Whole or not at all: each visit with its two answers, its period and the versions of its act.
        Assert.All(visits, visit => Assert.NotNull(visit.EpisodeId));
        Assert.Equal(2 * visits.Count, await context.Measures.CountAsync());
        Assert.Equal(visits.Count, await context.RowVersions.CountAsync(version => version.Table == "Visits"));
    }

    // A line without an end was being written when the kill came: that save was not reported.
    private Dictionary<string, string> Acknowledged()
    {
        using FileStream file = new(_acknowledged, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file, Encoding.ASCII);
        string text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1]);
    }
}
