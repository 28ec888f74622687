namespace CareJournal.Web.App.Edge;

/// <summary>
/// Answers only requests that name this journal in their Host header; everything else gets a bare 400.
/// The first threat: DNS rebinding. A foreign site lets its own name point to 127.0.0.1; the browser then takes the journal
/// for a part of that site and hands its answers over. Such a request carries neither Origin nor Sec-Fetch-Site: the foreign name
/// in Host is all that gives it away. So this stands first, before static files and error pages.
/// The second: cookies. A browser sends them to every port of a host name, other accounts' servers included, so none is ever given or
/// taken under a name that they know. Whoever opens a page by such a name is told where the journal's own name stands, and not what it is.
/// </summary>
public sealed class HostCheck(RequestDelegate next, OwnAddresses own)
{
    private static readonly string Elsewhere = StartWords.InBoth("Start.OtherAddress");

    /// <summary>Lets the request through or ends it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Value;
        var ours = own.Contains(host);
#if SABOTAGE_HOST
        ours = true;
#endif
        if (ours)
        {
            return next(context);
        }

        return own.IsPlain(host) && PageRequest.Is(context) ? TellAsync(context) : PlainStatus.EndAsync(context, StatusCodes.Status400BadRequest);
    }

    private static Task TellAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Elsewhere, context.RequestAborted);
    }
}
