using System.Net;
using System.Net.Sockets;
using CareJournal.Web.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CareJournal.Web.Host;

/// <summary>The only addresses that the journal ever listens on: this computer's loopback, both IPv4 and IPv6.</summary>
public static class Loopback
{
    /// <summary>
    /// The most connections that are not a page's own WebSocket. Each needs a handle, and another while its account is looked up; a process may have as few as
    /// 1,024, and a save needs some at any moment.
    /// </summary>
    public const int MostConnections = 200;

    /// <summary>The most WebSockets, one for each open page.</summary>
    public const int MostPages = 100;

    /// <summary>The most that are accepted at once, those to be refused included (<see cref="LimitedListener"/>).</summary>
    public const int MostAccepted = MostConnections + MostPages + 20;

    // A request whose head does not come, and a connection on which nothing is asked, give their place back.
    private static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SilentPatience = TimeSpan.FromSeconds(30);

    /// <summary>Listens on 127.0.0.1 and, if this computer has it, on [::1]. Connections of another account of this computer are refused before anything is read.</summary>
    public static void Listen(KestrelServerOptions kestrel, int port, PeerUser peers)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
#if !SABOTAGE_CONNECTIONS
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = MostPages;
#endif
        kestrel.Limits.RequestHeadersTimeout = HeadPatience;
        kestrel.Limits.KeepAliveTimeout = SilentPatience;
        kestrel.Listen(IPAddress.Loopback, port, PlainHttpForOneself);

        // A test host with port 0 would get two different ports; one address is enough there.
        if (port != 0 && HasSixthVersion())
        {
            kestrel.Listen(IPAddress.IPv6Loopback, port, PlainHttpForOneself);
        }

        void PlainHttpForOneself(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(peers.Admit);
        }
    }

    /// <summary>Whether this computer has the IPv6 loopback address.</summary>
    public static bool HasSixthVersion()
    {
        try
        {
            using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
