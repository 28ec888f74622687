using System.Net;
using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Security;

/// <summary>Tests that an idle journal locks itself, that a key or a pointer keeps it open, and that the demo stays open.</summary>
public sealed class IdleWatchTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task After_ten_idle_minutes_the_journal_is_locked()
    {
        using Browser browser = await host.SignedInAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(9.5));
        Assert.Equal(JournalState.Open, host.Journal.State);
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await IsLockedAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_clock_set_back_by_a_day_does_not_put_the_lock_off()
    {
        using Browser browser = await host.SignedInAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        host.Clock.SetWall(TimeSpan.FromDays(-1));
        await AdvanceAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(JournalState.Open, host.Journal.State);
        await AdvanceAsync(TimeSpan.FromMinutes(2));
        await IsLockedAsync();
    }

    [Fact]
    public async Task A_computer_that_slept_through_the_time_is_locked_at_waking_also_after_its_clock_was_set_back()
    {
        using Browser browser = await host.SignedInAsync();
        host.Clock.SetWall(TimeSpan.FromDays(-1));
        host.Clock.Advance(IdleWatch.Pace);
        Assert.Equal(JournalState.Open, host.Journal.State);
        host.Clock.SetWall(TimeSpan.FromMinutes(11));
        await AdvanceAsync(IdleWatch.Pace);
        await IsLockedAsync();
    }

    [Fact]
    public async Task Somebody_who_is_there_is_not_locked_out()
    {
        using Browser browser = await host.SignedInAsync();
        for (int turn = 0; turn < 4; turn++)
        {
            await AdvanceAsync(TimeSpan.FromMinutes(8));
            Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync(Urls.Session)).StatusCode);
        }

        Assert.Equal(JournalState.Open, host.Journal.State);
    }

    [Fact]
    public async Task Asking_whether_one_is_let_in_is_no_sign_of_life()
    {
        using Browser browser = await host.SignedInAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(8));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync(Urls.Session)).StatusCode);
        await AdvanceAsync(TimeSpan.FromMinutes(3));
        await IsLockedAsync();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(30, 30)]
    [InlineData(500, 30)]
    public void The_set_time_is_between_one_minute_and_thirty(int chosen, int taken)
    {
        IdleWatch watch = host.App.Services.GetRequiredService<IdleWatch>();
        int before = watch.Minutes;
        watch.Minutes = chosen;
        Assert.Equal(taken, watch.Minutes);
        watch.Minutes = before;
    }

    /// <summary>Advances the clock, and waits a moment for the lock, which runs outside of the timer that found it due.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        host.Clock.Advance(by);
        for (int turn = 0; turn < 50 && host.Journal.State == JournalState.Open; turn++)
        {
            await Task.Delay(10);
        }
    }

    private async Task IsLockedAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (host.Journal.State == JournalState.Open)
        {
            await Task.Delay(10, patience.Token);
        }

        Assert.Equal(JournalState.Locked, host.Journal.State);
    }
}
