using System.Diagnostics;

namespace CareJournal.Browser;

/// <summary>Installs a browser on a machine that has none.</summary>
internal static class BrowserInstaller
{
    private const string NoDownload = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether the distribution's own Chromium may be installed: Debian (Ubuntu's is a snap), and as root.</summary>
    public static bool MayUseDebianPackages =>
        OperatingSystem.IsLinux()
        && Environment.IsPrivilegedProcess
        && File.Exists("/etc/os-release")
        && File.ReadLines("/etc/os-release").Contains("ID=debian", StringComparer.Ordinal);

    /// <summary>Asks Playwright to download its Chromium; does nothing where it did so before.</summary>
    /// <returns>The output of Playwright: the reason, should its browser not start afterwards.</returns>
    public static async Task<string> InstallWithPlaywrightAsync()
    {
        // Whoever set it wants no download; Playwright's own command no longer reads it.
        if (Environment.GetEnvironmentVariable(NoDownload) is { Length: > 0 } and not "0" and not "false")
        {
            return $"{NoDownload} is set: Playwright was not asked for a browser.";
        }

        var driver = Path.Combine(AppContext.BaseDirectory, ".playwright");
        var node = Directory.EnumerateFiles(driver, OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories).First();
        return await RunAsync(node, Path.Combine(driver, "package", "cli.js"), "install", "--only-shell", "chromium");
    }

    /// <summary>Installs Debian's package <c>chromium-headless-shell</c> with its libraries and fonts; the whole <c>chromium</c> where an older Debian has no shell.</summary>
    /// <returns>The output of apt-get: the reason, should no browser be there afterwards.</returns>
    public static async Task<string> InstallWithDebianPackagesAsync()
    {
        var said = await InstallAsync("chromium-headless-shell", "fonts-liberation");
        return InstalledBrowsers.Find().Count > 0 ? said : $"{said}\n{await InstallAsync("chromium", "fonts-liberation")}";
    }

    /// <summary>Installs Debian's package <c>poppler-utils</c>, whose <c>pdftotext</c> reads what a browser printed.</summary>
    /// <returns>The output of apt-get: the reason, should it not be there afterwards.</returns>
    public static async Task<string> InstallPopplerAsync() => await InstallAsync("poppler-utils");

    private static async Task<string> InstallAsync(params string[] packages)
    {
        var update = await RunAsync("apt-get", "update", "-q");
        var install = await RunAsync("apt-get", ["install", "-q", "-y", "--no-install-recommends", .. packages]);
        return $"{update}\n{install}";
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{program} did not finish within {Patience.TotalMinutes} minutes.";
        }

        return $"{await said}{await complained}".Trim();
    }
}
