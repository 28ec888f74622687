using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Browser;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the review and the overview of 7,000 people in the real program, in Chromium, 1400 pixels wide, on loopback. Limits: review
/// painted in 300 ms, overview in 500 ms, aligned or ranked anew in 200 ms, scrolled for 3 s at 25 ms a frame, no row blank over 100 ms.
/// </summary>
internal static class CaseloadStopwatch
{
    private const int Clicks = 9;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // From the choice in an open list to the frame after the visible rows were replaced.
    private const string ChoiceToPainted = """
        option => new Promise(done => {
            const began = performance.now();
            const watch = new MutationObserver(() => {
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
            });
            watch.observe(document.querySelector('.rows'), { childList: true });
            option.click();
        })
        """;

    // For each frame: how long it took, and since when a visible row has been blank.
    private const string ScrollAndWatch = """
        perSecond => new Promise(done => {
            const frame = document.querySelector('.grid');
            const rows = frame.querySelector('.rows');
            const frames = [];
            let longest = 0, blankSince = null;
            const began = performance.now();
            let last = began;
            frame.scrollTop = 0;
            const tick = () => {
                const now = performance.now();
                frames.push(now - last);
                last = now;
                const box = frame.getBoundingClientRect();
                const blank = [0.1, 0.35, 0.6, 0.9].some(share => !document.elementFromPoint(box.left + 60, box.top + 40 + (box.height - 60) * share)?.closest('[data-place]'));
                blankSince = blank ? blankSince ?? now : null;
                longest = Math.max(longest, blankSince === null ? 0 : now - blankSince);
                if (now - began > 3000) {
                    done([frames.slice(1).sort((a, b) => a - b)[Math.floor((frames.length - 1) * 0.95)], longest]);
                    return;
                }
                frame.scrollTop = (now - began) / 1000 * perSecond;
                requestAnimationFrame(tick);
            };
            requestAnimationFrame(tick);
        })
        """;

    /// <summary>Measures, and prints the figures as JSON.</summary>
    public static Task MeasureAsync() => MeasuredPage.OpenAsync(async (page, program, _) =>
    {
        Dictionary<string, double> figures = [];
        await TimesAsync(page, figures, "/away", ".away-row", "review, click to painted");
        double before = program.ResidentMegabytes;
        await TimesAsync(page, figures, "/caseload", ".case[data-place]", "overview, click to painted");
        figures["one open overview, MB more"] = program.ResidentMegabytes - before;
        foreach ((string words, string list, int[] options) in new[] { ("aligned anew", "#caseload-align", new[] { 1, 2, 3, 4, 0 }), ("ranked anew", "#caseload-rank", [1, 2, 3, 0]) })
        {
            List<double> changes = [];
            foreach (int option in options)
            {
                await page.Locator(list).ClickAsync();
                ILocator wanted = page.Locator(".mud-popover-open [role=option]").Nth(option);
                await wanted.WaitForAsync();
                changes.Add(await wanted.EvaluateAsync<double>(ChoiceToPainted));
                await page.WaitForTimeoutAsync(600);
            }

            figures[$"{words}, median ms"] = changes.Order().ElementAt(changes.Count / 2);
            figures[$"{words}, longest ms"] = changes.Max();
        }

        foreach (int perSecond in (int[])[3000, 10000])
        {
            double[] scrolled = await page.EvaluateAsync<double[]>(ScrollAndWatch, perSecond);
            figures[$"scrolled at {perSecond} pixels a second, frame p95 ms"] = scrolled[0];
            figures[$"scrolled at {perSecond} pixels a second, longest blank ms"] = scrolled[1];
            await page.WaitForTimeoutAsync(600);
        }

        Console.WriteLine(JsonSerializer.Serialize(figures.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 1)), Indented));
    });

    private static async Task TimesAsync(IPage page, Dictionary<string, double> figures, string address, string sign, string words)
    {
        List<double> clicks = [];
        for (int click = 0; click < Clicks; click++)
        {
            clicks.Add(await MeasuredPage.ClickToPaintedAsync(page, address, sign));
            await page.WaitForTimeoutAsync(600);
        }

        figures[$"{words}, median ms"] = clicks.Order().ElementAt(Clicks / 2);
        figures[$"{words}, first ms"] = clicks[0];
    }
}
