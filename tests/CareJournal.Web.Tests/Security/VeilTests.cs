using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Web.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>The veil over the screen of one browser: what still passes, what ends it, and what locks the journal.</summary>
public sealed class VeilTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Pin = "4719";
    private static readonly Guid Person = new("00000000-0000-0000-0000-000000000001");

    // Each shows nothing of the journal: its own pages, the lock, the unlock page, what the page looks like.
    private static readonly string[] Passing = [Urls.Veil, Urls.BeginVeil, Urls.Lock, Urls.Unlock, Urls.Language, Urls.Theme, Urls.Error];

    [Fact]
    public async Task While_it_is_on_every_page_leads_to_it_and_everything_else_is_refused()
    {
        using Browser browser = await VeiledAsync();
        List<string> answered = [];
        int asked = 0;
        foreach ((string path, string method) in Addresses().Where(address => !Passing.Contains(address.Path) && address is not ((Urls.Session, "GET") or (_, "PUT")) && !address.Path.StartsWith("/_blazor", StringComparison.Ordinal)))
        {
            asked++;
            using HttpRequestMessage request = new(new HttpMethod(method), path) { Headers = { { "Origin", $"http://{host.Host}" }, { "Accept", "text/html" } } };
            using HttpResponseMessage answer = await browser.SendAsync(request);
            bool refused = method == "GET"
                ? answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith(Urls.Veil, StringComparison.Ordinal)
                : answer.StatusCode == HttpStatusCode.Locked;
            if (!refused)
            {
                answered.Add($"{method} {path}: {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        }

        Assert.Empty(answered);
        Assert.True(asked > 10);
        Assert.Equal($"{Urls.Veil}?back=%2Fno-such-page", (await browser.GetAsync("/no-such-page")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Locked, (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, Urls.Session))).StatusCode);
        Assert.Equal(HttpStatusCode.Locked, (await browser.PostAsync(Urls.Session)).StatusCode);
    }

    [Fact]
    public async Task It_cuts_the_circuits_of_its_browser_and_of_no_other()
    {
        using Browser mine = await host.SignedInAsync();
        using Browser other = await host.SignedInAsync();
        using ClientWebSocket mineWire = await CircuitAsync(mine);
        using ClientWebSocket otherWire = await CircuitAsync(other);
        Task<WebSocketReceiveResult> cut = mineWire.ReceiveAsync(new ArraySegment<byte>(new byte[64]), CancellationToken.None);
        Task<WebSocketReceiveResult> kept = otherWire.ReceiveAsync(new ArraySegment<byte>(new byte[64]), CancellationToken.None);
        Assert.Equal(HttpStatusCode.NoContent, (await mine.PostAsync(Urls.BeginVeil)).StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => cut);
        Assert.False(kept.IsCompleted);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Urls.Today)).StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => CircuitAsync(mine));
    }

    [Fact]
    public async Task The_pin_and_the_passphrase_each_end_it_and_lead_back()
    {
        await SetPinAsync(Pin);
        foreach (string secret in (string[])[Pin, RunningHost.Passphrase])
        {
            using Browser browser = await VeiledAsync();
            Assert.Equal(Urls.Settings, LeadsTo(await EndAsync(browser, secret, Urls.Settings)));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Urls.Settings)).StatusCode);
        }

        using Browser once = await VeiledAsync();
        Assert.Equal(Urls.Today, LeadsTo(await EndAsync(once, Pin, "https://evil.example")));
    }

    [Fact]
    public async Task Three_wrong_tries_lock_the_journal_also_when_it_is_veiled_again_in_between()
    {
        await SetPinAsync(Pin);
        using Browser browser = await VeiledAsync();
        Assert.Contains("Encore 2 essais", await (await EndAsync(browser, "4718")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await browser.PostAsync(Urls.BeginVeil);
        Assert.Contains("Encore 1 essai", await (await EndAsync(browser, "girafe mandoline orage")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(JournalState.Open, host.Journal.State);
        Assert.Equal(Urls.Unlock, LeadsTo(await EndAsync(browser, "4717")));
        Assert.Equal(JournalState.Locked, host.Journal.State);
        using Browser later = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync(Urls.Today)).StatusCode);
    }

    [Fact]
    public async Task Without_a_pin_its_digits_end_nothing()
    {
        await SetPinAsync(null);
        using Browser browser = await VeiledAsync();
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(browser, Pin)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await EndAsync(browser, RunningHost.Passphrase)).StatusCode);
    }

    [Fact]
    public async Task A_veiled_screen_locks_after_the_set_time_whoever_moves_the_pointer()
    {
        using Browser browser = await VeiledAsync();
        IdleWatch watch = host.App.Services.GetRequiredService<IdleWatch>();
        for (int minute = 0; minute <= watch.Minutes; minute++)
        {
            await browser.PostAsync(Urls.Session);
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await watch.LookAsync();
        Assert.Equal(JournalState.Locked, host.Journal.State);
        await host.SignedInAsync();
    }

    private async Task<Browser> VeiledAsync()
    {
        Browser browser = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync(Urls.BeginVeil)).StatusCode);
        return browser;
    }

    private async Task SetPinAsync(string? pin)
    {
        await host.SignedInAsync();
        Assert.IsType<CareJournal.Acts.SaveOutcome.Saved>(await host.App.Services.GetRequiredService<VeilPinRecorder>().SetAsync(pin));
    }

    // A form's answer leads to a whole address.
    private string? LeadsTo(HttpResponseMessage answer) => answer.Headers.Location is { } address && address.Authority == host.Host ? address.PathAndQuery : null;

    private static Task<HttpResponseMessage> EndAsync(Browser browser, string secret, string back = Urls.Today) =>
        browser.SubmitAsync($"{Urls.Veil}?back={Uri.EscapeDataString(back)}", "veil", ("Secret", secret));

    private async Task<ClientWebSocket> CircuitAsync(Browser browser)
    {
        ClientWebSocket wire = new();
        wire.Options.SetRequestHeader("Origin", $"http://{host.Host}");
        wire.Options.SetRequestHeader("Cookie", browser.CookieHeader);
        wire.Options.SetRequestHeader("Host", host.Host);
        await wire.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/_blazor?access_token={browser.PageToken}"), CancellationToken.None);
        return wire;
    }

    private IEnumerable<(string Path, string Method)> Addresses() =>
        from endpoint in host.App.Services.GetServices<EndpointDataSource>().Concat(((IEndpointRouteBuilder)host.App).DataSources).SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
        where endpoint.Metadata.GetMetadata<MayBeCached>() is null
        let path = "/" + Regex.Replace(endpoint.RoutePattern.RawText ?? "", @"\{[^}]*\}", Person.ToString()).TrimStart('/')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]
        select (path, method);
}
