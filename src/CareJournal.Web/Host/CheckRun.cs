using CareJournal.Keeping;
using CareJournal.Storage;

namespace CareJournal.Web.Host;

/// <summary>
/// The check of the journal that runs, or ran last, since the program was started: one for all pages. It goes on when the page that began it is left, and ends with the lock.
/// Begun by itself (<see cref="WeeklyCheck"/>) it is gentle: it pauses between two parts, and is stopped by whoever goes on working.
/// </summary>
public sealed partial class CheckRun(JournalCheck check, ILogger<CheckRun> log) : IDisposable
{
    // As long as a part takes: whatever else the computer does has half of its time.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private readonly Lock _turn = new();
    private CancellationTokenSource? _stop;
    private bool _isGentle;

    /// <summary>Raised on any thread when a check begins, goes on by a hundredth, or ends.</summary>
    public event Action? Changed;

    /// <summary>The share that was checked, 0 to 1; <c>null</c> while none runs.</summary>
    public double? Share { get; private set; }

    /// <summary>The result of the last one; <c>null</c> before it, or when it was stopped.</summary>
    public CheckAnswer? Answer { get; private set; }

    /// <summary>Whether the last one was stopped by somebody who had asked for it.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>Whether the last one found something that is not as it was written.</summary>
    public bool FoundFaults => Answer is CheckAnswer.Changed or CheckAnswer.Damaged;

    /// <summary>Begins a check, unless one runs. Returns at once; the task ends with the check.</summary>
    /// <param name="gently">Whether nobody has asked for it. A gentle check that runs already is one that was asked for from then on, where this is <c>false</c>.</param>
    public Task StartAsync(bool gently = false)
    {
        lock (_turn)
        {
            _isGentle = gently && (_stop is null || _isGentle);
            if (_stop is not null)
            {
                return Task.CompletedTask;
            }

            _stop = new CancellationTokenSource();
            (Share, Answer, WasStopped) = (0, null, false);
        }

        return RunAsync(_stop);
    }

    /// <summary>Stops the check that runs, if one does.</summary>
    public void Stop()
    {
        lock (_turn)
        {
            _stop?.Cancel();
        }
    }

    /// <summary>Stops the check that runs, if nobody has asked for it: it is begun anew later.</summary>
    public void StopIfGentle()
    {
        lock (_turn)
        {
            if (_isGentle)
            {
                _stop?.Cancel();
            }
        }
    }

    public void Dispose() => Stop();

    [LoggerMessage(Level = LogLevel.Error, Message = "The check of the journal failed ({Kind}).")]
    private static partial void LogFault(ILogger log, string kind);

    private async Task RunAsync(CancellationTokenSource stop)
    {
        CheckAnswer? answer = null;
        bool stopped = false;
        try
        {
            Changed?.Invoke();
            answer = await check.RunAsync(new ShareProgress(this, stop.Token), stop.Token);
        }
        catch (OperationCanceledException)
        {
            stopped = !_isGentle;
        }
        catch (JournalLockedException)
        {
            // The pages are gone with the journal; nothing was found, and nothing is said.
        }
        catch (Exception fault)
        {
            // Nobody waits for this task: what failed unexpectedly is logged here, without its message.
            LogFault(log, fault.GetType().Name);
            answer = new CheckAnswer.NotReadable();
        }
        finally
        {
            lock (_turn)
            {
                stop.Dispose();
                (_stop, Share, Answer, WasStopped) = (null, null, answer, stopped);
            }

            Changed?.Invoke();
        }
    }

    // Reported at once and by hundredths: a page is not drawn for less.
    private sealed class ShareProgress(CheckRun run, CancellationToken stop) : IProgress<double>
    {
        public void Report(double value)
        {
            if (run._isGentle)
            {
                stop.WaitHandle.WaitOne(Pause);
            }

            if (value - run.Share >= 0.01)
            {
                run.Share = value;
                run.Changed?.Invoke();
            }
        }
    }
}
