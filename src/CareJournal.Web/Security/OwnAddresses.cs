using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CareJournal.Web.Security;

/// <summary>
/// The addresses at which this journal may be called, taken from the open listeners and never from configuration:
/// a configured list can be emptied, and an empty list would let everybody in.
/// </summary>
public sealed class OwnAddresses(IServer server, OwnHost own)
{
    private static readonly string[] PlainNames = [OwnHost.Plain, "carejournal.localhost"];
    private IReadOnlySet<string>? _own;
    private IReadOnlySet<string>? _plain;

    /// <summary>Whether <paramref name="host"/> (a Host header: name and port) is this journal's own. An empty one is not.</summary>
    public bool Contains(string? host) =>
        !string.IsNullOrEmpty(host) && NamesOf(ref _own, listener =>
#if SABOTAGE_HOST_NAME
            PlainNames.Append(listener).Append(own.Name)).Contains(host);
#else
            [own.Name]).Contains(host);
#endif

    /// <summary>Whether <paramref name="host"/> reaches this journal by a name that every account of this computer knows.</summary>
    public bool IsPlain(string? host) => !string.IsNullOrEmpty(host) && NamesOf(ref _plain, listener => PlainNames.Append(listener)).Contains(host);

    private IReadOnlySet<string> NamesOf(ref IReadOnlySet<string>? known, Func<string, IEnumerable<string>> namesOf)
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
        // A listener that is not loopback adds no name: better to answer nobody than to answer the network.
        if (!IPAddress.TryParse(listener.Host.Trim('[', ']'), out var address) || !IPAddress.IsLoopback(address))
        {
            yield break;
        }

        foreach (var name in namesOf(listener.Host))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name}:{listener.Port}");

            // Browsers leave out the scheme's default port.
            if (listener.Port == 80)
            {
                yield return name;
            }
        }
    }
}
