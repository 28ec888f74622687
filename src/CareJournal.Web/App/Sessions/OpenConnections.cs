using System.Collections.Concurrent;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// The WebSockets that carry circuits, each with the session it was opened for. A circuit asks for its session only when it connects:
/// a lock that ended sessions alone would leave open pages alive, so their wires are cut as well.
/// </summary>
public sealed class OpenConnections(SessionTable sessions)
{
    private readonly ConcurrentDictionary<HttpContext, string> _connections = new();

    /// <summary>How many wires are open now.</summary>
    public int Count => _connections.Count;

    /// <summary>Holds a connection in the list for as long as <paramref name="serve"/> runs.</summary>
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

    /// <summary>Cuts every wire whose session has ended.</summary>
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

/// <summary>Enters each circuit's connection into <see cref="OpenConnections"/>.</summary>
public sealed class ConnectionWatch(RequestDelegate next, OpenConnections connections)
{
    /// <summary>Serves the request, watched when it belongs to a circuit.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            && context.User.FindFirst(SessionHandler.SessionClaim) is { Value: var session }
            ? connections.ServeAsync(context, session, () => next(context))
            : next(context);
}
