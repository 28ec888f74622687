using System.Text.Json;
using CareJournal.Benchmarks.Support;
using Microsoft.Playwright;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the form of a session in the real program, in Chromium on loopback, for the person with 600 visits. Limits: click to a form
/// that accepts typing 150 ms, key to echo 50 ms at 95 % while drafts are kept, Ctrl+Enter to "saved" 100 ms. Measured without an open
/// draft and with 100.
/// </summary>
internal static class FormStopwatch
{
    private const int Times = 11;
    private const int Drafts = 100;
    private const int Letters = 600;
    private const string Sentence = "Elle raconte la semaine, le jardin, la fatigue et les nuits. ";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // From the click on a link to the frame that shows the form, and to the one in which its first field has the focus.
    private const string ClickToForm = """
        address => new Promise(done => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = address;
            const began = performance.now();
            let painted = 0;
            const watch = new MutationObserver(() => {
                if (document.querySelector('[data-first-focus]')) {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => { painted = performance.now() - began; }));
                }
            });
            watch.observe(document.body, { childList: true, subtree: true });
            document.addEventListener('focusin', function there(event) {
                if (event.target.matches('[data-first-focus]')) {
                    document.removeEventListener('focusin', there);
                    requestAnimationFrame(() => setTimeout(() => { link.remove(); done([painted, performance.now() - began]); }));
                }
            });
            link.click();
        })
        """;

    private const string ClickToTitle = """
        address => new Promise(done => {
            const link = document.body.appendChild(document.createElement('a'));
            link.href = address;
            const before = document.querySelector('main h1');
            const began = performance.now();
            const watch = new MutationObserver(() => {
                if (document.querySelector('main h1') !== before && document.querySelector('main h1')) {
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => { link.remove(); done(performance.now() - began); }));
                }
            });
            watch.observe(document.body, { childList: true, subtree: true });
            link.click();
        })
        """;

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

    // From Ctrl+Enter to the frame that shows that the session is saved.
    private const string WatchSaved = """
        () => {
            window.saved_ = new Promise(done => {
                let pressed = 0;
                document.addEventListener('keydown', event => { if (event.key === 'Enter' && event.ctrlKey) { pressed = event.timeStamp; } }, { capture: true });
                const watch = new MutationObserver(() => {
                    if (pressed && document.querySelector('.toast')) {
                        watch.disconnect();
                        requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
                    }
                });
                watch.observe(document.body, { childList: true, subtree: true });
            });
        }
        """;

    private const string KeepDraft = """
        async ([patient, text]) => {
            const id = crypto.randomUUID();
            const answer = await fetch(`/drafts/${id}`, {
                method: 'PUT', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${localStorage.getItem('carejournal-page')}` }, body: JSON.stringify({ id, patientId: patient, form: 'visit', number: 1, text: JSON.stringify({ Impression: text }) }) });
            if (!answer.ok) {
                throw new Error(`A draft was answered with ${answer.status}.`);
            }
        }
        """;

    /// <summary>Measures, without an open draft and with a hundred, and prints the figures as JSON.</summary>
    public static Task MeasureAsync() => MeasuredPage.OpenAsync(async (page, _, folder) =>
    {
        string person = await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.PersonFile));
        string other = await File.ReadAllTextAsync(Path.Combine(folder, CareerJournal.LongestFile));
        Dictionary<string, double> none = await OneAsync(page, person);
        for (int draft = 0; draft < Drafts; draft++)
        {
            await page.EvaluateAsync(KeepDraft, new[] { other, string.Concat(Enumerable.Repeat(Sentence, 35)) });
        }

        Dictionary<string, double> hundred = await OneAsync(page, person);
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, double>> { ["no open draft"] = none, [$"{Drafts} open drafts"] = hundred }, Indented));
    });

    private static async Task<Dictionary<string, double>> OneAsync(IPage page, string person)
    {
        List<double> painted = [];
        List<double> opened = [];
        List<double> saved = [];
        List<double> echoes = [];
        List<double> days = [];
        for (int time = 0; time < Times; time++)
        {
            await page.GotoAsync($"/patients/{person}");
            await page.Locator(".stop.on .item").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
            await page.WaitForTimeoutAsync(800);
            double[] form = await page.EvaluateAsync<double[]>(ClickToForm, $"/patients/{person}/visits/new");
            painted.Add(form[0]);
            opened.Add(form[1]);
            await page.EvaluateAsync(WatchEchoes);
            await page.EvaluateAsync(WatchSaved);
            for (int letter = 0; letter < Letters / Times; letter++)
            {
                await page.Keyboard.TypeAsync($"{Sentence[letter % Sentence.Length]}");
                await page.WaitForTimeoutAsync(40);
            }

            echoes.AddRange(await page.EvaluateAsync<double[]>("() => window.echoes_"));
            await page.Keyboard.PressAsync("Control+Enter");
            saved.Add(await page.EvaluateAsync<double>("() => window.saved_"));
            await page.WaitForTimeoutAsync(800);
            days.Add(await page.EvaluateAsync<double>(ClickToTitle, "/"));
        }

        return new Dictionary<string, double>
        {
            ["click to the form painted, median ms"] = Middle(painted),
            ["click to a form with the focus, median ms"] = Middle(opened),
            ["click to a form with the focus, first ms"] = opened[0],
            ["key to echo while drafts are kept, p95 ms"] = echoes.Order().ElementAt((int)(echoes.Count * 0.95)),
            ["key to echo while drafts are kept, median ms"] = Middle(echoes),
            ["keys"] = echoes.Count,
            ["Ctrl+Enter to saved, median ms"] = Middle(saved),
            ["Ctrl+Enter to saved, slowest ms"] = saved.Max(),
            ["click to the day's page, median ms"] = Middle(days),
        }.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 1));
    }

    private static double Middle(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
