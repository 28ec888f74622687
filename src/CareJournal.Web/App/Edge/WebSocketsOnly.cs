namespace CareJournal.Web.App.Edge;

/// <summary>
/// Leaves the hub one wire, the WebSocket. Long polling and server-sent events are ordinary requests: they would carry the session's
/// content through paths for which the rules of WebSockets (Origin, one request to abort) do not hold.
/// </summary>
public sealed class WebSocketsOnly(RequestDelegate next)
{
    private static readonly PathString Hub = new("/_blazor");

    /// <summary>Whether this is the path that carries the circuits themselves.</summary>
    public static bool IsHub(PathString path) => path.Equals(Hub, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets the request through or ends it with 404.</summary>
    public Task InvokeAsync(HttpContext context) =>
        IsHub(context.Request.Path) && !IsUpgrade(context.Request)
            ? PlainStatus.EndAsync(context, StatusCodes.Status404NotFound)
            : next(context);

    private static bool IsUpgrade(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);
}
