namespace CareJournal.Web.Host;

/// <summary>A clock that moves, with its timers, only when a test moves it; its wall clock can be set without its elapsed time.</summary>
public sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    private readonly List<StillTimer> _timers = [];
    private readonly Lock _gate = new();
    private DateTimeOffset _now = now;
    private DateTimeOffset _running = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _running.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        StillTimer timer = new(this, () => callback(state), dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Advances in steps of a second, so that each timer fires as often as it would.</summary>
    public void Advance(TimeSpan by)
    {
        for (DateTimeOffset end = _running + by; _running < end;)
        {
            _now += TimeSpan.FromSeconds(1);
            _running += TimeSpan.FromSeconds(1);
            StillTimer[] timers;
            lock (_gate)
            {
                timers = [.. _timers];
            }

            foreach (StillTimer timer in timers)
            {
                timer.FireIfDue(_running);
            }
        }
    }

    /// <summary>Sets the wall clock back or forward. Forward is also what a computer finds after sleep: nothing ran meanwhile.</summary>
    public void SetWall(TimeSpan by) => _now += by;

    private sealed class StillTimer : ITimer
    {
        private readonly StillClock _clock;
        private readonly Action _fire;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public StillTimer(StillClock clock, Action fire, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _fire = fire;
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime < TimeSpan.Zero ? null : _clock._running + dueTime;
            _period = period;
            return true;
        }

        public void FireIfDue(DateTimeOffset now)
        {
            if (_due is { } due && due <= now)
            {
                _due = _period > TimeSpan.Zero ? due + _period : null;
                _fire();
            }
        }

        public void Dispose()
        {
            lock (_clock._gate)
            {
                _clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
