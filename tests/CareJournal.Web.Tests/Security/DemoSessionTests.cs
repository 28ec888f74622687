using System.Net;
using CareJournal.Storage;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>Tests that the demo lets its first visitor in, and is an ordinary journal in everything else.</summary>
public sealed class DemoSessionTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task The_first_page_asked_for_receives_a_session_and_a_second_browser_does_not()
    {
        Assert.StartsWith("HTTP/1.1 400", await host.RawAsync("GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        using Browser script = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"))).StatusCode);

        using Browser first = host.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/patients?all=true")).StatusCode);
        Assert.Equal("/patients?all=true", first.Entered);
        Assert.Equal(HttpStatusCode.NoContent, (await first.GetAsync(Urls.Session)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/")).StatusCode);

        using Browser second = host.NewBrowser();
        Assert.Null(second.Entered);
        Assert.Equal(Urls.Unlock, (await second.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Contains("emo", await (await second.GetAsync(Urls.Unlock)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(JournalState.Open, host.Journal.State);
    }
}

/// <summary>Tests that the first request to a demo is not redirected to another site.</summary>
public sealed class DemoTargetTests(DemoHost host) : IClassFixture<DemoHost>
{
    [Fact]
    public async Task An_address_that_a_browser_would_read_as_another_site_leads_to_the_day()
    {
        string answer = await host.RawAsync($"GET //evil.example/x HTTP/1.1\r\nHost: {host.Host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        Assert.Contains("data-entering=", answer, StringComparison.Ordinal);
        Assert.Contains("data-target=\"/\"", answer, StringComparison.Ordinal);
    }
}
