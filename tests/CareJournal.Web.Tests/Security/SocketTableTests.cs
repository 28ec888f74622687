using System.Net;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>Tests who owns the other end of a connection, by lists as Linux writes them. Ours is port 5273 (1499), the other one 45678 (B26E).</summary>
public sealed class SocketTableTests
{
    private const string Heading = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private const string Listening = "   0: 0100007F:1499 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 11 1 0000000000000000 100 0 0 10 0";
    private const string OurEnd = "   1: 0100007F:1499 0100007F:B26E 01 00000000:00000000 00:00000000 00000000  1000        0 12 1 0000000000000000 20 4 30 10 -1";
    private const string TheirEnd = "   2: 0100007F:B26E 0100007F:1499 01 00000000:00000000 00:00000000 00000000  1001        0 13 1 0000000000000000 20 4 30 10 -1";

    private static readonly IPEndPoint Here = new(IPAddress.Loopback, 5273);
    private static readonly IPEndPoint Peer = new(IPAddress.Loopback, 45678);

    [Fact]
    public void The_other_end_is_found_among_others()
    {
        string[] others =
        [
            TheirEnd.Replace("B26E", "B26F", StringComparison.Ordinal).Replace("1001", "1002", StringComparison.Ordinal),
            TheirEnd.Replace(":1499", ":149A", StringComparison.Ordinal).Replace("1001", "1003", StringComparison.Ordinal),
            TheirEnd.Replace("0100007F:B26E", "0200007F:B26E", StringComparison.Ordinal).Replace("1001", "1004", StringComparison.Ordinal),
        ];
        Assert.Equal(new PeerOwner.Account(1001), SocketTable.OwnerOf([Heading, Listening, .. others, OurEnd, TheirEnd], Here, Peer));
    }

    [Fact]
    public void Our_own_end_is_not_taken_for_the_other_one() => Assert.IsType<PeerOwner.Gone>(SocketTable.OwnerOf([Heading, Listening, OurEnd], Here, Peer));

    [Theory]
    [InlineData("04")]
    [InlineData("05")]
    [InlineData("06")]
    [InlineData("08")]
    public void An_end_that_is_closed_shows_root_as_owner_and_is_not_trusted(string state)
    {
        string closed = TheirEnd.Replace(" 01 ", $" {state} ", StringComparison.Ordinal).Replace("1001", "   0", StringComparison.Ordinal);
        Assert.IsType<PeerOwner.Gone>(SocketTable.OwnerOf([Heading, OurEnd, closed], Here, Peer));
    }

    [Fact]
    public void A_list_without_our_own_listener_identifies_nobody()
    {
        Assert.IsType<PeerOwner.NotReported>(SocketTable.OwnerOf([], Here, Peer));
        Assert.IsType<PeerOwner.NotReported>(SocketTable.OwnerOf([Heading, "", "nonsense", "a b c d e f g h"], Here, Peer));
    }

    [Fact]
    public void A_connection_that_was_reset_is_in_no_list_and_is_not_let_in() =>
        Assert.IsType<PeerOwner.Gone>(SocketTable.OwnerOf([Heading, Listening], Here, Peer));

    [Fact]
    public void An_address_of_the_sixth_version_is_found()
    {
        const string Line = "   5: 00000000000000000000000001000000:B26E 00000000000000000000000001000000:1499 01 00000000:00000000 00:00000000 00000000 65534        0 14 1 0000000000000000 20 4 30 10 -1";
        Assert.Equal(new PeerOwner.Account(65534), SocketTable.OwnerOf([Heading, Line], new IPEndPoint(IPAddress.IPv6Loopback, 5273), new IPEndPoint(IPAddress.IPv6Loopback, 45678)));
    }

    [Fact]
    public void An_address_of_the_fourth_version_is_found_in_the_list_of_the_sixth()
    {
        const string Line = "   6: 0000000000000000FFFF00000100007F:B26E 0000000000000000FFFF00000100007F:1499 01 00000000:00000000 00:00000000 00000000  1001        0 15 1 0000000000000000 20 4 30 10 -1";
        Assert.Equal(new PeerOwner.Account(1001), SocketTable.OwnerOf([Heading, OurEnd, Line], Here, Peer));
        Assert.Equal(new PeerOwner.Account(1001), SocketTable.OwnerOf([Heading, OurEnd, Line], new IPEndPoint(IPAddress.Loopback.MapToIPv6(), 5273), new IPEndPoint(IPAddress.Loopback.MapToIPv6(), 45678)));
    }
}
