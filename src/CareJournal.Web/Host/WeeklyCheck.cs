using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Web.Security;

namespace CareJournal.Web.Host;

/// <summary>
/// Checks the whole journal by itself once a week, in small parts with pauses, while it is open and nobody types. Whoever goes on working stops it, and so does a lock;
/// it is begun anew in the next quiet minutes.
/// </summary>
public sealed class WeeklyCheck(TimeProvider time, PracticeClock clock, JournalFile journal, SettingsReader settings, IdleWatch watch, CheckRun run) : IHostedService, IDisposable
{
    /// <summary>The time after which the journal is checked again.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(7);

    /// <summary>How long nobody has to be active before a check begins; less where the journal locks itself soon.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch.Touched += run.StopIfGentle;
        _timer = time.CreateTimer(static check => _ = ((WeeklyCheck)check!).LookAsync(), this, Pace, Pace);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watch.Touched -= run.StopIfGentle;
        _timer?.Dispose();
        run.Stop();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>Begins a check if one is due and nobody is active; the task ends with it.</summary>
    public async Task LookAsync()
    {
        // What was found stays said until somebody has looked: reading it again and again would change nothing.
        if (journal.State != JournalState.Open || journal.Damaged || run.Share is not null || run.FoundFaults || watch.Idle < QuietNow)
        {
            return;
        }

        try
        {
            if (await IsDueAsync())
            {
                await run.StartAsync(gently: true);
            }
        }
        catch (JournalLockedException)
        {
            // Locked meanwhile.
        }
    }

    private TimeSpan QuietNow => TimeSpan.FromMinutes(watch.Minutes / 3.0) is var third && third < Quiet ? third : Quiet;

    // A check at a time that is still to come was written by a clock that was wrong.
    private async Task<bool> IsDueAsync() => (await settings.ReadAsync()).LastCheckAtUtc is not { } last || last > clock.NowUtc || clock.NowUtc - last >= Interval;
}
