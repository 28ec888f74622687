using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace CareJournal.Web.Host;

/// <summary>
/// Accepts a connection only while there is room for it; further ones wait in the system's own queue, where they cost this process no handle. The server's own limit
/// counts connections after they were accepted: on a busy computer they come faster than they are counted, until a save finds no handle left.
/// </summary>
public sealed class LimitedListener(IOptions<SocketTransportOptions> options, ILoggerFactory logs) : IConnectionListenerFactory, IDisposable
{
    private readonly SocketTransportFactory _sockets = new(options, logs);

    // One for all addresses, since the handles are those of the process.
    private readonly SemaphoreSlim _room = new(Loopback.MostAccepted, Loopback.MostAccepted);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), _room);

    public void Dispose() => _room.Dispose();

    private sealed class Listener(IConnectionListener inner, SemaphoreSlim room) : IConnectionListener
    {
        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _unbound.Token);
                await room.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (_unbound.IsCancellationRequested)
            {
                return null;
            }

            ConnectionContext? accepted = null;
            try
            {
                accepted = await inner.AcceptAsync(cancellationToken);
                return accepted is null ? null : new Accepted(accepted, room);
            }
            finally
            {
                if (accepted is null)
                {
                    room.Release();
                }
            }
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await _unbound.CancelAsync();
            await inner.UnbindAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            _unbound.Dispose();
        }
    }

    /// <summary>An accepted connection, which gives its place back once its handle is closed.</summary>
    private sealed class Accepted(ConnectionContext inner, SemaphoreSlim room) : ConnectionContext
    {
        private int _left;

        public override string ConnectionId
        {
            get => inner.ConnectionId;
            set => inner.ConnectionId = value;
        }

        public override IFeatureCollection Features => inner.Features;

        public override IDictionary<object, object?> Items
        {
            get => inner.Items;
            set => inner.Items = value;
        }

        public override System.IO.Pipelines.IDuplexPipe Transport
        {
            get => inner.Transport;
            set => inner.Transport = value;
        }

        public override CancellationToken ConnectionClosed
        {
            get => inner.ConnectionClosed;
            set => inner.ConnectionClosed = value;
        }

        public override EndPoint? LocalEndPoint
        {
            get => inner.LocalEndPoint;
            set => inner.LocalEndPoint = value;
        }

        public override EndPoint? RemoteEndPoint
        {
            get => inner.RemoteEndPoint;
            set => inner.RemoteEndPoint = value;
        }

        public override void Abort(ConnectionAbortedException abortReason) => inner.Abort(abortReason);

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                room.Release();
            }
        }
    }
}
