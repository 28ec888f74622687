using CareJournal.Web.Security;

namespace CareJournal.Web.Shell;

/// <summary>Light, dark, or as the computer says; kept in a cookie so that the first paint already has it.</summary>
public static class Theme
{
    /// <summary>The cookie that stores the choice.</summary>
    public const string CookieName = "carejournal-theme";

    /// <summary>As the computer says.</summary>
    public const string Auto = "auto";

    /// <summary>The choices, in the order in which the button of the bar cycles through them.</summary>
    public static IReadOnlyList<string> All { get; } = [Auto, "light", "dark"];

    /// <summary>The key of a theme's name.</summary>
    public static string KeyOf(string theme) => theme switch
    {
        "light" => "App.Theme.Light",
        "dark" => "App.Theme.Dark",
        _ => "App.Theme.System",
    };

    /// <summary>The chosen theme; an unknown value counts as <see cref="Auto"/>.</summary>
    public static string Of(HttpContext context) => ListedOrAuto(context.Request.Cookies[CookieName]);

    /// <summary>Stores a theme for a year.</summary>
    public static void Remember(HttpContext context, string? name) => PreferenceCookie.Write(context, CookieName, ListedOrAuto(name));

    private static string ListedOrAuto(string? name) => All.Contains(name, StringComparer.Ordinal) ? name! : Auto;
}
