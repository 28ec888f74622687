using System.Diagnostics;
using System.Text.Json;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Browser;
using CareJournal.Patients;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the start and the memory of the web program. From the start of the process to its first answer may take 2 s; with the
/// largest journal open and its pages shown the process may use 300 MB.
/// </summary>
internal static class StartAndMemory
{
    private const int Starts = 7;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Measures, and prints the figures as JSON: milliseconds, and megabytes of a million bytes.</summary>
    public static async Task MeasureAsync()
    {
        await CareerJournal.PrepareAsync();
        string folder = CareerJournal.Copy(plain: false);
        List<double> starts = [];
        Dictionary<string, double> figures = [];
        for (int start = 0; start < Starts; start++)
        {
            using WebProgram program = await WebProgram.StartAsync("--data", folder);
            starts.Add(program.FirstAnswer.TotalMilliseconds);
            if (start == Starts - 1)
            {
                await UseAsync(program, await File.ReadAllTextAsync(Path.Combine(folder, "person")), figures);
            }
        }

        figures["start to first answer, median ms"] = starts.Order().ElementAt(Starts / 2);
        figures["start to first answer, slowest ms"] = starts.Max();
        Directory.Delete(folder, recursive: true);
        await MeasureDemoAsync(figures);
        MeasureHeap(figures);
        Console.WriteLine(JsonSerializer.Serialize(figures.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value)), Indented));
    }

    // One page after the other in one tab, each drawn completely: a circuit lives on the server as long as the tab does.
    private static async Task UseAsync(WebProgram program, string person, Dictionary<string, double> figures)
    {
        if (InstalledBrowsers.Find() is not [var chromium, ..])
        {
            Console.WriteLine("No Chromium, Chrome or Edge here: pages and memory are not measured.");
            return;
        }

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, ChromiumSandbox = false });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = program.Address.ToString() });
        await page.GotoAsync("/unlock");
        figures["locked, resident MB"] = program.ResidentMegabytes;
        await page.Locator("#secret").FillAsync(CareerJournal.Passphrase);
        figures["passphrase to today's page, first of the process, key derivation included, ms"] = await TimeAsync(page, () => page.Locator("form:has(#secret) button").ClickAsync(), "main h1");
        figures["timeline of 600 visits drawn in the browser, first of the process, ms"] = await TimeAsync(page, () => page.GotoAsync($"/patients/{person}"), "main .stop.on .item");
        figures["timeline of 600 visits drawn in the browser, again, ms"] = await TimeAsync(page, () => page.GotoAsync($"/patients/{person}"), "main .stop.on .item");
        figures["review drawn in the browser, ms"] = await TimeAsync(page, () => page.GotoAsync("/away"), "main h1");
        await page.GotoAsync($"/patients/{person}");
        await page.Locator("main .stop.on .item").First.WaitForAsync();
        await Task.Delay(Settling);
        figures["journal open, a timeline on the screen, resident MB"] = program.ResidentMegabytes;
        figures["journal open, a timeline on the screen, peak MB"] = program.PeakMegabytes;
    }

    private static async Task<double> TimeAsync(IPage page, Func<Task> open, string shown)
    {
        long began = Stopwatch.GetTimestamp();
        await open();
        await page.Locator(shown).First.WaitForAsync();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task MeasureDemoAsync(Dictionary<string, double> figures)
    {
        string folder = Directory.CreateTempSubdirectory("carejournal-benchmark-").FullName;
        using (WebProgram program = await WebProgram.StartAsync("--demo", "--data", folder))
        {
            figures["demo: start to first answer, people invented on the way, ms"] = program.FirstAnswer.TotalMilliseconds;
        }

        Directory.Delete(folder, recursive: true);
    }

    // What the open journal itself keeps on the managed heap.
    private static void MeasureHeap(Dictionary<string, double> figures)
    {
        using CareerJournal journal = CareerJournal.Open(plain: false);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int names = journal.Get<PatientNames>().All().Count;
        long withNames = GC.GetTotalMemory(forceFullCollection: true);
        int dates = journal.Get<VisitDates>().All().Count;
        long withDates = GC.GetTotalMemory(forceFullCollection: true);
        figures[$"names of {names} people, managed MB"] = (withNames - before) / 1e6;
        figures[$"visit dates of {dates} people, managed MB"] = (withDates - withNames) / 1e6;
    }
}
