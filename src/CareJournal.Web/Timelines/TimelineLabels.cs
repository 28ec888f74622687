namespace CareJournal.Web.Timelines;

/// <summary>Whether a word has room. Letters are taken a little wider than they mostly are, so that none is ever cut.</summary>
public static class TimelineLabels
{
    private const double Letter = 7.3;

    /// <summary>About how wide a text of 12 px is.</summary>
    public static double WidthOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length * Letter;
    }

    /// <summary>The text when it fits, shortened with an ellipsis while at least four letters remain, else nothing.</summary>
    public static string? Fit(string? text, double room)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (WidthOf(text) <= room)
        {
            return text;
        }

        int letters = (int)(room / Letter) - 1;
        return letters >= 4 ? Shorten(text, letters) : null;
    }

    /// <summary>At most so many letters, cut between two of them and never inside one that takes several characters.</summary>
    public static string Shorten(string text, int letters)
    {
        ArgumentNullException.ThrowIfNull(text);
        System.Globalization.StringInfo whole = new(text);
        return whole.LengthInTextElements <= letters ? text : whole.SubstringByTextElements(0, letters).TrimEnd() + "…";
    }

    /// <summary>The text when it fits whole, else nothing.</summary>
    public static string? FitWhole(string? text, double room) => text is not null && WidthOf(text) <= room ? text : null;
}
