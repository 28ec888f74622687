namespace CareJournal.Web.App.Sessions;

/// <summary>
/// Measures how long something has lasted, by two clocks of the computer: the one on the wall, which can be set back, and the running one,
/// which stands still on many systems while the computer sleeps. From one look to the next the larger of the two counts: setting the wall clock
/// switches nothing off, and a night asleep has passed at waking. May be used from several threads.
/// </summary>
public sealed class ElapsedClock(TimeProvider time)
{
    // The clocks are compared over at least this long, so that their own grain does not add up.
    private static readonly TimeSpan LeastStep = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _wall = time.GetUtcNow();
    private long _running = time.GetTimestamp();
    private TimeSpan _counted;
    private TimeSpan _latest;

    /// <summary>
    /// Time since this clock was made. Never goes back. To be asked every few seconds: a clock that was set back <em>and</em> a sleep between
    /// two looks are seen as the longer of the two alone.
    /// </summary>
    public TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                var wall = time.GetUtcNow();
                var running = time.GetTimestamp();
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

    /// <summary>How long ago a moment of this clock is.</summary>
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
