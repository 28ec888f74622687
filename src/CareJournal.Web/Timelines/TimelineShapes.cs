namespace CareJournal.Web.Timelines;

/// <summary>The outlines of the marks, as SVG paths; each kind has its own shape, so that none is distinguished by colour alone.</summary>
public static class TimelineShapes
{
    /// <summary>Returns a diamond, for a life event.</summary>
    public static string Diamond(double x, double y) => $"M{Svg.N(x - 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y - 6)}L{Svg.N(x + 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y + 6)}Z";

    /// <summary>Returns the open edge of a flare-up that goes on: it points to the right.</summary>
    public static string OpenEdge(double x, double y, double half) => $"M{Svg.N(x)} {Svg.N(y - half)}L{Svg.N(x + 6)} {Svg.N(y)}L{Svg.N(x)} {Svg.N(y + half)}";

    /// <summary>
    /// Returns thin lines where something remembered vaguely may have begun or ended: from the earliest to the latest day of each vague date.
    /// Empty where both days are known or the vagueness is narrower than the mark.
    /// </summary>
    public static string SoftEnds(FuzzyDate start, FuzzyDate? end, double y, TimelineScale scale) =>
        SoftEnd(start, y, scale) + (end is null || end == start ? "" : SoftEnd(end, y, scale));

    private static string SoftEnd(FuzzyDate date, double y, TimelineScale scale)
    {
        const double Least = 3;
        double from = scale.X(date.Earliest);
        double to = scale.X(date.Latest.AddDays(1));
        return date.Width > 1 && to - from > Least ? $"M{Svg.N(from)} {Svg.N(y)}H{Svg.N(to)}" : "";
    }

    /// <summary>Returns the sign on the ruler that time is folded there: two short strokes beside each other.</summary>
    public static string Fold(double x, double y) =>
        $"M{Svg.N(x - 5)} {Svg.N(y + 5)}L{Svg.N(x - 1)} {Svg.N(y - 5)}M{Svg.N(x + 1)} {Svg.N(y + 5)}L{Svg.N(x + 5)} {Svg.N(y - 5)}";

    /// <summary>Returns the bracket at an end of a pause; the present one has none on the right, since it is not over.</summary>
    /// <param name="x">The position of that end.</param>
    /// <param name="top">Its top.</param>
    /// <param name="height">Its height.</param>
    /// <param name="arm">How far its arms reach into the pause; negative at the right end.</param>
    public static string Bracket(double x, double top, double height, double arm) =>
        $"M{Svg.N(x + arm)} {Svg.N(top)}L{Svg.N(x)} {Svg.N(top)}L{Svg.N(x)} {Svg.N(top + height)}L{Svg.N(x + arm)} {Svg.N(top + height)}";
}
