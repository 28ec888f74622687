namespace CareJournal.Web.Shell;

/// <summary>How the review of follow-ups is shown: one person at a time, or as lists. Kept in a cookie; a circuit starts with what the request said, and remembers what is chosen later.</summary>
/// <param name="isList">Whether the lists are shown.</param>
public sealed class ReviewView(bool isList)
{
    /// <summary>The cookie that stores the choice.</summary>
    public const string CookieName = "carejournal-review";

    /// <summary>One person at a time; also what an unknown value means.</summary>
    public const string One = "one";

    /// <summary>The lists.</summary>
    public const string Lists = "list";

    /// <summary>Whether the lists are shown, not one person at a time.</summary>
    public bool IsList { get; set; } = isList;

    /// <summary>The choice as it is stored.</summary>
    public string Choice => IsList ? Lists : One;

    /// <summary>Whether a request asks for the lists.</summary>
    public static bool IsListIn(HttpContext context) => string.Equals(context.Request.Cookies[CookieName], Lists, StringComparison.Ordinal);

    /// <summary>Stores the choice for a year.</summary>
    public static void Remember(HttpContext context, string? choice) =>
        PreferenceCookie.Write(context, CookieName, string.Equals(choice, Lists, StringComparison.Ordinal) ? Lists : One);
}
