using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>
/// Locks the journal after the set time without a key press or pointer movement. A computer that slept through that time is locked as soon as
/// it wakes, and setting the clock back delays nothing (<see cref="ElapsedClock"/>).
/// </summary>
public sealed class IdleWatch(
    TimeProvider time,
    ElapsedClock clock,
    JournalLock journalLock,
    JournalFile journal,
    SettingsReader settings,
    OpenConnections connections,
    TraceRecorder traces,
    StartOptions options) : IHostedService, IDisposable
{
    /// <summary>The default time.</summary>
    public const int DefaultMinutes = 10;

    /// <summary>The interval between two checks of the time.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private TimeSpan _touched;
    private int _minutes = DefaultMinutes;

    /// <summary>Idle minutes until the lock, 1 to 30; other values are clamped.</summary>
    public int Minutes
    {
        get => _minutes;
        set => _minutes = Math.Clamp(value, 1, 30);
    }

    /// <summary>Raised when somebody is active, at most once a minute for each page.</summary>
    public event Action? Touched;

    /// <summary>The time since the last activity.</summary>
    public TimeSpan Idle => clock.Since(_touched);

    /// <summary>Records activity.</summary>
    public void Touch()
    {
        _touched = clock.Now;
        Touched?.Invoke();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Touch();
        journal.StateChanged += BeginAnew;
        _timer = time.CreateTimer(static watch => _ = ((IdleWatch)watch!).LookAsync(), this, Pace, Pace);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        journal.StateChanged -= BeginAnew;
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>Applies the setting of an opened journal. Read on another thread: the one that opens the journal still holds its lock.</summary>
    private void BeginAnew()
    {
        Touch();
        if (journal.State == JournalState.Open)
        {
            _ = Task.Run(async () => Minutes = (await settings.ReadAsync()).AutoLockMinutes);
        }
    }

    // A clock that went back while the journal is locked is seen by the next save.
    private async Task TraceClockAsync()
    {
        if (clock.TakeSetBack() is { } expected && journal.State == JournalState.Open)
        {
            try
            {
                await traces.ClockWentBackAsync(expected.UtcDateTime);
            }
            catch (JournalLockedException)
            {
                // Locked meanwhile.
            }
        }
    }

    /// <summary>Closes the connections of expired sessions, and locks after the set time. The demo never locks by itself.</summary>
    public async Task LookAsync()
    {
        // Read every time, even when unused: the clock then sees each sleep and each change of the system clock separately.
        var idle = Idle;
        connections.AbortEnded();
        await TraceClockAsync();
        if (!options.Demo && journal.State == JournalState.Open && idle >= TimeSpan.FromMinutes(Minutes))
        {
            await journalLock.LockAsync(LockReason.Idle);
        }
    }
}
