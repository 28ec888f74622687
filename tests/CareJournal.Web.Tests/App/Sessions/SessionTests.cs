using System.Net;
using System.Net.WebSockets;
using CareJournal.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.App.Sessions;

/// <summary>Who gave the passphrase is let in, for so long, in that browser alone; a lock ends it everywhere.</summary>
public sealed class SessionTests(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task The_cookie_is_for_this_port_for_no_script_and_for_no_other_site()
    {
        using Browser browser = room.NewBrowser();
        HttpResponseMessage answer = await browser.UnlockAsync(RunningRoom.Passphrase);
        string cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith($"carejournal-session-{room.Port}=", StringComparison.Ordinal));
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
        using Browser one = await room.SignedInAsync();
        using Browser two = await room.SignedInAsync();
        Assert.NotEqual(one.CookieHeader, two.CookieHeader);
        using Browser forger = room.NewBrowser();
        forger.Cookies.Add(new Cookie($"carejournal-session-{room.Port}", new string('A', 43), "/", room.HostName));
        Assert.Equal(HttpStatusCode.Redirect, (await forger.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_second_browser_gives_the_passphrase_too()
    {
        using Browser first = await room.SignedInAsync();
        using Browser second = room.NewBrowser();
        Assert.Equal(Urls.Unlock, (await second.GetAsync("/")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await second.UnlockAsync("autre phrase que la bonne")).StatusCode);
        Assert.Null(second.Entered);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task After_the_unlock_one_is_where_one_wanted_to_be_and_never_elsewhere()
    {
        using Browser browser = room.NewBrowser();
        Assert.Equal("/unlock?back=%2Fsettings", (await browser.GetAsync(Urls.Settings)).Headers.Location?.OriginalString);
        await browser.SubmitAsync("/unlock?back=%2Fsettings", "unlock", ("Secret", RunningRoom.Passphrase));
        Assert.Equal(Urls.Settings, browser.Entered);
        foreach (string elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)" })
        {
            using Browser other = room.NewBrowser();
            await other.SubmitAsync($"/unlock?back={Uri.EscapeDataString(elsewhere)}", "unlock", ("Secret", RunningRoom.Passphrase));
            Assert.Equal(Urls.Today, other.Entered);
        }
    }

    [Fact]
    public async Task A_session_that_was_locked_stays_dead_when_the_journal_is_opened_again()
    {
        using Browser one = await room.SignedInAsync();
        using Browser two = await room.SignedInAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await one.PostAsync(Urls.Lock)).StatusCode);
        Assert.Equal(JournalState.Locked, room.Journal.State);
        Assert.Equal(HttpStatusCode.Redirect, (await two.GetAsync("/")).StatusCode);

        using Browser later = await room.SignedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_lock_cuts_the_wire_of_every_open_page_at_once()
    {
        using Browser browser = await room.SignedInAsync();
        using ClientWebSocket wire = new();
        wire.Options.SetRequestHeader("Origin", $"http://{room.Host}");
        wire.Options.SetRequestHeader("Cookie", browser.CookieHeader);
        wire.Options.SetRequestHeader("Host", room.Host);
        await wire.ConnectAsync(new Uri($"ws://127.0.0.1:{room.Port}/_blazor?access_token={browser.PageToken}"), CancellationToken.None);
        Task<WebSocketReceiveResult> listening = wire.ReceiveAsync(new ArraySegment<byte>(new byte[64]), CancellationToken.None);
        Assert.Equal(1, room.OpenConnections);

        await browser.PostAsync(Urls.Lock);
        Task ended = await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(2)));
        Assert.Same(listening, ended);
        await Assert.ThrowsAsync<WebSocketException>(() => listening);
        await room.SignedInAsync();
    }

    [Fact]
    public async Task A_page_is_told_before_the_keys_go()
    {
        using Browser browser = await room.SignedInAsync();
        List<JournalState> seen = [];
        using IDisposable page = room.App.Services.GetRequiredService<OpenPages>().Enter(() =>
        {
            seen.Add(room.Journal.State);
            return Task.CompletedTask;
        });
        await browser.PostAsync(Urls.Lock);
        Assert.Equal([JournalState.Open], seen);
        Assert.Equal(JournalState.Locked, room.Journal.State);
        await room.SignedInAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-24)]
    public async Task A_session_ends_after_twelve_hours_however_busy_and_whatever_the_clock_is_set_to(int hours)
    {
        using Browser browser = await room.SignedInAsync();
        IdleWatch watch = room.App.Services.GetRequiredService<IdleWatch>();
        room.Clock.SetWall(TimeSpan.FromHours(hours));
        for (int quarter = 0; quarter < 12 * 4; quarter++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
            for (int part = 0; part < 3; part++)
            {
                watch.Touch();
                room.Clock.Advance(TimeSpan.FromMinutes(5));
            }
        }

        Assert.Equal(JournalState.Open, room.Journal.State);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }
}
