using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>The language, colours and width in which a page is shown.</summary>
/// <param name="Culture"><c>fr-FR</c>, the product's own, or <c>en-GB</c>.</param>
/// <param name="Dark">Whether the practitioner's system asks for dark pages.</param>
/// <param name="Width">Of the window, in CSS pixels: 1400 is a laptop, 820 half a screen or a tablet, 350 a laptop at 400 %.</param>
public sealed record PageLook(string Culture = "fr-FR", bool Dark = false, int Width = 1400)
{
    /// <summary>The height of every window, in CSS pixels.</summary>
    public const int Height = 900;

    public static PageLook English { get; } = new(Culture: "en-GB");

    public static PageLook InTheDark { get; } = new(Dark: true);

    public static PageLook Narrow { get; } = new(Width: 820);

    /// <summary>A window of 1400 pixels at 400 %, or a telephone.</summary>
    public static PageLook Magnified { get; } = new(Width: 350);

    /// <summary>Returns the cookie of the language chosen earlier: the journal reads it, not the browser's preference.</summary>
    public Cookie LanguageCookie(Uri address) => new()
    {
        Name = "carejournal-language",
        Value = Uri.EscapeDataString($"c={Culture}|uic={Culture}"),
        Url = address.ToString(),
    };

    /// <summary>Returns a name that distinguishes pictures of the same page: <c>fr-light-1400</c>.</summary>
    public override string ToString() => $"{Culture[..2]}-{(Dark ? "dark" : "light")}-{Width}";
}
