using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Browser;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Compares this build with a former one: two programs over two copies of the same journal, in one Chromium, clicked alternately.
/// Timeline, form, review and overview are timed from the click to the frame that paints them. The median of eleven pairs counts, since
/// a shared machine slows both alike. Also measured: the size of the styles and scripts of a page, and the server's memory with all
/// four open.
/// </summary>
internal static class PairedPages
{
    private const int Pairs = 11;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string WeightOfStylesAndScripts = """
        () => performance.getEntriesByType('resource').filter(file => /\.(css|js)(\?|$)/.test(file.name)).reduce((sum, file) => sum + file.encodedBodySize, 0) / 1000
        """;

    /// <summary>Measures, and prints the figures as JSON.</summary>
    /// <param name="former">The path of the former build's <c>CareJournal.Web.dll</c>, built for Release.</param>
    public static async Task MeasureAsync(string former)
    {
        await CareerJournal.PrepareAsync();
        string[] folders = [CareerJournal.Copy(plain: false), CareerJournal.Copy(plain: false)];
        using WebProgram now = await WebProgram.StartAsync("--data", folders[0]);
        using WebProgram before = await WebProgram.StartFormerAsync(former, folders[1]);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = InstalledBrowsers.Find()[0], ChromiumSandbox = false });
        IPage[] pages = [await MeasuredPage.OpenAsync(browser, now), await MeasuredPage.OpenAsync(browser, before)];
        string person = await File.ReadAllTextAsync(Path.Combine(folders[0], CareerJournal.PersonFile));

        Dictionary<string, object> figures = [];
        foreach ((string name, string address, string sign) in new[]
        {
            ("timeline", $"/patients/{person}", ".stop.on .item"),
            ("form", $"/patients/{person}/visits/new", "[data-draft='Impression']"),
            ("review", "/away", ".away-row"),
            ("overview", "/caseload", ".case[data-place]"),
        })
        {
            List<double>[] taken = [[], []];
            // The first pair is not counted: each program draws the page for the first time.
            for (int pair = 0; pair <= Pairs; pair++)
            {
                foreach (int which in pair % 2 == 0 ? new[] { 0, 1 } : [1, 0])
                {
                    double click = await MeasuredPage.ClickToPaintedAsync(pages[which], address, sign);
                    await pages[which].WaitForTimeoutAsync(400);
                    if (pair > 0)
                    {
                        taken[which].Add(click);
                    }
                }
            }

            figures[name] = new { now = Median(taken[0]), former = Median(taken[1]), ratio = Math.Round(Median(taken[0].Zip(taken[1], (one, other) => one / other)), 2) };
        }

        figures["server, MB"] = new { now = Math.Round(now.ResidentMegabytes), former = Math.Round(before.ResidentMegabytes) };
        foreach (IPage page in pages)
        {
            await page.GotoAsync("/");
            await page.Locator("main h1").First.WaitForAsync();
            await page.WaitForTimeoutAsync(1000);
        }

        figures["styles and scripts of a page, kB"] = new
        {
            now = Math.Round(await pages[0].EvaluateAsync<double>(WeightOfStylesAndScripts)),
            former = Math.Round(await pages[1].EvaluateAsync<double>(WeightOfStylesAndScripts)),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
        foreach (string folder in folders)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return Math.Round(ordered[ordered.Length / 2], 2);
    }
}
