namespace CareJournal.Web.App.Sessions;

/// <summary>What a page says about its session. All of it is behind the lock like everything else.</summary>
public static class SessionEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        // "Am I still let in?", asked by a page that lost its wire before it tries again.
        // 205 tells it that the screen is turned to a person: then only the page made for that may come back.
        routes.MapGet(Urls.Session, (HttpContext context, SessionTable sessions) =>
            Results.StatusCode(SessionHandler.SessionOf(context.User) is { } session && sessions.TogetherOf(session) is not null ? StatusCodes.Status205ResetContent : StatusCodes.Status204NoContent));

        // "Somebody is here", at most once a minute.
        routes.MapPost(Urls.Session, (IdleWatch watch) =>
        {
            watch.Touch();
            return Results.NoContent();
        });

        routes.MapPost(Urls.BeginTogetherRoute, (Guid id, HttpContext context, SessionTable sessions) =>
        {
            sessions.BeginTogether(SessionHandler.SessionOf(context.User)!, id);
            return Results.Redirect(Urls.Together(id));
        });

        routes.MapPost(Urls.Lock, async (HttpContext context, JournalLock journalLock) =>
        {
            await journalLock.LockAsync(LockReason.Asked);
            SessionCookie.Delete(context);
            return Results.Redirect(Urls.Unlock);
        }).WithMetadata(new CookieIsEnough());
    }
}
