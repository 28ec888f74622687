namespace CareJournal.Web.Shell;

/// <summary>A cookie for language, theme or the view of the review, kept by the browser for a year. Never anything about a person or a session.</summary>
public static class PreferenceCookie
{
    /// <summary>Writes <paramref name="value"/> for this site alone.</summary>
    public static void Write(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
}
