using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>
/// Tests the attack that once read the whole overview: another account's server on another port, to which any page of the web can lead, gets
/// the cookies of the host name, since browsers do not separate ports, and sends them to the journal. It runs under the same account as the
/// journal, so that the host names and the page token alone must protect it.
/// </summary>
public sealed partial class CookieTheftTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Secret = "Vasseur";
    private const string Own = "the journal's own name";

    // A page of another port tries all that a browser lets it try; what it could read is in its title at the end.
    private const string TriesEverything = """
        const told = [Object.values(localStorage).join(), document.cookie.replace(/carejournal-language=[^;]*/, '')];
        for (const path of ['/', '/patients?all=true', '/print/caseload', '/year', '/session']) {
            for (const options of [{ credentials: 'include' }, { credentials: 'include', mode: 'no-cors' }]) {
                try { told.push(await (await fetch(`http://JOURNAL${path}`, options)).text()); } catch { }
            }
        }
        told.push(await new Promise(resolve => {
            const wire = new WebSocket('ws://JOURNAL/_blazor');
            wire.onopen = () => resolve('THE WIRE IS OPEN');
            wire.onerror = () => resolve('');
        }));
        document.title = `done ${told.join(' ').trim()}`;
        """;

    [Theory]
    [InlineData("localhost")]
    [InlineData("carejournal.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData(Own)]
    [InlineData("localhost", "--localhost")]
    public async Task A_server_on_another_port_reads_nothing_with_the_cookies_that_it_is_sent(string name, params string[] options)
    {
        await using var alone = options.Length > 0 ? await RunningJournal.StartOnDemoCopyAsync(options) : null;
        var journal = alone ?? demo.Journal;
        var victim = await OpenAsync(journal);
        await new Practitioner(victim).EntersAsync(DemoFolder.Passphrase);
        await Expect(victim.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages du journal" })).ToBeVisibleAsync();
        var host = name == Own ? journal.Address.Host : name;
        await using var thief = new OtherServer(host, TriesEverything.Replace("JOURNAL", journal.Address.Authority, StringComparison.Ordinal));

        // The page of another port is opened in the victim's own browser; its errors are not the journal's.
        foreach (var words in (string[])[thief.Authority, "elsewhere.localhost", "Failed to load resource", "WebSocket", "CORS", "favicon"])
        {
            victim.Expect(words);
        }

        var tab = await victim.Page.Context.NewPageAsync();
        await tab.GotoAsync(thief.Bait);
        await Expect(tab).ToHaveTitleAsync(new Regex("^done"));
        Assert.Equal("done", (await tab.TitleAsync()).Trim());

        var heard = SessionCookie().Match(thief.Heard);
        Assert.Equal(host == journal.Address.Host, heard.Success);
        Assert.DoesNotContain(await victim.Page.EvaluateAsync<string>("() => localStorage.getItem('carejournal-page')"), thief.Heard, StringComparison.Ordinal);

        foreach (var path in (string[])["/", "/patients?all=true", "/print/caseload", "/year", "/session", "/drafts/00000000-0000-0000-0000-000000000001"])
        {
            foreach (var shown in (string[])[journal.Address.Authority, $"localhost:{journal.Address.Port}", $"127.0.0.1:{journal.Address.Port}"])
            {
                Assert.DoesNotContain(Secret, await ReplayAsync(journal, shown, heard.Value, path, token: null), StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.StartsWith("HTTP/1.1 401", await ReplayAsync(journal, journal.Address.Authority, heard.Value, "/_blazor", token: null, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="), StringComparison.Ordinal);

        // The same request with the page token is answered: the replay itself works.
        var (cookies, token) = await victim.SessionAsync();
        var cookie = string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
        Assert.Contains(Secret, await ReplayAsync(journal, journal.Address.Authority, cookie, "/print/caseload", token), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_whose_token_is_gone_asks_for_the_passphrase_and_leads_back()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.OpenAsync(visit, "vasseur cl", "Claire Vasseur");
        var person = new Uri(visit.Page.Url).AbsolutePath;

        foreach (var (path, title) in ((string, string)[])[(person, "Claire Vasseur"), ($"/print{person}/sheet?kind=Course", "Claire Vasseur"), ("/year", "Une année d’accompagnement")])
        {
            await visit.Page.EvaluateAsync("() => localStorage.clear()");
            await visit.GoToAsync(path);
            await practitioner.SeesTitleAsync("Ouvrir le journal");
            await practitioner.GivesAsync(DemoFolder.Passphrase);
            await Expect(practitioner.Title).ToContainTextAsync(title);
            Assert.StartsWith(path, new Uri(visit.Page.Url).PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_new_tab_goes_on_where_one_is_and_the_lock_takes_the_token_away()
    {
        var visit = await OpenAsync(demo.Journal);
        await demo.EnterAsync(visit);
        var tab = await visit.Page.Context.NewPageAsync();
        await tab.GotoAsync("/patients");
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Personnes");
        await tab.CloseAsync();

        // The lock closes the connection while the page is being left.
        visit.ExpectLostConnection();
        visit.Expect("401");
        await new Practitioner(visit).Button("Verrouiller").ClickAsync();
        await new Practitioner(visit).SeesTitleAsync("Ouvrir le journal");
        await visit.Page.WaitForFunctionAsync("() => localStorage.getItem('carejournal-page') === null");
    }

    /// <summary>Sends to the journal what a program of another account would, and returns the whole answer.</summary>
    private static async Task<string> ReplayAsync(RunningJournal journal, string host, string cookie, string path, string? token, string more = "Connection: close")
    {
        using var wire = new TcpClient();
        await wire.ConnectAsync(IPAddress.Loopback, journal.Address.Port);
        var stream = wire.GetStream();
        var shown = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nAccept: text/html\r\nCookie: {cookie}\r\n{shown}{more}\r\n\r\n"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var answer = new StreamReader(stream);
        return more.StartsWith("Connection: close", StringComparison.Ordinal)
            ? await answer.ReadToEndAsync(patience.Token)
            : await answer.ReadLineAsync(patience.Token) ?? "";
    }

    [GeneratedRegex(@"carejournal-session-\d+=[\w-]+")]
    private static partial Regex SessionCookie();
}
