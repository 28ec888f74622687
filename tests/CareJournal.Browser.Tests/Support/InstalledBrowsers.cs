namespace CareJournal.Browser;

/// <summary>Finds Chromium, Chrome and Edge on Linux, Windows and macOS.</summary>
internal static class InstalledBrowsers
{
    /// <summary>The environment variable with the path of a browser to try before every other.</summary>
    public const string Variable = "CAREJOURNAL_BROWSER";

    // Headless Chromium first, where it is installed by itself: it draws no window that nobody sees. Chromium of Ubuntu is a snap, which
    // sees no other program's temporary folder: its names come last.
    private static readonly string[] LinuxNames =
        ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "chromium-browser"];

    private static readonly string[] WindowsPaths =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
        @"Chromium\Application\chrome.exe",
    ];

    private static readonly string[] MacPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>Returns the programs that exist, the likeliest to work first; empty where there is none.</summary>
    public static IReadOnlyList<string> Find()
    {
        IEnumerable<string> places = OperatingSystem.IsWindows() ? OnWindows()
            : OperatingSystem.IsMacOS() ? MacPaths
            : OnLinux();

        return [.. Chosen().Concat(places).Where(File.Exists).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Chosen() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? [path] : [];

    private static IEnumerable<string> OnLinux()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/usr/local/bin")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return LinuxNames.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
    }

    private static IEnumerable<string> OnWindows()
    {
        Environment.SpecialFolder[] roots =
        [
            Environment.SpecialFolder.ProgramFiles,
            Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData,
        ];
        return WindowsPaths.SelectMany(path => roots.Select(root => Path.Combine(Environment.GetFolderPath(root), path)));
    }
}
