using System.Security.Cryptography;
using System.Text;
using CareJournal.Vault;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Vault;

/// <summary>
/// The step between creating the journal and first using it: the recovery code is shown, written down, typed back.
/// The code is kept in memory, for the browser that created the journal alone, and is forgotten once it was typed back.
/// </summary>
public sealed class FirstRunStep
{
    private readonly Lock _gate = new();
    private RecoveryCode? _code;
    private byte[] _tokenHash = [];

    /// <summary>Begins the step for this browser.</summary>
    public void Begin(HttpContext context, RecoveryCode code)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        lock (_gate)
        {
            _code = code;
            _tokenHash = Hash(token);
        }

        context.Response.Cookies.Append(CookieFor(context), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = Urls.FirstRun });
    }

    /// <summary>The code that this browser still has to type back; null for every other browser, and if nothing is pending.</summary>
    public RecoveryCode? Pending(HttpContext context)
    {
        lock (_gate)
        {
            return context.Request.Cookies[CookieFor(context)] is { } token && CryptographicOperations.FixedTimeEquals(Hash(token), _tokenHash) ? _code : null;
        }
    }

    /// <summary>Forgets the code.</summary>
    public void End(HttpContext context)
    {
        lock (_gate)
        {
            _code = null;
            _tokenHash = [];
        }

        context.Response.Cookies.Delete(CookieFor(context), new CookieOptions { Path = Urls.FirstRun });
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static string CookieFor(HttpContext context) => string.Create(CultureInfo.InvariantCulture, $"carejournal-first-run-{context.Connection.LocalPort}");
}
