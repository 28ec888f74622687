using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The drawing that compares ranges of days from their day 0 on, at one scale: a bar for each, and the answers to one question. Pure.</summary>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Ticks">The days marked on the scale.</param>
/// <param name="Rows">One for each range.</param>
public sealed record ComparisonPicture(double Height, IReadOnlyList<RulerTick> Ticks, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>The width in pixels.</summary>
    public const double Width = 900;

    /// <summary>The width of the dates on the left.</summary>
    public const double Gutter = 190;

    /// <summary>The top of the first row in pixels.</summary>
    public const double Top = 30;

    /// <summary>The distance from one row to the next.</summary>
    public const double Step = 58;

    /// <summary>The height of a row's answers.</summary>
    public const double ChartHeight = 34;

    private const int Least = 14;
    private const int Widest = 728;

    private static readonly int[] Steps = [1, 7, 14, 28, 91, 182, 364];

    /// <summary>Draws a comparison with the answers to one question.</summary>
    public static ComparisonPicture Draw(TimelineComparison comparison, Instrument instrument)
    {
        int days = Math.Max(Least, comparison.LongestDays);
        double day = (Width - Gutter - 20) / days;
        int every = Steps.FirstOrDefault(step => step * day >= 44, Widest);
        return new ComparisonPicture(
            Top + (comparison.Ranges.Count * Step),
            [.. Enumerable.Range(0, (days / every) + 1).Select(tick => new RulerTick(Gutter + (tick * every * day), (tick * every).ToString(Words.Culture)))],
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
            range.CertainFrom <= range.CertainTo ? (Gutter + (Days(range.From, range.CertainFrom) * day), Math.Max(6, (Days(range.CertainFrom, range.CertainTo) + 1) * day)) : null,
            string.Concat(points.Select((point, index) => $"{(index == 0 ? 'M' : 'L')}{Svg.N(point.X)} {Svg.N(point.Y)}")),
            string.Concat(points.Select(point => $"M{Svg.N(point.X)} {Svg.N(point.Y)}h0")));
    }

    private static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;
}

/// <summary>One row of a comparison.</summary>
/// <param name="Range">The range that it shows.</param>
/// <param name="Top">Its top in pixels.</param>
/// <param name="Length">The length of its bar.</param>
/// <param name="Certain">The part of the bar, by its left edge and its length, that is certain; <c>null</c> if no day is.</param>
/// <param name="Line">The joined answers as one path.</param>
/// <param name="Dots">The answers as one path of dots.</param>
public sealed record ComparedRow(ComparedRange Range, double Top, double Length, (double Left, double Length)? Certain, string Line, string Dots);
