using System.Text.Json;
using CareJournal.Benchmarks.Support;
using CareJournal.Browser;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Compares opening a person with vis-timeline drawing a record of the same number of marks, which it has in memory already: two pages of one Chromium, clicked
/// alternately, from the click to the frame that paints the first mark; the library once as it comes, and once told to stack nothing. The journal reads its encrypted file and sends the picture; the library only draws.
/// The journal is clicked twice a round: by a pointer that rests on the link for <see cref="Rest"/>, while which it reads ahead, and by a click that nothing comes before. Limit: half of the library's time. The library is fetched beside the repository and never becomes a part of it: <c>npm pack vis-timeline@8.5.4</c>, unpacked.
/// </summary>
internal static class AgainstVisTimeline
{
    private const int Rounds = 15;
    private const string Sign = ".stop.on .item";

    /// <summary>How long the pointer rests on the link before it is pressed, in milliseconds. People take 100 to 200 from arriving to pressing.</summary>
    private const int Rest = 100;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private const string Lanes = """["period", "life-event", "visit", "flare-up"]""";

    // Every mark of the stop "one year": its lane, its first and its last day, and its sentence.
    private const string Marks = """
        () => {
            const layer = document.querySelector('.world > .stop[data-stop="3"]');
            const scale = Number(layer.dataset.scale);
            const [first] = document.querySelector('.drawing').dataset.corners.split(':').map(Number);
            const date = at => new Date((first + Number(at) / scale - 719162) * 86400000).toISOString();
            return JSON.stringify([...layer.querySelectorAll('.item')].map((item, id) => ({
                id, group: item.dataset.kind === 'gap' ? 'visit' : item.dataset.kind, content: item.getAttribute('aria-label').slice(0, 20), title: item.getAttribute('aria-label'),
                start: date(item.dataset.at), ...(item.dataset.end ? { end: date(item.dataset.end) } : {}),
            })));
        }
        """;

    private const string Draw = """
        ([marks, lanes, options]) => new Promise(done => {
            const items = JSON.parse(marks);
            window.drawn?.destroy();
            const groups = JSON.parse(lanes).map(id => ({ id, content: id }));
            const place = document.querySelector('#place');
            const button = document.querySelector('button');
            button.onclick = () => { window.drawn = new vis.Timeline(place, new vis.DataSet(items), new vis.DataSet(groups), JSON.parse(options)); };
            const began = performance.now();
            const watch = new MutationObserver(() => {
                if (document.querySelector('.vis-item')) {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
                }
            });
            watch.observe(document.body, { childList: true, subtree: true, attributes: true });
            button.click();
        })
        """;

    /// <summary>Measures a person of ten years and one of twenty, and prints the figures as JSON.</summary>
    /// <param name="package">The folder of the unpacked library.</param>
    public static Task MeasureAsync(string package) => MeasuredPage.OpenAsync(async (page, program, folder) =>
    {
        IPage rival = await page.Context.Browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 900 } });
        await rival.SetContentAsync("<!doctype html><button>draw</button><div id=\"place\"></div>");
        await rival.AddStyleTagAsync(new PageAddStyleTagOptions { Path = Path.Combine(package, "styles", "vis-timeline-graph2d.min.css") });
        await rival.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Path.Combine(package, "standalone", "umd", "vis-timeline-graph2d.min.js") });

        Dictionary<string, object> figures = [];
        foreach ((string name, string address) in new[]
        {
            ("ten years", await FirstPersonAsync(page)),
            ("twenty years", $"/patients/{await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.PersonFile))}"),
        })
        {
            await MeasuredPage.ClickToPaintedAsync(page, address, Sign);
            await page.Locator(".world > .stop[data-stop='3']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
            string marks = await page.EvaluateAsync<string>(Marks);
            List<double>[] taken = [[], [], [], [], []];
            // The first round is not counted: each draws for the first time.
            for (int round = 0; round <= Rounds; round++)
            {
                foreach (int which in round % 2 == 0 ? new[] { 0, 1, 2, 3 } : [3, 2, 1, 0])
                {
                    await (which is 0 or 3 ? page : rival).BringToFrontAsync();
                    (double painted, double itself) = which switch
                    {
                        0 => await MeasuredPage.RestedToPaintedAsync(page, address, Sign, Rest),
                        3 => (await MeasuredPage.ClickToPaintedAsync(page, address, Sign), 0),
                        _ => (await rival.EvaluateAsync<double>(Draw, new[] { marks, Lanes, which == 1 ? "{}" : """{ "stack": false }""" }), 0),
                    };
                    await page.WaitForTimeoutAsync(400);
                    if (round > 0)
                    {
                        taken[which].Add(painted);
                        if (which == 0)
                        {
                            taken[4].Add(itself);
                        }
                    }
                }
            }

            figures[name] = new
            {
                marks = JsonDocument.Parse(marks).RootElement.GetArrayLength(),
                rested = Median(taken[0]),
                restedItself = Median(taken[4]),
                withoutRest = Median(taken[3]),
                library = Median(taken[1]),
                libraryUnstacked = Median(taken[2]),
                ratio = Ratio(taken[0], taken[1]),
                ratioUnstacked = Ratio(taken[0], taken[2]),
                ratioWithoutRest = Ratio(taken[3], taken[1]),
                ratioItself = Ratio(taken[4], taken[1]),
            };
        }

        Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
    });

    // The first invented person, whose ten years are written by hand.
    private static async Task<string> FirstPersonAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox).First.PressSequentiallyAsync("claire vasseur");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.Locator(".stop.on .item").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return new Uri(page.Url).AbsolutePath;
    }

    private static double Ratio(List<double> ours, List<double> theirs) => Median(ours.Zip(theirs, (one, other) => one / other));

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return Math.Round(ordered[ordered.Length / 2], 2);
    }
}
