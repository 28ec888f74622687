using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CareJournal.Web.App.Edge;

/// <summary>
/// The names by which this journal may be addressed, taken from the listeners that are really open and never from configuration:
/// a list that can be configured can be emptied, and an empty list lets everybody in.
/// </summary>
public sealed class OwnAddresses(IServer server)
{
    private static readonly string[] Names = ["localhost", "carejournal.localhost"];
    private IReadOnlySet<string>? _hosts;

    /// <summary>Whether <paramref name="host"/> (a Host header: name and port) means this journal. An empty one does not.</summary>
    public bool Contains(string? host) => !string.IsNullOrEmpty(host) && Hosts().Contains(host);

    private IReadOnlySet<string> Hosts()
    {
        if (_hosts is { Count: > 0 } known)
        {
            return known;
        }

        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return _hosts = addresses.Select(BindingAddress.Parse).SelectMany(HostsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> HostsOf(BindingAddress listener)
    {
        // A listener that is not loopback gives no name at all: better to answer nobody than to answer the network.
        if (!IPAddress.TryParse(listener.Host.Trim('[', ']'), out var address) || !IPAddress.IsLoopback(address))
        {
            yield break;
        }

        foreach (var name in Names.Append(listener.Host))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}:{listener.Port}");

            // Browsers leave the port out when it is the one of the scheme.
            if (listener.Port == 80)
            {
                yield return name;
            }
        }
    }
}
