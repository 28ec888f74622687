using System.Net;
using System.Net.Sockets;
using CareJournal.Web.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CareJournal.Web.Host;

/// <summary>The only addresses that the journal ever listens on: this computer's loopback, both IPv4 and IPv6.</summary>
public static class Loopback
{
    /// <summary>Listens on 127.0.0.1 and, if this computer has it, on [::1]. Connections of another account of this computer are refused before anything is read.</summary>
    public static void Listen(KestrelServerOptions kestrel, int port, PeerUser peers)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
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
