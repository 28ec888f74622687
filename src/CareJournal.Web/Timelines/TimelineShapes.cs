using CareJournal.Dates;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The outlines of the marks, as SVG paths; each kind has a shape of its own, so that none is told by colour alone.</summary>
public static class TimelineShapes
{
    /// <summary>A diamond, for a moment of life.</summary>
    public static string Diamond(double x, double y) => $"M{Svg.N(x - 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y - 6)}L{Svg.N(x + 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y + 6)}Z";

    /// <summary>The edge of a flare-up that goes on: it points to what comes.</summary>
    public static string OpenEdge(double x, double y, double half) => $"M{Svg.N(x)} {Svg.N(y - half)}L{Svg.N(x + 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y + half)}";

    /// <summary>
    /// Where something remembered vaguely may have begun or ended, as thin lines: from the earliest to the latest day of each vague date.
    /// Empty where both days are known or the vagueness is narrower than the mark.
    /// </summary>
    public static string SoftEnds(FuzzyDate start, FuzzyDate? end, double y, TimelineScale scale)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(scale);
        return SoftEnd(start, y, scale) + (end is null || end == start ? "" : SoftEnd(end, y, scale));
    }

    private static string SoftEnd(FuzzyDate date, double y, TimelineScale scale)
    {
        const double Least = 3;
        double from = scale.X(date.Earliest);
        double to = scale.X(date.Latest.AddDays(1));
        return date.Width > 1 && to - from > Least ? $"M{Svg.N(from)} {Svg.N(y)}H{Svg.N(to)}" : "";
    }

    /// <summary>The line through ruler and lanes where the drawing is folded.</summary>
    public static string Fold(double x, double bottom)
    {
        const double Step = 8;
        System.Text.StringBuilder path = new($"M{Svg.N(x - 2)} 4");
        int turns = (int)((bottom - 4) / Step);
        for (int turn = 1; turn <= turns; turn++)
        {
            path.Append('L').Append(Svg.N(x + (turn % 2 == 0 ? -2 : 2))).Append(' ').Append(Svg.N(4 + (turn * Step)));
        }

        return path.ToString();
    }

    /// <summary>The bracket at an end of a pause; the present one has none on the right, since it is not over.</summary>
    /// <param name="x">The end.</param>
    /// <param name="top">Its top.</param>
    /// <param name="height">Its height.</param>
    /// <param name="arm">How far its arms reach into the pause; negative at the right end.</param>
    public static string Bracket(double x, double top, double height, double arm) =>
        $"M{Svg.N(x + arm)} {Svg.N(top)}L{Svg.N(x)} {Svg.N(top)}L{Svg.N(x)} {Svg.N(top + height)}L{Svg.N(x + arm)} {Svg.N(top + height)}";
}
