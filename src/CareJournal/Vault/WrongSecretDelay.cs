namespace CareJournal.Vault;

/// <summary>
/// How long to wait after wrong passphrases: five slips are free, then one second, twice as long after each further one,
/// at most fifteen minutes. Nobody is ever locked out for good, the owner least of all. Counts by a clock that cannot be set.
/// May be used from several threads.
/// </summary>
public sealed class WrongSecretDelay(TimeProvider time)
{
    /// <summary>Wrong tries that cost nothing.</summary>
    public const int FreeTries = 5;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _wrongTries;
    private long _lastWrongTry;

    /// <summary>How long the next try still has to wait; zero when it may be made now.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (_gate)
            {
                var left = Wait(_wrongTries) - time.GetElapsedTime(_lastWrongTry);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>A passphrase or recovery code was wrong.</summary>
    public void CountWrong()
    {
        lock (_gate)
        {
            _wrongTries++;
            _lastWrongTry = time.GetTimestamp();
        }
    }

    /// <summary>The right one was given: all is forgotten.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _wrongTries = 0;
        }
    }

    private static TimeSpan Wait(int wrongTries)
    {
        if (wrongTries <= FreeTries)
        {
            return TimeSpan.Zero;
        }

        // Ten doublings pass the longest wait already; more would only overflow.
        var doublings = Math.Min(wrongTries - FreeTries - 1, 10);
        var wait = FirstWait * (1 << doublings);
        return wait < LongestWait ? wait : LongestWait;
    }
}
