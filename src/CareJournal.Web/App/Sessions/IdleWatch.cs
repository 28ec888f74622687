using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// Locks the journal when nobody has touched a key or a pointer for the set time. A computer that slept through the time is locked as soon as
/// it wakes, and a clock that was set back puts nothing off (<see cref="ElapsedClock"/>).
/// </summary>
public sealed class IdleWatch(
    TimeProvider time,
    ElapsedClock clock,
    JournalLock journalLock,
    JournalFile journal,
    SettingsReader settings,
    OpenConnections connections,
    StartOptions options) : IHostedService, IDisposable
{
    /// <summary>The set time when nothing else was chosen.</summary>
    public const int DefaultMinutes = 10;

    /// <summary>How often the watch looks.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private ITimer? _timer;
    private TimeSpan _touched;
    private int _minutes = DefaultMinutes;

    /// <summary>Idle minutes until the lock, 1 to 30; a value outside is taken to the nearer end.</summary>
    public int Minutes
    {
        get => _minutes;
        set => _minutes = Math.Clamp(value, 1, 30);
    }

    /// <summary>Somebody is there.</summary>
    public void Touch() => _touched = clock.Now;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Touch();
        journal.StateChanged += BeginAnew;
        _timer = time.CreateTimer(static watch => _ = ((IdleWatch)watch!).LookAsync(), this, Pace, Pace);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        journal.StateChanged -= BeginAnew;
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    /// <summary>An opened journal brings its own setting. Read on another thread: the one that opens it is still holding it.</summary>
    private void BeginAnew()
    {
        Touch();
        if (journal.State == JournalState.Open)
        {
            _ = Task.Run(async () => Minutes = (await settings.ReadAsync()).AutoLockMinutes);
        }
    }

    /// <summary>Cuts the wires of sessions that reached their longest time, and locks when the set time has passed. The demo never locks by itself.</summary>
    public async Task LookAsync()
    {
        // Asked at every look, also while nothing hangs on it: the clock then sees each sleep and each setting by itself.
        var idle = clock.Since(_touched);
        connections.AbortEnded();
        if (!options.Demo && journal.State == JournalState.Open && idle >= TimeSpan.FromMinutes(Minutes))
        {
            await journalLock.LockAsync(LockReason.Idle);
        }
    }
}
