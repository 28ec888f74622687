using Microsoft.Extensions.Primitives;

namespace CareJournal.Web.Security;

/// <summary>
/// Refuses with 403 what another page of the same browser sends.
/// The threats: a foreign page opens a WebSocket to the hub (browsers send cookies along without asking), or posts a form;
/// a program on another port of localhost counts as the same site, so the strict cookie is sent with its requests too.
/// Every WebSocket, every call of the hub and every request that could change something must therefore carry our own Origin,
/// matching the host name of the request. If the browser sends Sec-Fetch-Site, it must not be a foreign one,
/// except when somebody follows a link to a page.
/// </summary>
public sealed class OriginCheck(RequestDelegate next)
{
    /// <summary>Continues with the request or ends it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var foreign = (MustBeOurs(context.Request) && !IsOurs(context.Request)) || IsForeignFetch(context.Request);
#if SABOTAGE_ORIGIN
        foreign = false;
#endif
        return foreign ? PlainStatus.EndAsync(context, StatusCodes.Status403Forbidden) : next(context);
    }

    private static bool MustBeOurs(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || request.Headers.ContainsKey("Upgrade")
        || WebSocketsOnly.IsHub(request.Path);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && string.Equals(origin, $"http://{request.Host.Value}", StringComparison.Ordinal);

    private static bool IsForeignFetch(HttpRequest request) =>
        One(request.Headers["Sec-Fetch-Site"]) is { } site
        && site is not ("same-origin" or "none")
        && !(HttpMethods.IsGet(request.Method)
            && One(request.Headers["Sec-Fetch-Mode"]) == "navigate"
            && One(request.Headers["Sec-Fetch-Dest"]) == "document");

    /// <summary>The header's only value; several values are joined, which matches nothing.</summary>
    private static string? One(StringValues header) => header.Count == 0 ? null : header.ToString();
}
