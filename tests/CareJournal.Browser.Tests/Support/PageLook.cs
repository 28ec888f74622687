using Microsoft.Playwright;

namespace CareJournal.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Culture"><c>fr-FR</c>, the product's own, or <c>en-GB</c>.</param>
/// <param name="Dark">Whether the practitioner's system asks for dark pages.</param>
/// <param name="Width">Of the window, in CSS pixels: 1400 is a laptop, 820 half a screen or a tablet.</param>
public sealed record PageLook(string Culture = "fr-FR", bool Dark = false, int Width = 1400)
{
    /// <summary>Of every window, in CSS pixels.</summary>
    public const int Height = 900;

    public static PageLook English { get; } = new(Culture: "en-GB");

    public static PageLook InTheDark { get; } = new(Dark: true);

    public static PageLook Narrow { get; } = new(Width: 820);

    /// <summary>The language chosen earlier: the room asks this cookie and not the browser's own wish.</summary>
    public Cookie LanguageCookie(Uri address) => new()
    {
        Name = "carejournal-language",
        Value = Uri.EscapeDataString($"c={Culture}|uic={Culture}"),
        Url = address.ToString(),
    };

    /// <summary>Tells pictures of the same page apart: <c>fr-light-1400</c>.</summary>
    public override string ToString() => $"{Culture[..2]}-{(Dark ? "dark" : "light")}-{Width}";
}
