using System.Diagnostics;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the grid for a paper file in the real program, in Chromium on loopback, for the person with 600 visits: the key to its echo at 300 and at
/// 2,000 rows while drafts are kept (limit 50 ms at 95 %), the paste, the save and its undo.
/// </summary>
internal static class PastStopwatch
{
    private const int Letters = 200;
    private const string Sentence = "Elle raconte la semaine, le jardin, la fatigue et les nuits. ";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // From the key as the system saw it to the frame in which its letter was painted.
    private const string WatchEchoes = """
        () => {
            window.echoes_ = [];
            document.addEventListener('input', event => {
                const pressed = event.timeStamp;
                requestAnimationFrame(() => setTimeout(() => window.echoes_.push(performance.now() - pressed)));
            }, { capture: true });
        }
        """;

    // From a table on the clipboard to the frame in which every row says which day was understood.
    private const string Paste = """
        async text => {
            const began = performance.now();
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            document.querySelector('[data-rows] [data-cell="0"]').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            const last = () => [...document.querySelectorAll('[data-rows] > li')].at(-1).querySelector('[data-understood="0"]').textContent;
            while (last() === '') { await new Promise(requestAnimationFrame); }
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return performance.now() - began;
        }
        """;

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static Task MeasureAsync() => MeasuredPage.OpenAsync(async (page, _, folder) =>
    {
        string person = await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.PersonFile));
        Dictionary<string, Dictionary<string, double>> figures = [];
        foreach (int rows in (int[])[300, 2_000])
        {
            figures[$"{rows} rows"] = await OneAsync(page, person, rows);
        }

        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    });

    private static async Task<Dictionary<string, double>> OneAsync(IPage page, string person, int rows)
    {
        await page.GotoAsync($"/patients/{person}/past");
        await page.Locator("[data-rows] [data-cell='0']").First.WaitForAsync();
        await page.WaitForTimeoutAsync(800);
        DateOnly first = new(1985, 1, 7);
        string table = string.Join('\n', Enumerable.Range(0, rows).Select(row => $"{first.AddDays(row * 7):dd/MM/yyyy}\t{Sentence}\tMarcher\t{(row % 9 == 0 ? "2 semaines" : "")}\t{row % 11}"));
        double pasted = await page.EvaluateAsync<double>(Paste, table);
        await page.EvaluateAsync(WatchEchoes);
        await page.Locator($"[data-rows] > li:nth-child({rows / 2}) [data-cell='1']").FocusAsync();
        for (int letter = 0; letter < Letters; letter++)
        {
            await page.Keyboard.TypeAsync($"{Sentence[letter % Sentence.Length]}");
            await page.WaitForTimeoutAsync(40);
        }

        double[] echoes = await page.EvaluateAsync<double[]>("() => window.echoes_");
        await page.WaitForTimeoutAsync(1500);
        Stopwatch saved = Stopwatch.StartNew();
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".toast").WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        double saving = saved.Elapsed.TotalMilliseconds;
        Stopwatch undone = Stopwatch.StartNew();
        await page.Locator(".toast button").First.ClickAsync();
        await page.Locator(".toast", new PageLocatorOptions { HasText = "éfait" }).WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        return new Dictionary<string, double>
        {
            ["a pasted table to its days, ms"] = pasted,
            ["key to echo while drafts are kept, p95 ms"] = echoes.Order().ElementAt((int)(echoes.Length * 0.95)),
            ["key to echo while drafts are kept, median ms"] = echoes.Order().ElementAt(echoes.Length / 2),
            ["key to echo, slowest ms"] = echoes.Max(),
            ["keys"] = echoes.Length,
            ["Ctrl+Enter to saved, ms"] = saving,
            ["undo to undone, ms"] = undone.Elapsed.TotalMilliseconds,
        }.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 1));
    }
}
