using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CareJournal.Web.App.Edge;

/// <summary>
/// The addresses by which this journal may be called, taken from the listeners that are really open and never from configuration:
/// a list that can be configured can be emptied, and an empty list lets everybody in.
/// </summary>
public sealed class OwnAddresses(IServer server, OwnHost own)
{
    private static readonly string[] PlainNames = [OwnHost.Plain, "carejournal.localhost"];
    private IReadOnlySet<string>? _own;
    private IReadOnlySet<string>? _plain;

    /// <summary>Whether <paramref name="host"/> (a Host header: name and port) is this journal's own. An empty one is not.</summary>
    public bool Contains(string? host) =>
        !string.IsNullOrEmpty(host) && Known(ref _own, listener =>
#if SABOTAGE_HOST_NAME
            PlainNames.Append(listener).Append(own.Name)).Contains(host);
#else
            [own.Name]).Contains(host);
#endif

    /// <summary>Whether <paramref name="host"/> leads here by a name that every account of this computer knows.</summary>
    public bool IsPlain(string? host) => !string.IsNullOrEmpty(host) && Known(ref _plain, listener => PlainNames.Append(listener)).Contains(host);

    private IReadOnlySet<string> Known(ref IReadOnlySet<string>? known, Func<string, IEnumerable<string>> namesOf)
    {
        if (known is { Count: > 0 } before)
        {
            return before;
        }

        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return known = addresses.Select(BindingAddress.Parse).SelectMany(listener => HostsOf(listener, namesOf)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> HostsOf(BindingAddress listener, Func<string, IEnumerable<string>> namesOf)
    {
        // A listener that is not loopback gives no name at all: better to answer nobody than to answer the network.
        if (!IPAddress.TryParse(listener.Host.Trim('[', ']'), out var address) || !IPAddress.IsLoopback(address))
        {
            yield break;
        }

        foreach (var name in namesOf(listener.Host))
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
