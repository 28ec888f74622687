using System.Globalization;

namespace CareJournal.Web.App.Sessions;

/// <summary>
/// The cookie that carries a session's token. Browsers do not keep the cookies of two ports apart, so its name carries the port:
/// two journals on one computer then do not sign each other out.
/// </summary>
public static class SessionCookie
{
    /// <summary>The token this browser shows, or null.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    /// <summary>Gives the token to this browser until it closes. Scripts cannot read it, other sites cannot send it.</summary>
    public static void Write(HttpContext context, string token) =>
        context.Response.Cookies.Append(NameFor(context), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });

    /// <summary>Takes the token back.</summary>
    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context));

    private static string NameFor(HttpContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"carejournal-session-{context.Connection.LocalPort}");
}
