using System.Diagnostics;
using System.Globalization;
using CareJournal.Support;

namespace CareJournal.Storage;

/// <summary>Starts tests/CareJournal.Crash in a process of its own: a journal that logs visits and can be killed.</summary>
internal static class Crash
{
    public static Process Start(string program, string[] before, string folder, Guid person, string acknowledged, int count, bool truncate = false)
    {
        string[] own = [Path.Combine(AppContext.BaseDirectory, "CareJournal.Crash.dll"), folder, TestJournal.Passphrase, person.ToString(), acknowledged, count.ToString(CultureInfo.InvariantCulture), .. truncate ? (string[])["truncate"] : []];
        ProcessStartInfo start = new(program, [.. before, .. own]) { UseShellExecute = false };
        // The process lives for seconds: tiered compilation would not pay off.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "60000";
        return Process.Start(start)!;
    }
}
