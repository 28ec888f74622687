using System.Net;

namespace CareJournal.Web.Security;

/// <summary>Finds the owner of a connection in Linux's list of TCP sockets (<c>/proc/net/tcp</c> and <c>/proc/net/tcp6</c>, see proc(5)).</summary>
public static class SocketTable
{
    // The kernel's number of an established connection (include/net/tcp_states.h).
    private const string Established = "01";
    private const int LocalAddress = 1;
    private const int RemoteAddress = 2;
    private const int State = 3;
    private const int User = 7;

    /// <summary>The account that owns the other end of a connection that was accepted here.</summary>
    /// <param name="lines">The lines of both lists, with their headings.</param>
    /// <param name="here">This end.</param>
    /// <param name="peer">The other end.</param>
    public static PeerOwner OwnerOf(IEnumerable<string> lines, IPEndPoint here, IPEndPoint peer)
    {
        string[] ours = [.. Forms(here)];
        string[] theirs = [.. Forms(peer)];
        var listed = false;
        foreach (var line in lines)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length <= User)
            {
                continue;
            }

            // Our listener is listed as long as the program runs, even when both ends of a connection that was reset are gone.
            listed |= ours.Contains(fields[LocalAddress], StringComparer.Ordinal);

            // A closed end is reported as root's, whoever owned it: only an established one has a reliable owner.
            if (theirs.Contains(fields[LocalAddress], StringComparer.Ordinal)
                && ours.Contains(fields[RemoteAddress], StringComparer.Ordinal)
                && fields[State] == Established
                && uint.TryParse(fields[User], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
            {
                return new PeerOwner.Account(user);
            }
        }

        return listed ? new PeerOwner.Gone() : new PeerOwner.NotReported();
    }

    /// <summary>Formats an end as the lists do: the address in 32-bit words in machine byte order, then the port. An IPv4 address may be in both lists.</summary>
    private static IEnumerable<string> Forms(IPEndPoint end)
    {
        var address = end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
        yield return Form(address, end.Port);
        if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
        {
            yield return Form(address.MapToIPv6(), end.Port);
        }
    }

    private static string Form(IPAddress address, int port)
    {
        var bytes = address.GetAddressBytes();
        var words = Enumerable.Range(0, bytes.Length / 4).Select(word => BitConverter.ToUInt32(bytes, word * 4).ToString("X8", CultureInfo.InvariantCulture));
        return string.Concat(words) + ":" + port.ToString("X4", CultureInfo.InvariantCulture);
    }
}

/// <summary>The report of the system about the account behind a connection.</summary>
public abstract record PeerOwner
{
    private PeerOwner()
    {
    }

    /// <summary>The account's number.</summary>
    public sealed record Account(uint User) : PeerOwner;

    /// <summary>The list works and the other end is no longer established: nobody waits for an answer.</summary>
    public sealed record Gone : PeerOwner;

    /// <summary>Not even our own listener is listed: the system does not report owners.</summary>
    public sealed record NotReported : PeerOwner;
}
