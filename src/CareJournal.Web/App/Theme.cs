namespace CareJournal.Web.App;

/// <summary>Light, dark, or as the computer says; kept in a cookie so that the first paint already has it.</summary>
public static class Theme
{
    /// <summary>The cookie that holds the choice.</summary>
    public const string CookieName = "carejournal-theme";

    /// <summary>As the computer says.</summary>
    public const string Auto = "auto";

    /// <summary>The choices in the order in which the button of the bar walks through them.</summary>
    public static IReadOnlyList<string> All { get; } = [Auto, "light", "dark"];

    /// <summary>The key of a theme's name.</summary>
    public static string KeyOf(string theme) => theme switch
    {
        "light" => "App.Theme.Light",
        "dark" => "App.Theme.Dark",
        _ => "App.Theme.System",
    };

    /// <summary>The chosen theme; an unknown value counts as <see cref="Auto"/>.</summary>
    public static string Of(HttpContext context) => Known(context.Request.Cookies[CookieName]);

    /// <summary>Remembers a theme for a year.</summary>
    public static void Remember(HttpContext context, string? name) => PreferenceCookie.Write(context, CookieName, Known(name));

    private static string Known(string? name) => All.Contains(name, StringComparer.Ordinal) ? name! : Auto;
}
