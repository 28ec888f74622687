using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CareJournal.Web.Host;

/// <summary>
/// A loopback port chosen by the system for <c>--port 0</c>. It is bound before its number is used anywhere, and stays bound until the
/// server listens on it: no other program can take it in between.
/// </summary>
public sealed class FreePort : IDisposable
{
    // A port that is free on 127.0.0.1 is nearly always free on [::1] as well.
    private const int MostTries = 50;

    private readonly List<Socket> _bound = [];

    private FreePort(IEnumerable<Socket> bound) => _bound.AddRange(bound);

    /// <summary>The port's number, 1 to 65535, the same on 127.0.0.1 and on [::1].</summary>
    public int Number => ((IPEndPoint)_bound[0].LocalEndPoint!).Port;

    /// <summary>Binds a port that is free on every loopback address of this computer.</summary>
    /// <exception cref="SocketException">The system has no free port.</exception>
    public static FreePort Take()
    {
        for (var attempt = 1; ; attempt++)
        {
            var first = Bind(IPAddress.Loopback, 0);
            try
            {
                return new FreePort(Loopback.HasSixthVersion() ? [first, Bind(IPAddress.IPv6Loopback, ((IPEndPoint)first.LocalEndPoint!).Port)] : [first]);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MostTries)
            {
                first.Dispose();
            }
        }
    }

    /// <summary>The socket that is already bound to an address, for the server to listen on; another address is bound as usual.</summary>
    public Socket Hand(EndPoint address) =>
        _bound.Find(socket => Equals(socket.LocalEndPoint, address)) ?? SocketTransportOptions.CreateDefaultBoundListenSocket(address);

    /// <summary>Releases the port, unless the server has done so.</summary>
    public void Dispose() => _bound.ForEach(socket => socket.Dispose());

    private static Socket Bind(IPAddress address, int port) => SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(address, port));
}
