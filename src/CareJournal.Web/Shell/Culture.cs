using Microsoft.AspNetCore.Localization;

namespace CareJournal.Web.Shell;

/// <summary>The two languages of the pages, kept in a cookie. French unless English was chosen; the browser's own preference is ignored.</summary>
public static class Culture
{
    /// <summary>The cookie that stores the choice. It contains no personal data.</summary>
    public const string CookieName = "carejournal-language";

    /// <summary>French of France, the language the journal is written in.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>English of Great Britain: day before month, as in the French pages.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The other language, one click away from the current one.</summary>
    public static CultureInfo Other => IsEnglish(CultureInfo.CurrentUICulture) ? French : English;

    /// <summary>A language's name for itself, so that whoever needs it can read it.</summary>
    public static string NameOf(CultureInfo culture) => IsEnglish(culture) ? "English" : "Français";

    /// <summary>Request localization that reads the cookie alone: neither the query nor the Accept-Language header may change how dates are written.</summary>
    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(French),
        SupportedCultures = [French, English],
        SupportedUICultures = [French, English],
        RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CookieName }],
    };

    /// <summary>Stores a language for a year. Any value but the two known names counts as French.</summary>
    public static void Remember(HttpContext context, string? name)
    {
        var chosen = string.Equals(name, English.Name, StringComparison.Ordinal) ? English : French;
        PreferenceCookie.Write(context, CookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)));
    }

    private static bool IsEnglish(CultureInfo culture) => string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
