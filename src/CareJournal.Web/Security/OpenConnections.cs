using System.Collections.Concurrent;

namespace CareJournal.Web.Security;

/// <summary>
/// The WebSockets of the circuits, each with the session it was opened for. A circuit checks its session only when it connects:
/// a lock that only ended sessions would leave open pages alive, so their connections are closed as well.
/// </summary>
public sealed class OpenConnections(SessionTable sessions)
{
    private readonly ConcurrentDictionary<HttpContext, string> _connections = new();

    /// <summary>The number of open connections.</summary>
    public int Count => _connections.Count;

    /// <summary>Keeps a connection in the list while <paramref name="serve"/> runs.</summary>
    public async Task ServeAsync(HttpContext context, string sessionId, Func<Task> serve)
    {
        _connections[context] = sessionId;
        try
        {
            await serve();
        }
        finally
        {
            _connections.TryRemove(context, out _);
        }
    }

    /// <summary>Closes every connection of a session.</summary>
    public void Abort(string sessionId)
    {
        foreach (var (context, _) in _connections.Where(connection => connection.Value == sessionId))
        {
            context.Abort();
        }
    }

    /// <summary>Closes every connection whose session has ended.</summary>
    public void AbortEnded()
    {
        foreach (var (context, sessionId) in _connections)
        {
            if (!sessions.IsLive(sessionId))
            {
                context.Abort();
            }
        }
    }
}

/// <summary>Registers each circuit's connection in <see cref="OpenConnections"/>.</summary>
public sealed class ConnectionWatch(RequestDelegate next, OpenConnections connections)
{
    /// <summary>Serves the request, and registers it if it belongs to a circuit.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            && context.User.FindFirst(SessionHandler.SessionClaim) is { Value: var session }
            ? connections.ServeAsync(context, session, () => next(context))
            : next(context);
}
