using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>
/// One page in a browser of its own, watched: errors on its console, breaches of the content security policy and requests
/// to anywhere but the journal are collected, and fail the test when the page is closed.
/// </summary>
public sealed class WatchedPage : IAsyncDisposable
{
    // Chromium words its own messages about the policy as it likes; this event is the standard's.
    private const string ReportPolicyBreaches =
        "document.addEventListener('securitypolicyviolation', e => console.error(`Content security policy: ${e.violatedDirective} forbids ${e.blockedURI} (${e.sourceFile}:${e.lineNumber} ${e.sample})`));";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly RunningJournal _journal;
    private readonly PageLook _look;
    private readonly ConcurrentQueue<string> _faults = new();
    // Said by Blazor of a page that is being left while it still answers its server, and of one whose circuit has ended and that is covered: nobody sees that page any more.
    private readonly List<string> _expected = ["The circuit associated with this dispatcher is no longer available", "No interop methods are registered for renderer"];

    private WatchedPage(IBrowserContext context, IPage page, RunningJournal journal, PageLook look)
    {
        _context = context;
        _journal = journal;
        _look = look;
        Page = page;
        context.Console += (_, message) => Keep(string.Equals(message.Type, "error", StringComparison.Ordinal), $"{message.Text} ({message.Location})");
        context.WebError += (_, error) => Keep(isFault: true, error.Error);
        context.Request += (_, request) => Keep(LeavesTheJournal(request.Url), $"Request to {request.Url}");
    }

    /// <summary>The page itself.</summary>
    public IPage Page { get; }

    /// <summary>Where this run's pictures lie: <c>screenshots</c> in the output folder of the test project.</summary>
    public static string ScreenshotFolder { get; } = Path.Combine(AppContext.BaseDirectory, "screenshots");

    /// <summary>Opens an empty page; <see cref="GoToAsync"/> leads on.</summary>
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
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            StorageState = session,
        });
        await context.AddCookiesAsync([look.LanguageCookie(journal.Address)]);
        await context.AddInitScriptAsync(ReportPolicyBreaches);
        return new WatchedPage(context, await context.NewPageAsync(), journal, look);
    }

    /// <summary>Opens an address of the journal.</summary>
    /// <param name="path">From the root: <c>/patients/1</c>.</param>
    public async Task<IResponse?> GoToAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        // A page without a circuit comes in the place of a frame that asks for it.
        await Page.WaitForFunctionAsync("() => !document.querySelector('script[src*=\"frame.\"]')");
        return answer;
    }

    /// <summary>What the journal made this browser remember, but for the language: the session, and a first run under way.</summary>
    public async Task<IReadOnlyList<Cookie>> CookiesAsync() =>
    [
        .. from cookie in await _context.CookiesAsync()
           where !string.Equals(cookie.Name, _look.LanguageCookie(_journal.Address).Name, StringComparison.Ordinal)
           select new Cookie { Name = cookie.Name, Value = cookie.Value, Url = _journal.Address.ToString() },
    ];

    /// <summary>The two halves of the session that this browser has: what it sends by itself, and what a script of the journal's shows.</summary>
    public async Task<(IReadOnlyList<Cookie> Cookies, string PageToken)> SessionAsync() =>
        (await CookiesAsync(), await Page.EvaluateAsync<string>("() => localStorage.getItem('carejournal-page')"));

    /// <summary>Lets this browser into the session of another one of the same journal; ends in front of the lock.</summary>
    public async Task TakeSessionAsync((IReadOnlyList<Cookie> Cookies, string PageToken) session)
    {
        await TakeCookiesAsync(session.Cookies);
        await GoToAsync("/unlock");
        await Page.EvaluateAsync("token => localStorage.setItem('carejournal-page', token)", session.PageToken);
    }

    /// <summary>Makes this browser remember what another one of the same journal does.</summary>
    public async Task TakeCookiesAsync(IEnumerable<Cookie> cookies) => await _context.AddCookiesAsync(cookies);

    /// <summary>Says that errors with this text belong to the test, such as those of a connection that it cuts itself.</summary>
    public void Expect(string partOfTheMessage) => _expected.Add(partOfTheMessage);

    /// <summary>Says that the test itself takes the wire or the journal away: the browser words that by the moment in which it happens.</summary>
    public void ExpectLostWire()
    {
        foreach (var words in (string[])["ERR_CONNECTION_", "ERR_EMPTY_RESPONSE", "ERR_SOCKET_NOT_CONNECTED", "ERR_FAILED", "WebSocket", "Failed to fetch", "Cannot send data if the connection is not in the 'Connected' State"])
        {
            Expect(words);
        }
    }

    /// <summary>Writes a picture of the whole page, named after the page and how it was looked at.</summary>
    /// <returns>The path of the PNG.</returns>
    public async Task<string> ScreenshotAsync(string name)
    {
        var path = Path.Combine(ScreenshotFolder, $"{name}-{_look}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        return path;
    }

    /// <summary>Fails with the list of what axe finds wrong for people who hear, magnify or tab through the page.</summary>
    /// <param name="part">What to look at; the whole page by default.</param>
    public async Task CheckAccessibilityAsync(ILocator? part = null)
    {
        // Handed over once for each document. Not by the library's own RunAxe: it opens a second page each time and carries
        // back every element that is sound, which takes longer than the looking itself.
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await Page.EvaluateAsync(Axe);
        }

        const string Look = """
            async part => (await axe.run(part ?? document, { resultTypes: ['violations'] })).violations
                .flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${rule.help}\n    ${node.target.join(' ')}`))
            """;
        var list = part is null ? await Page.EvaluateAsync<string[]>(Look) : await part.EvaluateAsync<string[]>(Look);
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
        var unexpected = _faults.Where(fault => !_expected.Exists(part => fault.Contains(part, StringComparison.Ordinal))).ToList();
        if (unexpected.Count > 0)
        {
            Assert.Fail($"The browser complained ({_look}, last on {last}):\n{string.Join("\n", unexpected)}");
        }
    }

    private bool LeavesTheJournal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" or "ws" or "wss"
        && !string.Equals(address.Authority, _journal.Address.Authority, StringComparison.Ordinal);

    private void Keep(bool isFault, string text)
    {
        if (isFault)
        {
            _faults.Enqueue(text);
        }
    }
}
