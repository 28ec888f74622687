using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CareJournal.Web.App.Edge;

/// <summary>
/// Refuses a connection that another account of this computer opened, before anything it says is looked at. The threat: whatever another account got
/// hold of, it would have to be shown here. Only the program's own account is let in; root is refused like any other, since the
/// system reports root for an end whose owner is gone, and root reads the journal's memory without asking.
/// Asked of Linux, once a connection; where the system does not tell, cookie, page token and name stand alone.
/// </summary>
public sealed partial class PeerUser(ILogger<PeerUser> log)
{
    // The list is not read in one instant: what moved meanwhile may be missing once.
    private const int Tries = 3;
    private static readonly string[] Lists = ["/proc/net/tcp", "/proc/net/tcp6"];

    private readonly uint? _own = OwnUser();
    private readonly ConcurrentDictionary<uint, bool> _told = new();

    /// <summary>The connection's way in: goes on for the own account, and hangs up on any other.</summary>
    public ConnectionDelegate Admit(ConnectionDelegate next) => async connection =>
    {
        var foreign = await IsForeignAsync(connection);
#if SABOTAGE_PEER_USER
        foreign = false;
#endif
        if (foreign)
        {
            connection.Abort();
            return;
        }

        await next(connection);
    };

    private async Task<bool> IsForeignAsync(ConnectionContext connection)
    {
        if (_own is null || connection.LocalEndPoint is not IPEndPoint here || connection.RemoteEndPoint is not IPEndPoint peer)
        {
            return false;
        }

        PeerOwner owner = new PeerOwner.Untold();
        for (var turn = 0; turn < Tries; turn++)
        {
            owner = SocketTable.OwnerOf(await ReadAsync(), here, peer);
            if (owner is PeerOwner.Known)
            {
                break;
            }
        }

        if (owner is PeerOwner.Known(var user) && user != _own && _told.TryAdd(user, true))
        {
            Refused(user);
        }

        return owner is PeerOwner.Gone || (owner is PeerOwner.Known(var whose) && whose != _own);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync()
    {
        List<string> lines = [];
        foreach (var list in Lists.Where(File.Exists))
        {
            lines.AddRange(await File.ReadAllLinesAsync(list));
        }

        return lines;
    }

    /// <summary>The account as which this process acts: the second number of the line, see proc(5). Null where the system has no such file.</summary>
    private static uint? OwnUser()
    {
        const string Status = "/proc/self/status";
        var line = OperatingSystem.IsLinux() && File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal)) : null;
        return line?.Split('\t') is [_, _, var acting, ..] ? uint.Parse(acting, CultureInfo.InvariantCulture) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another account of this computer, number {User}, opened a connection and was refused. Said once for each account.")]
    private partial void Refused(uint user);
}
