namespace CareJournal.Web.Security;

/// <summary>Endpoints about the session of a page. All of them require a session.</summary>
public static class SessionEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        // "Is my session still valid?", asked by a page that lost its connection before it reconnects.
        // 205 means that the screen is shared with a person: then only the page made for that may reconnect. 423 means that it is veiled.
        routes.MapGet(Urls.Session, (HttpContext context, SessionTable sessions) =>
            Results.StatusCode(SessionHandler.SessionOf(context.User) switch
            {
                { } session when sessions.IsVeiled(session) => StatusCodes.Status423Locked,
                { } session when sessions.TogetherOf(session) is not null => StatusCodes.Status205ResetContent,
                _ => StatusCodes.Status204NoContent,
            }));

        // Activity, reported at most once a minute.
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

        routes.MapPost(Urls.BeginVeil, (HttpContext context, Veil veil) =>
        {
            veil.Begin(SessionHandler.SessionOf(context.User)!);
            return Results.NoContent();
        }).WithMetadata(new CookieIsEnough());

        routes.MapPost(Urls.Lock, async (HttpContext context, JournalLock journalLock) =>
        {
            await journalLock.LockAsync(LockReason.Asked);
            SessionCookie.Delete(context);
            return Results.Redirect(Urls.Unlock);
        }).WithMetadata(new CookieIsEnough());
    }
}
