using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>A page as the browser prints it: a PDF, read back page by page.</summary>
public sealed partial class PrintedPaper
{
    private PrintedPaper(IReadOnlyList<string> pages) => Pages = pages;

    /// <summary>The text of each page; every run of spaces, non-breaking ones too, is one.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>The text of all pages.</summary>
    public string Text => string.Join('\n', Pages);

    /// <summary>Prints a page on the paper that its style sheet asks for, and keeps the PDF beside the pictures of this run.</summary>
    /// <exception cref="InvalidOperationException">No pdftotext is on this machine, and none could be installed.</exception>
    public static async Task<PrintedPaper> PrintAsync(IPage page, string name)
    {
        var path = Path.Combine(WatchedPage.ScreenshotFolder, $"{name}.pdf");
        Directory.CreateDirectory(WatchedPage.ScreenshotFolder);
        await Assertions.Expect(page.Locator("main#content")).ToBeVisibleAsync();
        await page.PdfAsync(new PagePdfOptions { Path = path, PreferCSSPageSize = true });
        var text = await ReadAsync(path);
        // Every page ends with a form feed.
        return new PrintedPaper([.. text.Split('\f').SkipLast(1).Select(Plain)]);
    }

    /// <summary>Returns a text with its spaces as in <see cref="Pages"/>.</summary>
    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static async Task<string> ReadAsync(string path)
    {
        var said = "";
        if (Find() is null && BrowserInstaller.MayUseDebianPackages)
        {
            said = await BrowserInstaller.InstallPopplerAsync();
        }

        var program = Find() ?? throw new InvalidOperationException($"To read what was printed the tests need pdftotext (package poppler-utils).\n{said}");
        using var process = Process.Start(new ProcessStartInfo(program, ["-layout", "-enc", "UTF-8", path, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/usr/local/bin:/opt/homebrew/bin").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext"))
            .FirstOrDefault(File.Exists);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
