using System.Text;
using System.Text.RegularExpressions;

namespace CareJournal.Browser;

/// <summary>
/// Collects what helps to understand a failed test: of each of its pages the trace of all that was done, a picture, the console and the
/// requests that failed; of each of its journals the end of the log and every warning. No test asks for it, see <see cref="BrowserTestFramework"/>.
/// </summary>
internal static partial class Evidence
{
    private const int LastLines = 200;
    private static int _tests;

    /// <summary>The folder of the traces and pictures of failed tests: a subfolder for each, beside the tests.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "failures");

    /// <summary>Keeps all that can be kept of the pages and journals, and returns it as text.</summary>
    public static async Task<string> KeepAsync(string test, IReadOnlyCollection<WatchedPage> pages, IReadOnlyCollection<RunningJournal> journals)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, $"{TimeProvider.System.GetLocalNow():yyyyMMdd-HHmmss}-{Interlocked.Increment(ref _tests)}-{FileName(test)}")).FullName;
        var told = new StringBuilder().AppendLine().AppendLine($"---- Traces and pictures: {folder}");
        foreach (var (place, page) in pages.Index())
        {
            told.AppendLine(await page.TellAsync(Path.Combine(folder, $"page-{place + 1}")));
        }

        foreach (var journal in journals)
        {
            told.AppendLine(Log(journal.Output, journal.Folder));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "told.txt"), told.ToString());
        return told.ToString();
    }

    /// <summary>Returns the last lines of a journal's console, after every earlier warning and error with its place in the code.</summary>
    internal static string Log(string output, string name)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var end = Math.Max(0, lines.Length - LastLines);
        var told = new StringBuilder().AppendLine($"---- The journal in {name}: warnings and errors");
        var isWarning = false;
        foreach (var line in lines.Take(end))
        {
            isWarning = Logged().Match(line) is { Success: true } logged ? logged.Groups[1].Value is "WRN" or "ERR" or "FTL" : isWarning;
            if (isWarning)
            {
                told.AppendLine(line.TrimEnd());
            }
        }

        return told.AppendLine($"---- and its last {lines.Length - end} lines").AppendJoin('\n', lines.Skip(end).Select(line => line.TrimEnd())).ToString();
    }

    private static string FileName(string test)
    {
        // The method and its arguments, without the class.
        var arguments = test.IndexOf('(', StringComparison.Ordinal);
        var name = NotInAFileName().Replace(test[(test.LastIndexOf('.', arguments < 0 ? test.Length - 1 : arguments) + 1)..], "_");
        return name.Length > 100 ? name[..100] : name;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d ([A-Z]{3}) ")]
    private static partial Regex Logged();

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex NotInAFileName();
}
