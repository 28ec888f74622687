using CareJournal.Keeping;
using CareJournal.Storage;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>
/// Locks the journal everywhere at once. The order matters: pages first, while they can still send what is being typed;
/// then all sessions end; then the open connections are closed; then a copy that is due is made, for a minute at most; the keys go last, when nothing needs them.
/// </summary>
public sealed partial class JournalLock(OpenPages pages, SessionTable sessions, OpenConnections connections, JournalFile journal, CopyWatch copies, TraceRecorder traces, ILogger<JournalLock> log) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);

    /// <summary>Whether a lock has begun and not ended: no session is left, and a last copy may be under way.</summary>
    public bool IsUnderWay => _once.CurrentCount == 0;

    public void Dispose() => _once.Dispose();

    /// <summary>Locks the journal. Concurrent calls lock once.</summary>
    public async Task LockAsync(LockReason reason)
    {
        await _once.WaitAsync();
        try
        {
            if (journal.State != JournalState.Open)
            {
                return;
            }

            await pages.CoverAllAsync();
            sessions.EndAll();
            connections.AbortEnded();
            await traces.WriteWaitingAsync();
            await copies.EndAsync(CopyWatch.AtLock);
            journal.Lock();

            // A correct passphrase given a moment ago may have opened another session in between.
            sessions.EndAll();
            Locked(reason);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Waits until a lock that has begun has ended; a copy that it makes is stopped. For whoever comes back at once.</summary>
    public async Task FinishAsync()
    {
        if (IsUnderWay)
        {
            copies.Hurry();
        }

        await _once.WaitAsync();
        _once.Release();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Locked: {Reason}")]
    private partial void Locked(LockReason reason);
}

/// <summary>The reasons why the journal was locked.</summary>
public enum LockReason
{
    /// <summary>The lock button was pressed.</summary>
    Asked,

    /// <summary>No activity for the set time.</summary>
    Idle,

    /// <summary>Too many wrong tries to end the veil.</summary>
    VeilTries,
}
