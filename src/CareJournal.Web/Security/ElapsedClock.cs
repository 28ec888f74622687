namespace CareJournal.Web.Security;

/// <summary>
/// Measures elapsed time by two clocks: the system clock, which can be set back, and the monotonic one, which stops on many systems while
/// the computer sleeps. Between two readings the larger of the two counts: setting the system clock disables nothing, and a night
/// asleep has passed on waking. Thread-safe.
/// </summary>
public sealed class ElapsedClock(TimeProvider time)
{
    // The clocks are compared over at least this long, so that their rounding errors do not add up.
    private static readonly TimeSpan LeastStep = TimeSpan.FromSeconds(1);

    // Clocks are set by fractions of a second all the time.
    private static readonly TimeSpan SetBackFrom = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _wall = time.GetUtcNow();
    private long _running = time.GetTimestamp();
    private TimeSpan _counted;
    private TimeSpan _latest;
    private DateTimeOffset? _setBack;

    /// <summary>
    /// Time since this clock was created. Never goes back. Read it every few seconds: if the system clock was set back <em>and</em> the computer
    /// slept between two readings, only the longer of the two is seen.
    /// </summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                var wall = time.GetUtcNow();
                var running = time.GetTimestamp();
                var expected = _wall + time.GetElapsedTime(_running, running);
                if (expected - wall > SetBackFrom)
                {
                    _setBack ??= expected;
                }

                var step = Larger(wall - _wall, time.GetElapsedTime(_running, running));
                if (_counted + step > _latest)
                {
                    _latest = _counted + step;
                }

                var isDue = step >= LeastStep || wall < _wall;
#if SABOTAGE_CLOCK
                isDue = false;
#endif
                if (isDue)
                {
                    (_wall, _running, _counted) = (wall, running, _latest);
                }

                return _latest;
            }
        }
    }

    /// <summary>What the system clock would have shown when it was found to be set back by more than a minute; <c>null</c> when it was not since the last call.</summary>
    public DateTimeOffset? TakeSetBack()
    {
        lock (_gate)
        {
            var taken = _setBack;
            _setBack = null;
            return taken;
        }
    }

    /// <summary>The time since a moment of this clock.</summary>
    public TimeSpan Since(TimeSpan moment) => Now - moment;

    private static TimeSpan Larger(TimeSpan onTheWall, TimeSpan running)
    {
#if SABOTAGE_CLOCK
        return running == TimeSpan.MaxValue ? running : onTheWall;
#else
        return onTheWall > running ? onTheWall : running;
#endif
    }
}
