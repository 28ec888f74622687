using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Host;

/// <summary>The journal is checked by itself once a week, in quiet minutes.</summary>
public sealed class WeeklyCheckTests : IAsyncLifetime
{
    private readonly RunningHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_quiet_journal_is_checked_once_a_week_and_not_before_it_is_quiet()
    {
        WeeklyCheck check = Check();
        await check.LookAsync();
        Assert.Null(await LastAsync());

        await QuietAsync(check);
        DateTime first = Assert.NotNull(await LastAsync());
        await QuietAsync(check);
        Assert.Equal(first, await LastAsync());

        _host.Clock.SetWall(TimeSpan.FromDays(7));
        await QuietAsync(check);
        Assert.True(await LastAsync() > first);

        // A check noted by a clock that was wrong puts none off.
        _host.Clock.SetWall(TimeSpan.FromDays(-30));
        await QuietAsync(check);
        await using JournalContext journal = await _host.App.Services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContextAsync();
        Assert.Equal(3, await journal.Acts.CountAsync(act => act.Kind == ActKind.JournalChecked));
    }

    [Fact]
    public async Task Whoever_goes_on_working_stops_it_and_nothing_is_said_of_that()
    {
        CheckRun run = _host.App.Services.GetRequiredService<CheckRun>();
        bool touched = false;
        void Work()
        {
            if (run.Share > 0 && !touched)
            {
                touched = true;
                _host.App.Services.GetRequiredService<IdleWatch>().Touch();
            }
        }

        run.Changed += Work;
        await QuietAsync(Check());
        Assert.True(touched);
        Assert.Null(await LastAsync());
        Assert.Equal((false, null), (run.WasStopped, run.Answer));

        run.Changed -= Work;
        await QuietAsync(Check());
        Assert.NotNull(await LastAsync());
    }

    [Fact]
    public async Task What_it_finds_stays_said_and_is_not_looked_for_again()
    {
        await using (JournalContext journal = await _host.App.Services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContextAsync())
        {
            await journal.Database.ExecuteSqlRawAsync("UPDATE Settings SET GapThreshold = 77");
        }

        CheckRun run = _host.App.Services.GetRequiredService<CheckRun>();
        await QuietAsync(Check());
        CheckAnswer? found = run.Answer;
        Assert.IsType<CheckAnswer.Changed>(found);
        Assert.True(run.FoundFaults);
        await QuietAsync(Check());
        Assert.Same(found, run.Answer);
    }

    private WeeklyCheck Check() => ActivatorUtilities.CreateInstance<WeeklyCheck>(_host.App.Services);

    // The host looks by itself too: whichever begins the check, it has ended afterwards.
    private async Task QuietAsync(WeeklyCheck check)
    {
        CheckRun run = _host.App.Services.GetRequiredService<CheckRun>();
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void End()
        {
            if (run.Share is null)
            {
                ended.TrySetResult();
            }
        }

        run.Changed += End;
        _host.App.Services.GetRequiredService<IdleWatch>().Touch();
        _host.Clock.Advance(WeeklyCheck.Quiet + TimeSpan.FromSeconds(30));
        await check.LookAsync();
        if (run.Share is not null)
        {
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        run.Changed -= End;
    }

    private async Task<DateTime?> LastAsync() => (await _host.App.Services.GetRequiredService<SettingsReader>().ReadAsync()).LastCheckAtUtc;
}
