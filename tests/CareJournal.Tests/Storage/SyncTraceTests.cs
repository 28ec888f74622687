using System.Diagnostics;
using System.Text.RegularExpressions;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>The system calls that the journal makes before it reports a save, as strace records them.</summary>
public sealed partial class SyncTraceTests
{
    private const int Saves = 4;

    [Fact]
    public Task Journal_database_and_folder_are_on_disk_before_a_save_is_reported() => TraceAsync(truncate: false, calls =>
    {
        // In this order: the old pages are synced, the new ones are written and synced, the rollback journal is deleted, and the folder is synced.
        int journalSafe = Last(calls, "sync journal.db-journal");
        int databaseWritten = Array.FindIndex(calls, call => call == "write journal.db");
        int databaseSafe = Last(calls, "sync journal.db");
        int journalGone = Last(calls, "unlink journal.db-journal");
        int folderSafe = Last(calls, "sync .");
        Assert.True(
            journalSafe >= 0 && journalSafe < databaseWritten && databaseWritten < databaseSafe && databaseSafe < journalGone && journalGone < folderSafe,
            string.Join('\n', calls));
        Assert.Equal(databaseSafe, Math.Max(databaseSafe, Last(calls, "write journal.db")));
    });

    [Fact]
    public Task Where_a_folder_cannot_be_synced_the_emptied_rollback_journal_is_on_disk_before_a_save_is_reported() => TraceAsync(truncate: true, calls =>
    {
        int databaseWritten = Array.FindIndex(calls, call => call == "write journal.db");
        int journalSafe = Array.FindLastIndex(calls, Math.Max(0, databaseWritten), call => call == "sync journal.db-journal");
        int databaseSafe = Last(calls, "sync journal.db");
        int journalGone = Last(calls, "ftruncate journal.db-journal");
        int emptySafe = Last(calls, "sync journal.db-journal");
        Assert.True(
            journalSafe >= 0 && journalSafe < databaseWritten && databaseWritten < databaseSafe && databaseSafe < journalGone && journalGone < emptySafe,
            string.Join('\n', calls));
        Assert.Equal(-1, Last(calls, "unlink journal.db-journal"));
    });

    [Fact]
    public void Each_system_is_asked_for_the_way_in_which_its_disk_keeps_a_commit() => Assert.Equal(OperatingSystem.IsWindows(), JournalPragmas.EmptiesRollbackJournal);

    private static async Task TraceAsync(bool truncate, Action<string[]> isInOrder)
    {
        if (!OperatingSystem.IsLinux())
        {
            // strace exists on Linux alone; the calls are SQLite's own, the same on every system.
            return;
        }

        Strace.Find();
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        journal.LockForAProgram();
        string trace = Path.Combine(journal.File.Folder.Path, "trace");
        string acknowledged = Path.Combine(journal.File.Folder.Path, "acknowledged");
        string[] strace = ["-f", "-y", "-o", trace, "-e", "trace=fsync,fdatasync,write,pwrite64,unlink,ftruncate,openat", "dotnet"];
        using (Process child = Crash.Start("strace", strace, journal.File.Folder.Path, person, acknowledged, Saves, truncate))
        {
            Assert.True(child.WaitForExit(TimeSpan.FromMinutes(2)), "The traced journal did not end.");
            Assert.Equal(0, child.ExitCode);
        }

        // The calls on the folder alone, in the order in which they returned, cut at each reported save.
        string[][] saves = Saved(Calls(File.ReadLines(trace), journal.File.Folder.Path));
        Assert.Equal(Saves, saves.Length);
        Assert.All(saves, isInOrder);
    }

    private static int Last(string[] calls, string call) => Array.FindLastIndex(calls, one => one == call);

    /// <summary>Returns the calls as "sync journal.db", in the order in which they returned.</summary>
    private static IEnumerable<string> Calls(IEnumerable<string> lines, string folder)
    {
        Dictionary<string, string> unfinished = [];
        foreach (string line in lines)
        {
            Match begun = BegunCall().Match(line);
            string? call = null;
            if (begun.Success && begun.Groups["path"].Value is { } path && (path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal)))
            {
                string verb = begun.Groups["call"].Value switch { "fsync" or "fdatasync" => "sync", "write" or "pwrite64" => "write", var other => other };
                call = $"{verb} {Path.GetRelativePath(folder, path)}";
                if (line.Contains("<unfinished", StringComparison.Ordinal))
                {
                    unfinished[begun.Groups["thread"].Value] = call;
                    continue;
                }
            }
            else if (ResumedCall().Match(line) is { Success: true } resumed)
            {
                unfinished.Remove(resumed.Groups["thread"].Value, out call);
            }

            if (call is not null)
            {
                Assert.DoesNotContain(" = -1 ", line, StringComparison.Ordinal);
                yield return call;
            }
        }
    }

    private static string[][] Saved(IEnumerable<string> calls)
    {
        List<string[]> saves = [];
        List<string> save = [];
        foreach (string call in calls.Where(call => !call.StartsWith("openat", StringComparison.Ordinal)))
        {
            if (call == "write acknowledged")
            {
                saves.Add([.. save]);
                save.Clear();
            }
            else
            {
                save.Add(call);
            }
        }

        return [.. saves];
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<call>fsync|fdatasync|write|pwrite64|ftruncate)\(\d+<(?<path>[^>]+)>|^(?<thread>\d+) +(?<call>unlink)\(""(?<path>[^""]+)""")]
    private static partial Regex BegunCall();

    [GeneratedRegex("""^(?<thread>\d+) +<\.\.\. (?:fsync|fdatasync|write|pwrite64|unlink|ftruncate) resumed>""")]
    private static partial Regex ResumedCall();
}
