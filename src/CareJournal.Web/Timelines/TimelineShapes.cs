using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The outlines of the marks, as SVG paths; each kind has a shape of its own, so that none is told by colour alone.</summary>
public static class TimelineShapes
{
    /// <summary>A diamond for a moment, a bar with a diamond's ends for a span.</summary>
    public static string Moment(double from, double to, double y) =>
        $"M{Svg.N(from - 6)} {Svg.N(y)}L{Svg.N(from)} {Svg.N(y - 6)}L{Svg.N(to)} {Svg.N(y - 6)}L{Svg.N(to + 6)} {Svg.N(y)}L{Svg.N(to)} {Svg.N(y + 6)}L{Svg.N(from)} {Svg.N(y + 6)}Z";

    /// <summary>A rounded bar; open to the right while the flare-up goes on.</summary>
    public static string FlareUp(double from, double to, double y, bool open)
    {
        const double Half = 8;
        double radius = Math.Min(Half, (to - from) / 2);
        string left = $"M{Svg.N(to - (open ? 0 : radius))} {Svg.N(y - Half)}L{Svg.N(from + radius)} {Svg.N(y - Half)}A{Svg.N(radius)} {Svg.N(Half)} 0 0 0 {Svg.N(from + radius)} {Svg.N(y + Half)}";
        return open
            ? $"{left}L{Svg.N(to)} {Svg.N(y + Half)}L{Svg.N(to - 4)} {Svg.N(y + (Half / 2))}L{Svg.N(to)} {Svg.N(y)}L{Svg.N(to - 4)} {Svg.N(y - (Half / 2))}Z"
            : $"{left}L{Svg.N(to - radius)} {Svg.N(y + Half)}A{Svg.N(radius)} {Svg.N(Half)} 0 0 0 {Svg.N(to - radius)} {Svg.N(y - Half)}Z";
    }

    /// <summary>The bracket at each end of a pause; the present one has none on the right, since it is not over.</summary>
    public static string Brackets(double from, double to, double top, double height, bool present)
    {
        string left = $"M{Svg.N(from + 4)} {Svg.N(top)}L{Svg.N(from)} {Svg.N(top)}L{Svg.N(from)} {Svg.N(top + height)}L{Svg.N(from + 4)} {Svg.N(top + height)}";
        return present ? left : left + $"M{Svg.N(to - 4)} {Svg.N(top)}L{Svg.N(to)} {Svg.N(top)}L{Svg.N(to)} {Svg.N(top + height)}L{Svg.N(to - 4)} {Svg.N(top + height)}";
    }
}
