using System.IO.Compression;
using System.Text.Json;
using CareJournal.Benchmarks.Support;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the timeline in the real program, in Chromium, 1400 pixels wide, on loopback. Limits: click to painted 200 ms,
/// stops 1 to 3 in 150 kB compressed, 1,500 nodes at any stop, a change of stop 50 ms, dragging at 20 ms a frame.
/// </summary>
internal static class TimelineStopwatch
{
    private const int Clicks = 11;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // From the click on a link to the second frame after the first mark is in the page: by then it has been painted.
    private const string ClickToPainted = """
        person => new Promise(done => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = `/patients/${person}`;
            const began = performance.now();
            const watch = new MutationObserver(() => {
                if (document.querySelector('.stop.on .item')) {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => { link.remove(); done(performance.now() - began); }));
                }
            });
            watch.observe(document.body, { childList: true, subtree: true, attributes: true });
            link.click();
        })
        """;

    private const string StopToPainted = """
        stop => new Promise(done => {
            const button = document.querySelector(`[data-do="stop-${stop}"]`);
            const began = performance.now();
            button.click();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
        })
        """;

    private const string NodesNow = """
        () => document.querySelectorAll('.drawing *').length - [...document.querySelectorAll('.drawing .stop:not(.on)')].reduce((sum, stop) => sum + 1 + stop.querySelectorAll('*').length, 0)
        """;

    private const string WatchFrames = """
        () => {
            window.frames_ = [];
            let last = performance.now();
            const tick = now => { window.frames_.push(now - last); last = now; window.watching = requestAnimationFrame(tick); };
            window.watching = requestAnimationFrame(tick);
        }
        """;

    /// <summary>Measures, for 600 and for 2,000 visits, and prints the figures as JSON.</summary>
    public static Task MeasureAsync() => MeasuredPage.OpenAsync(async (page, _, folder) =>
    {
        List<byte[]> received = [];
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received.Add(frame.Binary ?? []);
        await page.ReloadAsync();
        Dictionary<string, Dictionary<string, double>> figures = new()
        {
            ["600 visits, 2,400 answers, 20 years"] = await OneAsync(page, received, await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.PersonFile))),
            ["2,000 visits, 8,000 answers, 40 years"] = await OneAsync(page, received, await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.LongestFile))),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    });

    private static async Task<Dictionary<string, double>> OneAsync(IPage page, List<byte[]> received, string person)
    {
        Dictionary<string, double> figures = [];
        List<double> clicks = [];
        for (int click = 0; click < Clicks; click++)
        {
            await page.EvaluateAsync("() => { const home = document.body.appendChild(document.createElement('a')); home.href = '/patients'; home.click(); home.remove(); }");
            await page.Locator(".drawing").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
            await page.WaitForTimeoutAsync(400);
            received.Clear();
            clicks.Add(await page.EvaluateAsync<double>(ClickToPainted, person));
        }

        await page.WaitForTimeoutAsync(800);
        figures["click to painted, median ms"] = clicks.Order().ElementAt(Clicks / 2);
        figures["click to painted, first ms"] = clicks[0];
        figures["received for it, kB compressed"] = Compressed(received) / 1e3;
        figures["received for it, kB"] = received.Sum(frame => frame.Length) / 1e3;
        foreach (int stop in (int[])[1, 2, 3, 4, 5])
        {
            await page.EvaluateAsync<double>(StopToPainted, stop == 1 ? 2 : 1);
            await page.WaitForTimeoutAsync(700);
            List<double> changes = [];
            for (int change = 0; change < 5; change++)
            {
                await page.EvaluateAsync<double>(StopToPainted, stop == 3 ? 2 : 3);
                await page.WaitForTimeoutAsync(500);
                changes.Add(await page.EvaluateAsync<double>(StopToPainted, stop));
                await page.WaitForTimeoutAsync(500);
            }

            figures[$"to stop {stop}, median ms"] = changes.Order().ElementAt(2);
            figures[$"nodes at stop {stop}"] = await page.EvaluateAsync<int>(NodesNow);
        }

        foreach (int stop in (int[])[2, 3])
        {
            await page.EvaluateAsync<double>(StopToPainted, stop);
            await page.WaitForTimeoutAsync(700);
            figures[$"dragging at stop {stop}, frame p95 ms"] = await DragAsync(page);
        }

        return figures.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 1));
    }

    private static async Task<double> DragAsync(IPage page)
    {
        LocatorBoundingBoxResult drawing = (await page.Locator(".drawing").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(drawing.X + 400, drawing.Y + 72);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync(WatchFrames);
        long began = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int step = 0; System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds < 2; step++)
        {
            await page.Mouse.MoveAsync(drawing.X + 400 + (float)(300 * Math.Sin(step / 12.0)), drawing.Y + 72);
        }

        double[] frames = await page.EvaluateAsync<double[]>("() => { cancelAnimationFrame(window.watching); return window.frames_.slice(2); }");
        await page.Mouse.UpAsync();
        await page.WaitForTimeoutAsync(500);
        return frames.Order().ElementAt((int)(frames.Length * 0.95));
    }

    private static long Compressed(List<byte[]> frames)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            frames.ForEach(frame => gzip.Write(frame));
        }

        return packed.Length;
    }
}
