namespace CareJournal.Vault;

/// <summary>
/// Computes how long to wait after wrong passphrases: five slips are free, then one second, twice as long after each further one,
/// at most fifteen minutes. Nobody is ever locked out for good, the owner least of all. Uses a clock that cannot be set.
/// May be used from several threads.
/// </summary>
public sealed class WrongSecretDelay(TimeProvider time)
{
    /// <summary>The number of wrong tries without a wait.</summary>
    public const int FreeTries = 5;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _wrongTries;
    private long _lastWrongTry;

    /// <summary>The time that the next try still has to wait; zero when it may be made now.</summary>
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

    /// <summary>Counts a wrong passphrase or recovery code.</summary>
    public void CountWrong()
    {
        lock (_gate)
        {
            _wrongTries++;
            _lastWrongTry = time.GetTimestamp();
        }
    }

    /// <summary>Continues with the tries that an earlier start of the program counted.</summary>
    /// <param name="wrongTries">Their number.</param>
    /// <param name="ago">The time that certainly has passed since the last of them.</param>
    internal void Restore(int wrongTries, TimeSpan ago)
    {
        lock (_gate)
        {
            _wrongTries = wrongTries;
            _lastWrongTry = time.GetTimestamp() - (long)(ago.TotalSeconds * time.TimestampFrequency);
        }
    }

    /// <summary>Resets the count after the right secret.</summary>
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

        // Ten doublings already exceed the longest wait; more would only overflow.
        var doublings = Math.Min(wrongTries - FreeTries - 1, 10);
        var wait = FirstWait * (1 << doublings);
        return wait < LongestWait ? wait : LongestWait;
    }
}
