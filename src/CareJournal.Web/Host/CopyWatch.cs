using CareJournal.Keeping;
using CareJournal.Storage;

namespace CareJournal.Web.Host;

/// <summary>
/// Looks every minute whether a copy is due in one of its places, away from every page, and once more before a lock and a stop: for a minute at most before the keys go,
/// and for twenty seconds before the program ends. A copy that is not done by then is thrown away and is due again.
/// </summary>
public sealed partial class CopyWatch(TimeProvider time, JournalFile journal, AutomaticCopies copies, ILogger<CopyWatch> log) : IHostedService, IDisposable
{
    /// <summary>The interval between two looks.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    /// <summary>The longest time that the keys stay for a copy after a lock was asked for; every session has ended before.</summary>
    public static readonly TimeSpan AtLock = TimeSpan.FromMinutes(1);

    /// <summary>The longest time by which a copy delays the end of the program.</summary>
    public static readonly TimeSpan AtStop = TimeSpan.FromSeconds(20);

    private readonly Lock _turn = new();
    private CancellationTokenSource _under = new();
    private ITimer? _timer;
    private int _looking;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        journal.StateChanged += LookSoon;
        _timer = time.CreateTimer(static watch => _ = ((CopyWatch)watch!).LookAsync(), this, Pace, Pace);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        journal.StateChanged -= LookSoon;
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _under.Dispose();
    }

    /// <summary>Makes the copies that are due today. A look while another one works does nothing.</summary>
    public async Task LookAsync()
    {
        if (Interlocked.Exchange(ref _looking, 1) == 0)
        {
            try
            {
                await MakeAsync(CopyOccasion.Daily, Begun());
            }
            finally
            {
                Volatile.Write(ref _looking, 0);
            }
        }
    }

    /// <summary>Makes a copy of what was recorded since, before the journal is locked or the program ends; returns when it is made or the time is over.</summary>
    public async Task EndAsync(TimeSpan longest)
    {
        CancellationToken under = Begun();
        using CancellationTokenSource over = new(longest, time);
        using CancellationTokenRegistration hurry = over.Token.Register(Hurry);
        await MakeAsync(CopyOccasion.Ending, under);
    }

    /// <summary>Stops the copy that is being made, if one is.</summary>
    public void Hurry()
    {
        CancellationTokenSource stopped;
        lock (_turn)
        {
            (stopped, _under) = (_under, new CancellationTokenSource());
        }

        stopped.Cancel();
        stopped.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A copy that was due failed ({Kind}).")]
    private static partial void LogFault(ILogger log, string kind);

    private CancellationToken Begun()
    {
        lock (_turn)
        {
            return _under.Token;
        }
    }

    // The event comes while the journal is being opened: on a thread of its own.
    private void LookSoon()
    {
        if (journal.State == JournalState.Open)
        {
            _ = Task.Run(LookAsync);
        }
    }

    private async Task MakeAsync(CopyOccasion occasion, CancellationToken under)
    {
        try
        {
            await copies.MakeDueAsync(occasion, under);
        }
        catch (Exception) when (journal.State != JournalState.Open)
        {
            // Locked in between: what is due is due at the next unlock.
        }
        catch (Exception fault)
        {
            // Nobody waits for what it found: what failed unexpectedly is logged here, without its message, and a lock goes on.
            LogFault(log, fault.GetType().Name);
        }
    }
}
