using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests that a cookie that another server got hold of opens only empty frames: whatever shows or changes something needs the page token too.</summary>
public sealed class PageTokenTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Canary = "Canarine-Passerel";

    [Fact]
    public async Task The_cookie_alone_opens_nothing_but_empty_frames()
    {
        Guid person = await PersonAsync();
        using Browser browser = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        List<string> wrong = [];
        int asked = 0;
        foreach ((string path, string method) in Addresses(person))
        {
            asked++;
            HttpResponseMessage answer = await AskAsync(thief, path, method);
            string body = await answer.Content.ReadAsStringAsync();
            bool isFrame = method == "HEAD" ? body.Length == 0 : method == "GET" && answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound && Regex.IsMatch(body, @"(connection|frame)[.a-z0-9]*\.js");
            bool leadsAway = (path == Urls.Together(person) && answer.Headers.Location?.OriginalString == Urls.Person(person)) || (path == Urls.Veil && answer.Headers.Location?.OriginalString == Urls.Today);
            if (body.Contains(Canary, StringComparison.OrdinalIgnoreCase) || !(isFrame || leadsAway || answer.StatusCode == HttpStatusCode.Unauthorized))
            {
                wrong.Add($"{method} {path}: {(int)answer.StatusCode}, {body.Length} characters");
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 20);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(Urls.Session)).StatusCode);
    }

    [Fact]
    public async Task With_the_page_token_the_same_addresses_answer()
    {
        Guid person = await PersonAsync();
        using Browser browser = await host.SignedInAsync();
        int told = 0;
        foreach ((string path, string _) in Addresses(person).Where(address => address.Method == "GET"))
        {
            HttpResponseMessage answer = await AskAsync(browser, path, "GET");
            Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
            told += (await answer.Content.ReadAsStringAsync()).Contains(Canary, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        // The choice of a sheet, the sheet, the overview on paper.
        Assert.Equal(3, told);
    }

    [Fact]
    public async Task The_cookie_alone_opens_no_circuit_and_keeps_no_draft()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PostAsync("/_blazor/negotiate?negotiateVersion=1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1")).StatusCode);
        Assert.StartsWith("HTTP/1.1 401", await host.RawAsync(Upgrade(thief, "")), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", await host.RawAsync(Upgrade(thief, "?access_token=" + new string('A', 43))), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 101", await host.RawAsync(Upgrade(thief, $"?access_token={browser.PageToken}")), StringComparison.Ordinal);

        Guid draft = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Unauthorized, (await PutDraftAsync(thief, draft)).StatusCode);
        DraftReader drafts = host.App.Services.GetRequiredService<DraftReader>();
        Assert.Null(await drafts.ReadAsync(draft));
        Assert.Equal(HttpStatusCode.OK, (await PutDraftAsync(browser, draft)).StatusCode);
        Assert.NotNull(await drafts.ReadAsync(draft));
    }

    [Fact]
    public async Task A_token_of_another_session_or_of_none_is_none()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser other = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        foreach (string? token in new[] { other.PageToken, "", "null", browser.PageToken![..^1], browser.PageToken + "A", browser.PageToken.ToUpperInvariant(), browser.CookieHeader.Split('=')[1] })
        {
            thief.PageToken = token;
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync(Urls.Session)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync(Urls.Year)).StatusCode);
        }

        thief.PageToken = browser.PageToken;
        Assert.Equal(HttpStatusCode.NoContent, (await thief.GetAsync(Urls.Session)).StatusCode);
    }

    [Fact]
    public async Task The_token_alone_is_nothing_either()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser stranger = host.NewBrowser();
        stranger.PageToken = browser.PageToken;
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(Urls.Year)).StatusCode);
        Assert.StartsWith("HTTP/1.1 401", await host.RawAsync(Upgrade(stranger, $"?access_token={browser.PageToken}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_query_it_counts_for_the_websocket_alone()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Urls.Session}?access_token={browser.PageToken}"))).StatusCode);
    }

    [Fact]
    public async Task A_form_shows_it_in_a_field()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        Guid person = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PostAsync(Urls.BeginTogether(person), Form("another"))).StatusCode);
        Assert.Equal(Urls.Together(person), (await thief.PostAsync(Urls.BeginTogether(person), Form(browser.PageToken!))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Whoever_has_the_cookie_alone_can_still_lock()
    {
        using Browser browser = await host.SignedInAsync();
        using Browser thief = browser.Thief();
        Assert.Equal(Urls.Unlock, (await thief.PostAsync(Urls.Lock)).Headers.Location?.OriginalString);
        Assert.Equal(JournalState.Locked, host.Journal.State);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, Urls.Session))).StatusCode);
    }

    [Fact]
    public void The_text_of_a_session_record_does_not_contain_its_token()
    {
        SessionTokens tokens = host.App.Services.GetRequiredService<SessionTable>().Open();
        Assert.DoesNotContain(tokens.Page, $"{tokens}", StringComparison.Ordinal);
        Assert.NotEqual(tokens.Page, tokens.Cookie);
        Assert.Equal(43, tokens.Page.Length);
    }

    private static FormUrlEncodedContent Form(string token) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [PageToken.Field] = token });

    private Task<HttpResponseMessage> AskAsync(Browser browser, string path, string method) =>
        browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Origin", $"http://{host.Host}" }, { "Accept", "text/html" } } });

    private Task<HttpResponseMessage> PutDraftAsync(Browser browser, Guid draft) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"{Urls.Drafts}/{draft}")
        {
            Headers = { { "Origin", $"http://{host.Host}" } },
            Content = JsonContent.Create(new { id = draft, form = "visit", number = 1, text = """{"Impression":"ce qui est tapé"}""" }),
        });

    private string Upgrade(Browser browser, string query) =>
        $"GET /_blazor{query} HTTP/1.1\r\nHost: {host.Host}\r\nOrigin: http://{host.Host}\r\nCookie: {browser.CookieHeader}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private async Task<Guid> PersonAsync()
    {
        using Browser opens = await host.SignedInAsync();
        return Assert.IsType<SaveOutcome.Saved>(await host.App.Services.GetRequiredService<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = Canary, GivenName = "Claire" })).RowId;
    }

    /// <summary>Returns all addresses behind the lock, found by reflection, for a person of the journal; without those for which the cookie is enough, and cached files.</summary>
    private IEnumerable<(string Path, string Method)> Addresses(Guid person) =>
        from endpoint in ((IEndpointRouteBuilder)host.App).DataSources.Concat(host.App.Services.GetServices<EndpointDataSource>()).SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        where endpoint.Metadata.GetMetadata<MayBeCached>() is null && endpoint.Metadata.GetMetadata<CookieIsEnough>() is null
        let year = Regex.Replace(endpoint.RoutePattern.RawText ?? "", @"\{[^}]*:int\}", "2026")
        let path = "/" + Regex.Replace(year, @"\{[^}]*\}", person.ToString()).TrimStart('/')
        where path is not (Urls.Unlock or Urls.Restore or Urls.FirstRun or Urls.PhraseStrength or Urls.Error or "/fault-for-tests") && !path.StartsWith("/_blazor", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
        select (path, method);
}
