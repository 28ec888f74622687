namespace CareJournal.Web.Security;

/// <summary>
/// Restricts the hub to WebSockets. Long polling and server-sent events are ordinary requests: they would carry the session's
/// content over paths to which the WebSocket rules (Origin, one request to abort) do not apply.
/// </summary>
public sealed class WebSocketsOnly(RequestDelegate next)
{
    private static readonly PathString Hub = new("/_blazor");

    /// <summary>Whether this is the path of the circuits' WebSocket.</summary>
    public static bool IsHub(PathString path) => path.Equals(Hub, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets the request through or ends it with 404.</summary>
    public Task InvokeAsync(HttpContext context) =>
        IsHub(context.Request.Path) && !IsUpgrade(context.Request)
            ? PlainStatus.EndAsync(context, StatusCodes.Status404NotFound)
            : next(context);

    private static bool IsUpgrade(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);
}
