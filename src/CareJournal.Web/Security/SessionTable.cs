using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Security;

/// <summary>
/// The sessions of browsers that gave the passphrase. Kept in memory only, so that a restart signs everybody out, and as hashes, so that
/// neither a memory dump nor a log contains a usable token.
/// </summary>
public sealed class SessionTable(ElapsedClock clock)
{
    /// <summary>The maximum length of a session, however active it is and whatever the system clock is set to.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, TimeSpan> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Hash, string Browser)> _pageTokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Guid> _together = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _veiled = new(StringComparer.Ordinal);

    /// <summary>Raised with the id of a session whose screen is now shared with a person, or no longer.</summary>
    public event Action<string>? TogetherChanged;

    /// <summary>Opens a session and returns its two tokens of 256 random bits each, for one browser. The tokens themselves are not kept.</summary>
    /// <param name="browser">The name by which it is shown in the list of sessions, or nothing.</param>
    public SessionTokens Open(string browser = "")
    {
        var tokens = new SessionTokens(NewToken(), NewToken());
        var id = IdOf(tokens.Cookie);
        _pageTokens[id] = (HashOf(tokens.Page), browser);
        _opened[id] = clock.Now;
        return tokens;
    }

    /// <summary>The id of the live session of this token; null for any other token.</summary>
    public string? Find(string? token) => token is not null && IdOf(token) is var id && IsLive(id) ? id : null;

    /// <summary>Whether this is the page token of the session with this id. Constant time, whatever is wrong with it.</summary>
    public bool Proves(string id, string? pageToken) =>
        pageToken is not null && _pageTokens.TryGetValue(id, out var kept) && CryptographicOperations.FixedTimeEquals(HashOf(pageToken), kept.Hash);

    /// <summary>Whether the session with this id is still valid.</summary>
    public bool IsLive(string id) => _opened.TryGetValue(id, out var opened) && clock.Since(opened) < Longest;

    /// <summary>The sessions that are valid now, the oldest first.</summary>
    public IReadOnlyList<LiveSession> Live() =>
        [.. _opened.Where(session => IsLive(session.Key)).OrderBy(session => session.Value).Select(session => new LiveSession(session.Key, clock.Since(session.Value), _pageTokens.GetValueOrDefault(session.Key).Browser ?? ""))];

    /// <summary>Ends one session; does nothing to one that has ended.</summary>
    public void End(string id)
    {
#if !SABOTAGE_END_SESSION
        _opened.TryRemove(id, out _);
        _pageTokens.TryRemove(id, out _);
        _together.TryRemove(id, out _);
#endif
    }

    /// <summary>The person with whom the screen of this session is shared: no page of it shows anything else. Null if it is not shared.</summary>
    public Guid? TogetherOf(string id) => IsLive(id) && _together.TryGetValue(id, out var person) ? person : null;

    /// <summary>Shares the screen of a session with a person; does nothing while it is already shared.</summary>
    public void BeginTogether(string id, Guid person)
    {
        if (IsLive(id) && _together.TryAdd(id, person))
        {
            TogetherChanged?.Invoke(id);
        }
    }

    /// <summary>Ends the sharing of the screen. The caller has asked for the passphrase.</summary>
    public void EndTogether(string id)
    {
        if (_together.TryRemove(id, out _))
        {
            TogetherChanged?.Invoke(id);
        }
    }

    /// <summary>Whether the screen of this session is veiled: none of its pages shows anything.</summary>
    public bool IsVeiled(string id) => _veiled.ContainsKey(id);

    /// <summary>Veils the screen of a session; wrong tries of before stay counted while it is already veiled.</summary>
    public void BeginVeil(string id)
    {
        if (IsLive(id))
        {
            _veiled.TryAdd(id, 0);
        }
    }

    /// <summary>Counts a wrong try to end the veil of a session, and returns the number of them.</summary>
    public int CountWrongAtVeil(string id) => _veiled.AddOrUpdate(id, 1, static (_, wrong) => wrong + 1);

    /// <summary>Ends the veil. The caller has asked for the PIN or the passphrase.</summary>
    public void EndVeil(string id) => _veiled.TryRemove(id, out _);

    /// <summary>Ends all sessions of all browsers.</summary>
    public void EndAll() => EndAllBut(null);

    /// <summary>Ends all sessions but the one with this id.</summary>
    public void EndAllBut(string? own)
    {
        foreach (var id in _opened.Keys.Where(id => !string.Equals(id, own, StringComparison.Ordinal)))
        {
#if !SABOTAGE_LOCK
            _opened.TryRemove(id, out _);
            _pageTokens.TryRemove(id, out _);
            _together.TryRemove(id, out _);
            _veiled.TryRemove(id, out _);
#endif
        }
    }

    private static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    private static string IdOf(string token) => Convert.ToHexString(HashOf(token));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>A session that is valid.</summary>
/// <param name="Id">Its id, which opens nothing.</param>
/// <param name="Age">The time since the passphrase was given.</param>
/// <param name="Browser">The name of its browser; empty if it is unknown.</param>
public sealed record LiveSession(string Id, TimeSpan Age, string Browser);

/// <summary>The tokens that a browser receives when a session is opened.</summary>
/// <param name="Cookie">Sent in a cookie that no script can read.</param>
/// <param name="Page">Kept in the storage of the journal's own origin; see <see cref="PageToken"/>.</param>
public sealed record SessionTokens(string Cookie, string Page)
{
    /// <summary>Hides both tokens, which a record's default would write out.</summary>
    public override string ToString() => nameof(SessionTokens);
}
