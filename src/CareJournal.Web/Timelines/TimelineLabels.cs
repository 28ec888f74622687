namespace CareJournal.Web.Timelines;

/// <summary>Measures and shortens labels. Letters are counted a little wider than they mostly are, so that none is ever cut.</summary>
public static class TimelineLabels
{
    private const double Letter = 7.3;

    /// <summary>Returns about how wide a text of 12 px is, in pixels.</summary>
    public static double WidthOf(string text) =>
        text.Length * Letter;

    /// <summary>Returns the text when it fits, shortened with an ellipsis while at least four letters remain, else <c>null</c>.</summary>
    public static string? Fit(string? text, double width)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (WidthOf(text) <= width)
        {
            return text;
        }

        int letters = (int)(width / Letter) - 1;
        return letters >= 4 ? Shorten(text, letters) : null;
    }

    /// <summary>Returns the text when it fits, else as many of its first words as fit, with an ellipsis; <c>null</c> when that would be fewer than four letters.</summary>
    public static string? FitWords(string? text, double width)
    {
        if (FitWhole(text, width) is { Length: > 0 } whole)
        {
            return whole;
        }

        int letters = (int)(width / Letter) - 1;
        int end = text is null || letters < 4 ? -1 : text.LastIndexOf(' ', Math.Min(letters, text.Length - 1));
        return end >= 4 ? text![..end].TrimEnd(' ', ',', ';', ':', '\u00A0', '\u202F') + "…" : null;
    }

    /// <summary>Shortens a text to at most so many letters, cut between two of them and never inside one that takes several characters.</summary>
    public static string Shorten(string text, int letters)
    {
        System.Globalization.StringInfo whole = new(text);
        return whole.LengthInTextElements <= letters ? text : whole.SubstringByTextElements(0, letters).TrimEnd() + "…";
    }

    /// <summary>Returns the text when it fits whole, else <c>null</c>.</summary>
    public static string? FitWhole(string? text, double width) => text is not null && WidthOf(text) <= width ? text : null;
}
