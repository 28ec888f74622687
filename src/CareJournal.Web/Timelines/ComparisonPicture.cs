using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>Stretches laid over each other from day 0 on, on one ordinary scale of days: a bar each, and the answers to one question. Pure.</summary>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Ticks">Days on the scale.</param>
/// <param name="Rows">One for each stretch.</param>
public sealed record ComparisonPicture(double Height, IReadOnlyList<RulerTick> Ticks, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Its width in pixels.</summary>
    public const double Width = 900;

    /// <summary>The width of the dates on the left.</summary>
    public const double Gutter = 190;

    /// <summary>Where the first row begins.</summary>
    public const double Top = 30;

    /// <summary>From one row to the next.</summary>
    public const double Step = 58;

    /// <summary>The height of a row's answers.</summary>
    public const double ChartHeight = 34;

    private const int Least = 14;
    private const int Widest = 728;

    private static readonly int[] Steps = [1, 7, 14, 28, 91, 182, 364];

    /// <summary>Draws a comparison with the answers to one question.</summary>
    public static ComparisonPicture Draw(TimelineComparison comparison, Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        int days = Math.Max(Least, comparison.LongestDays);
        double day = (Width - Gutter - 20) / days;
        int every = Steps.FirstOrDefault(step => step * day >= 44, Widest);
        return new ComparisonPicture(
            Top + (comparison.Ranges.Count * Step),
            [.. Enumerable.Range(0, (days / every) + 1).Select(tick => new RulerTick(Gutter + (tick * every * day), (tick * every).ToString(Wording.Culture)))],
            [.. comparison.Ranges.Select((range, index) => Row(range, Top + (index * Step), day, instrument))]);
    }

    private static ComparedRow Row(ComparedRange range, double top, double day, Instrument instrument)
    {
        (double X, double Y)[] points = [.. range.Of(instrument).Select(answer => (
            Gutter + ((answer.Day + 0.5) * day),
            top + 18 + ((1 - InstrumentScale.Of(instrument).Goodness(answer.Value)) * ChartHeight)))];
        return new ComparedRow(
            range,
            top,
            Math.Max(6, range.Days * day),
            string.Concat(points.Select((point, index) => $"{(index == 0 ? 'M' : 'L')}{Svg.N(point.X)} {Svg.N(point.Y)}")),
            string.Concat(points.Select(point => $"M{Svg.N(point.X)} {Svg.N(point.Y)}h0")));
    }
}

/// <summary>One stretch of a comparison.</summary>
/// <param name="Range">What it is.</param>
/// <param name="Top">Its top in pixels.</param>
/// <param name="Length">The length of its bar.</param>
/// <param name="Line">The joined answers as one path.</param>
/// <param name="Dots">The answers as one path of dots.</param>
public sealed record ComparedRow(ComparedRange Range, double Top, double Length, string Line, string Dots);
