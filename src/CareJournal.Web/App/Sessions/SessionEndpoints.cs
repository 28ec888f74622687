namespace CareJournal.Web.App.Sessions;

/// <summary>What a page says about its session. All of it is behind the lock like everything else.</summary>
public static class SessionEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        // "Am I still let in?", asked by a page that lost its wire before it tries again.
        routes.MapGet(Urls.Session, () => Results.NoContent());

        // "Somebody is here", at most once a minute.
        routes.MapPost(Urls.Session, (IdleWatch watch) =>
        {
            watch.Touch();
            return Results.NoContent();
        });

        routes.MapPost(Urls.Lock, async (HttpContext context, JournalLock journalLock) =>
        {
            await journalLock.LockAsync(LockReason.Asked);
            SessionCookie.Delete(context);
            return Results.Redirect(Urls.Unlock);
        });
    }
}
