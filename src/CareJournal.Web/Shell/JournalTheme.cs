using MudBlazor;

namespace CareJournal.Web.Shell;

/// <summary>
/// The theme of MudBlazor: the computer's own font at 16 px, text in its written case, round corners of 0.5rem, no shadow on flat
/// surfaces. Its colours are in <c>wwwroot/mud.css</c>, which takes them from <c>app.css</c>: light, dark and
/// "as the computer says" are then decided by the browser, before the first paint and without a circuit.
/// </summary>
public static class JournalTheme
{
    private static readonly string[] Letters = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif"];

    /// <summary>The one theme of all pages.</summary>
    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "0.5rem", AppbarHeight = "3.5rem", DrawerWidthLeft = "16rem" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Letters, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Letters, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Letters, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Letters, FontSize = "1rem", FontWeight = "550", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Letters, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Letters, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(height => height < 8 ? "none" : "0 6px 24px var(--shadow)")] },
    };
}
