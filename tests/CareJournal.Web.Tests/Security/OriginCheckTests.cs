using System.Net;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Security;

/// <summary>Tests that requests of another site's page in the same browser are refused, even with a live session's cookie.</summary>
public sealed class OriginCheckTests(RunningHost host) : IClassFixture<RunningHost>
{
    public static TheoryData<string?> ForeignOrigins =>
    [
        null, "null", "", "http://evil.example", "http://OWN", "http://OWN:PORT1", "https://OWN:PORT", "http://x.OWN:PORT", "http://OWN:PORT/",
        "http://127.0.0.1:PORT", "http://localhost:PORT", "http://carejournal.localhost:PORT", "http://OWN:PORT.evil.example", "http://OWN.evil.example:PORT", "http://evil.example:PORT",
        "http://evil@OWN:PORT", "file://", "chrome-extension://abc", "http://OWN:PORT http://evil.example", "*",
    ];

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task A_foreign_or_missing_origin_opens_no_circuit(string? origin)
    {
        using Browser signedIn = await host.SignedInAsync();
        string answer = await host.RawAsync(Upgrade(signedIn, origin));
        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        Assert.Equal(0, host.OpenConnections);
    }

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task A_foreign_or_missing_origin_changes_nothing(string? origin)
    {
        using Browser signedIn = await host.SignedInAsync();
        foreach (string path in new[] { "/_blazor/negotiate?negotiateVersion=1", "/_blazor/disconnect", Urls.Lock, Urls.Session, Urls.Language, Urls.Theme, Urls.ReviewView, Urls.Unlock, Urls.FirstRun, Urls.PhraseStrength, "/" })
        {
            foreach (string method in new[] { "POST", "PUT", "DELETE", "PATCH", "OPTIONS" })
            {
                string answer = await host.RawAsync($"{method} {path} HTTP/1.1\r\nHost: {host.Host}\r\n{OriginLine(origin)}Cookie: {signedIn.CookieHeader}\r\nAuthorization: Bearer {signedIn.PageToken}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.NoContent, (await signedIn.GetAsync(Urls.Session)).StatusCode);
    }

    [Fact]
    public async Task Two_origins_are_none()
    {
        using Browser signedIn = await host.SignedInAsync();
        string answer = await host.RawAsync(Upgrade(signedIn, "http://OWN:PORT\r\nOrigin: http://evil.example"));
        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_page_opens_its_circuit()
    {
        using Browser signedIn = await host.SignedInAsync();
        Assert.StartsWith("HTTP/1.1 101", await host.RawAsync(Upgrade(signedIn, "http://OWN:PORT")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_origin_without_a_session_opens_no_circuit()
    {
        using Browser stranger = host.NewBrowser();
        Assert.StartsWith("HTTP/1.1 401", await host.RawAsync(Upgrade(stranger, "http://OWN:PORT")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-site", "cors", "empty", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "no-cors", "image", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "iframe", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "navigate", "embed", HttpStatusCode.Forbidden)]
    [InlineData("nonsense", "cors", "empty", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("same-origin", "cors", "empty", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", HttpStatusCode.OK)]
    public async Task Only_somebody_who_follows_a_link_comes_from_elsewhere(string site, string mode, string destination, HttpStatusCode expected)
    {
        using Browser browser = host.NewBrowser();
        using HttpRequestMessage request = new(HttpMethod.Get, Urls.Unlock) { Headers = { { "Sec-Fetch-Site", site }, { "Sec-Fetch-Mode", mode }, { "Sec-Fetch-Dest", destination } } };
        Assert.Equal(expected, (await browser.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "text/event-stream")]
    [InlineData("GET", "*/*")]
    [InlineData("POST", "*/*")]
    [InlineData("DELETE", "*/*")]
    public async Task The_hub_has_one_transport_the_websocket(string method, string accept)
    {
        using Browser signedIn = await host.SignedInAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), "/_blazor?id=x") { Headers = { { "Origin", $"http://{host.Host}" }, { "Accept", accept } } };
        Assert.Equal(HttpStatusCode.NotFound, (await signedIn.SendAsync(request)).StatusCode);
    }

    private string Upgrade(Browser browser, string? origin) =>
        $"GET /_blazor?access_token={browser.PageToken} HTTP/1.1\r\nHost: {host.Host}\r\n{OriginLine(origin)}Cookie: {browser.CookieHeader}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private string OriginLine(string? origin) => origin is null ? "" : $"Origin: {origin.Replace("OWN", host.HostName, StringComparison.Ordinal).Replace("PORT1", $"{host.Port + 1}", StringComparison.Ordinal).Replace("PORT", $"{host.Port}", StringComparison.Ordinal)}\r\n";
}
