namespace CareJournal.Web.Security;

/// <summary>
/// Ends the sessions of all other browsers at once, when a secret was changed: whoever sits there gives the new one. Their pages first send what is being
/// typed and cover themselves, as for a lock; the journal stays open.
/// </summary>
public sealed class OtherSessions(OpenPages pages, SessionTable sessions, OpenConnections connections)
{
    /// <summary>Ends every session but one; all of them if it is null.</summary>
    public async Task EndAsync(string? own)
    {
        await pages.CoverAllAsync(own);
        sessions.EndAllBut(own);
        connections.AbortEnded();
    }
}
