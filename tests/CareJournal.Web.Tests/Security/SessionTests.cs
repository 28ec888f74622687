using System.Net;
using System.Net.WebSockets;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests that the passphrase opens a session in one browser alone and for a limited time, and that a lock ends it everywhere.</summary>
public sealed class SessionTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_cookie_is_for_this_port_for_no_script_and_for_no_other_site()
    {
        using Browser browser = host.NewBrowser();
        HttpResponseMessage answer = await browser.UnlockAsync(RunningHost.Passphrase);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith($"carejournal-session-{host.Port}=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(cookie.Split('=', ';')[1].Length >= 43, "256 random bits");
    }

    [Fact]
    public async Task Each_unlock_gives_another_token_and_an_invented_one_opens_nothing()
    {
        using Browser one = await host.SignedInAsync();
        using Browser two = await host.SignedInAsync();
        Assert.NotEqual(one.CookieHeader, two.CookieHeader);
        using Browser forger = host.NewBrowser();
        forger.Cookies.Add(new Cookie($"carejournal-session-{host.Port}", new string('A', 43), "/", host.HostName));
        Assert.Equal(HttpStatusCode.Redirect, (await forger.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_second_browser_gives_the_passphrase_too()
    {
        using Browser first = await host.SignedInAsync();
        using Browser second = host.NewBrowser();
        Assert.Equal(Urls.Unlock, (await second.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await second.UnlockAsync("autre phrase que la bonne")).StatusCode);
        Assert.Null(second.Entered);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task After_the_unlock_one_is_where_one_wanted_to_be_and_never_elsewhere()
    {
        using Browser browser = host.NewBrowser();
        Assert.Equal("/unlock?back=%2Fsettings", (await browser.GetAsync(Urls.Settings)).Headers.Location?.OriginalString);
        await browser.SubmitAsync("/unlock?back=%2Fsettings", "unlock", ("Secret", RunningHost.Passphrase));
        Assert.Equal(Urls.Settings, browser.Entered);
        foreach (string elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            using Browser other = host.NewBrowser();
            await other.SubmitAsync($"/unlock?back={Uri.EscapeDataString(elsewhere)}", "unlock", ("Secret", RunningHost.Passphrase));
            Assert.Equal(Urls.Today, other.Entered);
        }
    }

    [Fact]
    public async Task A_session_that_was_locked_stays_dead_when_the_journal_is_opened_again()
    {
        using Browser one = await host.SignedInAsync();
        using Browser two = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await one.PostAsync(Urls.Lock)).StatusCode);
        Assert.Equal(JournalState.Locked, host.Journal.State);
        Assert.Equal(HttpStatusCode.Redirect, (await two.GetAsync("/")).StatusCode);

        using Browser later = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_lock_closes_the_connection_of_every_open_page_at_once()
    {
        using Browser browser = await host.SignedInAsync();
        using ClientWebSocket wire = new();
        wire.Options.SetRequestHeader("Origin", $"http://{host.Host}");
        wire.Options.SetRequestHeader("Cookie", browser.CookieHeader);
        wire.Options.SetRequestHeader("Host", host.Host);
        await wire.ConnectAsync(new Uri($"ws://127.0.0.1:{host.Port}/_blazor?access_token={browser.PageToken}"), CancellationToken.None);
        Task<WebSocketReceiveResult> listening = wire.ReceiveAsync(new ArraySegment<byte>(new byte[64]), CancellationToken.None);
        Assert.Equal(1, host.OpenConnections);

        await browser.PostAsync(Urls.Lock);
        Task ended = await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(2)));
        Assert.Same(listening, ended);
        await Assert.ThrowsAsync<WebSocketException>(() => listening);
        await host.SignedInAsync();
    }

    [Fact]
    public async Task A_page_is_notified_before_the_keys_go()
    {
        using Browser browser = await host.SignedInAsync();
        List<JournalState> seen = [];
        using IDisposable page = host.App.Services.GetRequiredService<OpenPages>().Enter(() =>
        {
            seen.Add(host.Journal.State);
            return Task.CompletedTask;
        });
        await browser.PostAsync(Urls.Lock);
        Assert.Equal([JournalState.Open], seen);
        Assert.Equal(JournalState.Locked, host.Journal.State);
        await host.SignedInAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-24)]
    public async Task A_session_ends_after_twelve_hours_however_busy_and_whatever_the_clock_is_set_to(int hours)
    {
        using Browser browser = await host.SignedInAsync();
        IdleWatch watch = host.App.Services.GetRequiredService<IdleWatch>();
        host.Clock.SetWall(TimeSpan.FromHours(hours));
        for (int quarter = 0; quarter < 12 * 4; quarter++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
            for (int part = 0; part < 3; part++)
            {
                watch.Touch();
                host.Clock.Advance(TimeSpan.FromMinutes(5));
            }
        }

        Assert.Equal(JournalState.Open, host.Journal.State);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }
}
