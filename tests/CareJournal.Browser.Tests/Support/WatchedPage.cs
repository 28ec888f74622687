using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// A page in a browser of its own that is watched: errors on its console, breaches of the content security policy and requests
/// to anywhere but the journal are collected, and fail the test when the page is closed.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    // Chromium words its own messages about the policy as it likes; this event is the standard's.
    private const string ReportPolicyBreaches =
        "document.addEventListener('securitypolicyviolation', e => console.error(`Content security policy: ${e.violatedDirective} forbids ${e.blockedURI} (${e.sourceFile}:${e.lineNumber} ${e.sample})`));";

    /// <summary>The environment variable with which a test run writes pictures of all tested pages; nobody looks at them otherwise.</summary>
    public const string PicturesVariable = "CAREJOURNAL_PICTURES";

    /// <summary>The environment variable with which a test run records in its traces what the page looked like at every step, which costs the browser a sixth more.</summary>
    private const string SnapshotsVariable = "CAREJOURNAL_SNAPSHOTS";

    private static readonly bool SnapshotsInTraces = Environment.GetEnvironmentVariable(SnapshotsVariable) is { Length: > 0 };
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly PageLook _look;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _said = new();
    // Blazor logs these for a page that is being left while it still answers its server, and for a covered one whose circuit has ended: nobody sees them any more.
    private readonly List<string> _expected = ["The circuit associated with this dispatcher is no longer available", "No interop methods are registered for renderer"];

    private WatchedPage(IBrowserContext context, IPage page, RunningJournal journal, PageLook look)
    {
        _context = context;
        Journal = journal;
        _look = look;
        Page = page;
        context.Console += (_, message) => Keep(string.Equals(message.Type, "error", StringComparison.Ordinal), $"{message.Text} ({message.Location})", message.Type is "verbose" or "debug" ? null : $"console {message.Type}");
        context.WebError += (_, error) => Keep(isFault: true, error.Error, "error");
        context.Request += (_, request) => Keep(LeavesTheJournal(request.Url), $"Request to {request.Url}", said: null);
        context.RequestFailed += (_, request) => Say("request failed", $"{request.Method} {request.Url}: {request.Failure}");
        context.Response += (_, response) => Say(response.Status >= 400 ? "answer" : null, $"{response.Status} to {response.Request.Method} {response.Url}");
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>The journal whose page it is.</summary>
    internal RunningJournal Journal { get; }

    /// <summary>The browser errors until now that the test does not expect.</summary>
    internal IReadOnlyList<string> Complaints => [.. _faults.Where(fault => !_expected.Exists(part => fault.Contains(part, StringComparison.Ordinal)))];

    /// <summary>The folder of this run's pictures: <c>screenshots</c> in the output folder of the test project.</summary>
    public static string ScreenshotFolder { get; } = Path.Combine(AppContext.BaseDirectory, "screenshots");

    /// <summary>Opens an empty page; <see cref="GoToAsync"/> opens an address.</summary>
    internal static async Task<WatchedPage> OpenAsync(IBrowser browser, RunningJournal journal, PageLook look, string? session = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = journal.Address.ToString(),
            Locale = look.Culture,
            TimezoneId = "Europe/Paris",
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            // Pictures and contrast are judged when nothing moves any more.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = look.Width, Height = PageLook.Height },
            StorageState = session,
        });
        await context.AddCookiesAsync([look.LanguageCookie(journal.Address)]);
        await context.AddInitScriptAsync(ReportPolicyBreaches);
        // Only a failed test writes it to a file, see Evidence.
        await context.Tracing.StartAsync(new() { Snapshots = SnapshotsInTraces });
        return new WatchedPage(context, await context.NewPageAsync(), journal, look);
    }

    /// <summary>Opens an address of the journal.</summary>
    /// <param name="path">From the root: <c>/patients/1</c>.</param>
    public async Task<IResponse?> GoToAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        // A page without a circuit replaces a frame that asks for it.
        await Page.WaitForFunctionAsync("() => !document.querySelector('script[src*=\"frame.\"]')");
        return answer;
    }

    /// <summary>Returns the cookies of the journal in this browser, except the language: the session, and a first run under way.</summary>
    public async Task<IReadOnlyList<Cookie>> CookiesAsync() =>
    [
        .. from cookie in await _context.CookiesAsync()
           where !string.Equals(cookie.Name, _look.LanguageCookie(Journal.Address).Name, StringComparison.Ordinal)
           select new Cookie { Name = cookie.Name, Value = cookie.Value, Url = Journal.Address.ToString() },
    ];

    /// <summary>Returns the two halves of this browser's session: the cookies, and the page token that the journal's script sends.</summary>
    public async Task<(IReadOnlyList<Cookie> Cookies, string PageToken)> SessionAsync() =>
        (await CookiesAsync(), await Page.EvaluateAsync<string>("() => localStorage.getItem('carejournal-page')"));

    /// <summary>Lets this browser into the session of another one of the same journal, from the first page on that each of its tabs opens.</summary>
    public async Task TakeSessionAsync((IReadOnlyList<Cookie> Cookies, string PageToken) session)
    {
        await TakeCookiesAsync(session.Cookies);
        // Once for each tab: a token that the lock takes away stays away.
        await _context.AddInitScriptAsync($$"""
            if (location.origin === '{{Journal.Address.GetLeftPart(UriPartial.Authority)}}' && !sessionStorage.getItem('given')) {
                sessionStorage.setItem('given', 'true');
                localStorage.setItem('carejournal-page', '{{session.PageToken}}');
            }
            """);
    }

    /// <summary>Gives this browser the cookies of another one of the same journal.</summary>
    public async Task TakeCookiesAsync(IEnumerable<Cookie> cookies) => await _context.AddCookiesAsync(cookies);

    /// <summary>Expects errors with this text, such as those of a connection that the test closes itself.</summary>
    public void Expect(string partOfTheMessage) => _expected.Add(partOfTheMessage);

    /// <summary>Expects the errors of a connection or journal that the test itself ends: the browser words them by the moment in which it happens.</summary>
    public void ExpectLostConnection()
    {
        foreach (var words in (string[])["ERR_CONNECTION_", "ERR_EMPTY_RESPONSE", "ERR_SOCKET_NOT_CONNECTED", "ERR_FAILED", "WebSocket", "Failed to fetch", "Cannot send data if the connection is not in the 'Connected' State"])
        {
            Expect(words);
        }
    }

    /// <summary>Writes a picture of the whole page, named after the page and its look, where <see cref="PicturesVariable"/> asks for pictures.</summary>
    public async Task ScreenshotAsync(string name, PageLook? look = null)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 })
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(ScreenshotFolder, $"{name}-{look ?? _look}.png"), FullPage = true });
        }
    }

    /// <summary>Writes the trace of all that was done, a picture and the document as they are now.</summary>
    /// <param name="path">The path of the files, without an extension.</param>
    /// <returns>The address of the page, what was on its console, and the requests that failed.</returns>
    internal async Task<string> TellAsync(string path)
    {
        var told = new StringBuilder($"---- {Page.Url} ({_look}); to look at what happened: npx playwright show-trace {path}.zip");
        await AttemptAsync("trace", () => _context.Tracing.StopAsync(new() { Path = $"{path}.zip" }));
        await AttemptAsync("picture", () => Page.ScreenshotAsync(new() { Path = $"{path}.png", Timeout = 5_000 }));
        await AttemptAsync("document", async () => await File.WriteAllTextAsync($"{path}.html", await Page.ContentAsync()));
        return told.AppendLine().AppendJoin('\n', _said).ToString();

        async Task AttemptAsync(string what, Func<Task> attempt)
        {
            try
            {
                await attempt();
            }
            catch (Exception fault) when (fault is PlaywrightException or TimeoutException or IOException)
            {
                told.Append(CultureInfo.InvariantCulture, $"\nno {what}: {fault.Message}");
            }
        }
    }

    /// <summary>Fails with the list of what axe finds wrong for people who hear, magnify or tab through the page.</summary>
    /// <param name="part">What to look at; the whole page by default.</param>
    /// <param name="coloursAlone">Only the rules about colours, for a page that was found sound in other ones: nothing else differs in the dark.</param>
    public async Task CheckAccessibilityAsync(ILocator? part = null, bool coloursAlone = false)
    {
        // Loaded once for each document. Not by the library's own RunAxe: it opens a second page each time and carries
        // back every element that is sound, which takes longer than the check itself.
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var rules = coloursAlone ? ", runOnly: ['color-contrast', 'link-in-text-block']" : "";
        var look = $$"""
            async part => (await axe.run(part ?? document, { resultTypes: ['violations']{{rules}} })).violations
                .flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help}\n    ${node.target.join(' ')}`))
            """;
        var list = part is null ? await Page.EvaluateAsync<string[]>(look) : await part.EvaluateAsync<string[]>(look);
        if (list.Length > 0)
        {
            Assert.Fail($"axe on {Page.Url}, {_look}:\n{string.Join('\n', list)}");
        }
    }

    /// <summary>Closes the page.</summary>
    /// <exception cref="Xunit.Sdk.FailException">An error was on the console that the test did not expect.</exception>
    public async ValueTask DisposeAsync()
    {
        var last = Page.Url;
        await _context.DisposeAsync();
        if (Complaints is { Count: > 0 } complaints)
        {
            Assert.Fail($"The browser complained ({_look}, last on {last}):\n{string.Join("\n", complaints)}");
        }
    }

    private bool LeavesTheJournal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" or "ws" or "wss"
        && !string.Equals(address.Authority, Journal.Address.Authority, StringComparison.Ordinal);

    private void Keep(bool isFault, string text, string? said)
    {
        if (isFault)
        {
            _faults.Enqueue(text);
        }

        Say(said, text);
    }

    private void Say(string? what, string text)
    {
        if (what is not null)
        {
            _said.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss.fff} {what}: {text}"));
        }
    }
}
