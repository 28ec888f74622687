using CareJournal.Storage;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// Locks the journal everywhere at once. The order matters: pages first, while they can still hand in what is being typed;
/// then nobody is served any more; then the open wires are cut; the keys go last, when nothing needs them.
/// </summary>
public sealed partial class JournalLock(OpenPages pages, SessionTable sessions, OpenConnections connections, JournalFile journal, ILogger<JournalLock> log) : IDisposable
{
    private readonly SemaphoreSlim _once = new(1, 1);

    /// <inheritdoc/>
    public void Dispose() => _once.Dispose();

    /// <summary>Locks. Calling it twice at once locks once.</summary>
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
            journal.Lock();

            // A passphrase that was right a moment ago may have opened one more in between.
            sessions.EndAll();
            Locked(reason);
        }
        finally
        {
            _once.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Locked: {Reason}")]
    private partial void Locked(LockReason reason);
}

/// <summary>Why the journal was locked.</summary>
public enum LockReason
{
    /// <summary>Somebody pressed the button.</summary>
    Asked,

    /// <summary>Nobody touched it for the set time.</summary>
    Idle,
}
