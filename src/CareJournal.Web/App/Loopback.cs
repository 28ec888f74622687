using System.Net;
using System.Net.Sockets;
using CareJournal.Web.App.Edge;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CareJournal.Web.App;

/// <summary>The only thing the journal ever listens on: this computer's own loopback, both kinds of address.</summary>
public static class Loopback
{
    /// <summary>Listens on 127.0.0.1 and, where this computer has it, on [::1]. Another account of this computer is refused before it says a word.</summary>
    public static void Listen(KestrelServerOptions kestrel, int port, PeerUser peers)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        kestrel.Listen(IPAddress.Loopback, port, PlainHttpForOneself);

        // A host that a test builds with port 0 would get two different ones; one is enough there.
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

    /// <summary>Whether this computer has the loopback address of IPv6.</summary>
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
