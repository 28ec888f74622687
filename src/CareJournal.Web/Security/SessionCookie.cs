namespace CareJournal.Web.Security;

/// <summary>
/// The cookie that carries a session's token. Browsers do not separate cookies by port, so its name contains the port:
/// two journals on one computer then do not sign each other out.
/// </summary>
public static class SessionCookie
{
    /// <summary>The token that this browser sent, or null.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    /// <summary>Sets the cookie until the browser closes. Scripts cannot read it, other sites cannot send it.</summary>
    public static void Write(HttpContext context, string token) =>
        context.Response.Cookies.Append(NameFor(context), token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });

    /// <summary>Deletes the cookie.</summary>
    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context));

    private static string NameFor(HttpContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"carejournal-session-{context.Connection.LocalPort}");
}
