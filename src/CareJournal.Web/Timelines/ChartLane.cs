using System.Text;
using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>
/// Draws the charts: up is better for every question, with words at both ends of the large one. Points are joined where there is no pause between them. At the two
/// farthest stops a point is the median of a quarter or a month, before the band of each quarter's range; from one year on it is an answer.
/// In the shared view each point is an answer at every stop.
/// </summary>
internal static class ChartLane
{
    private const double FigureWidth = 14;
    private const double LeastBand = 3;

    public static IReadOnlyList<DrawnChart> Draw(TimelineLook look, CurveSelection curves) =>
        [.. curves.Places(look.Timeline).Select(place =>
        {
            DrawnChart chart = Empty(place, look);
            IReadOnlyList<ChartPoint[]> runs = [.. place.Curve.Runs.Select(run => Points(run, chart, look))];
            return Joined(chart, runs, look) with { Band = place.Over || place.Size == ChartSize.Small || !IsSummedUp(look) ? "" : Band(place.Curve, chart, look) };
        })];

    private static bool IsSummedUp(TimelineLook look) => look.Stop < TimelineStop.Year && !look.Timeline.Shared;

    private static DrawnChart Empty(ChartPlace place, TimelineLook look)
    {
        Words words = look.Words;
        Instrument instrument = place.Curve.Instrument;
        InstrumentScale scale = InstrumentScale.Of(instrument);
        TimelineCurveMedian all = TimelineCurveMedian.OfAll(place.Curve);
        return new DrawnChart(
            instrument,
            place.Top,
            words.Of(instrument),
            words.Anchor(instrument, best: true),
            words.Anchor(instrument, best: false),
            look.Timeline.Shared ? SharedName(instrument, words) : words["Timeline.Measure.Summary", words.Of(instrument), Number(all.Median), all.Lowest, all.Highest, words.Count(all.Answers, "Count.Answers")])
        {
            Size = place.Size,
            Over = place.Over,
            BestNumber = Number(scale.Better == Better.Up ? scale.Maximum : scale.Minimum),
            WorstNumber = Number(scale.Better == Better.Up ? scale.Minimum : scale.Maximum),
        };
    }

    // In the shared view a chart shows which way is better and sums nothing up.
    private static string SharedName(Instrument instrument, Words words) =>
        instrument == Instrument.Pain ? words["Together.Axis.Pain"] : words["Together.Axis", words.Of(instrument)];

    private static ChartPoint[] Points(IReadOnlyList<TimelineMeasure> run, DrawnChart chart, TimelineLook look)
    {
        if (!IsSummedUp(look))
        {
            // One answer beyond either side of the window, so that the line crosses its edge at the right height.
            return [.. run
                .Where((answer, index) => IsShown(answer, look) || (index + 1 < run.Count && IsShown(run[index + 1], look)) || (index > 0 && IsShown(run[index - 1], look)))
                .Select(answer => Point(answer, chart, look))];
        }

        List<ChartPoint> points = [.. TimelineCurveMedian.Find(run, look.Stop == TimelineStop.Course ? CalendarUnit.Quarter : CalendarUnit.Month).Where(median => look.Shows(median.From, median.To))
            .Select(median => new ChartPoint(
                look.Scale.Middle(median.Middle),
                (chart.Y((int)Math.Floor(median.Median)) + chart.Y((int)Math.Ceiling(median.Median))) / 2,
                median.Answers == 1 ? Number(median.Median) : look.Words["Timeline.Reading.Summary", Number(median.Median), median.Lowest, median.Highest, median.Answers],
                Number(median.Median)))];

        // A run ends with its last answer, not with a median: that is the figure that is printed there.
        if (points.Count > 0 && IsShown(run[^1], look) && Point(run[^1], chart, look) is var last && last.X > points[^1].X)
        {
            points.Add(last);
        }

        return [.. points];
    }

    private static ChartPoint Point(TimelineMeasure answer, DrawnChart chart, TimelineLook look) =>
        new(look.Scale.Middle(answer.TakenOn), chart.Y(answer.Value), Number(answer.Value), Number(answer.Value));

    private static DrawnChart Joined(DrawnChart chart, IReadOnlyList<ChartPoint[]> runs, TimelineLook look)
    {
        StringBuilder line = new();
        StringBuilder dots = new();
        List<DrawnFigure> figures = [];
        List<string> readings = [];
        foreach (ChartPoint[] points in runs)
        {
            double last = double.NegativeInfinity;
            for (int index = 0; index < points.Length; index++)
            {
                (double x, double y, string words, string figure) = points[index];
                line.Append(index == 0 ? 'M' : 'L').Append(Svg.N(x)).Append(' ').Append(Svg.N(y));
                if (chart.Size != ChartSize.Small || points.Length == 1)
                {
                    // A line of no length with round ends: it stays round when the drawing is stretched.
                    dots.Append('M').Append(Svg.N(x)).Append(' ').Append(Svg.N(y)).Append("h0");
                }

                readings.Add($"{Svg.N(x)}:{words}");
                if (look.Stop >= TimelineStop.Season && chart.Size != ChartSize.Small && x - last > FigureWidth)
                {
                    figures.Add(new DrawnFigure(x, y, figure));
                    last = x;
                }
            }
        }

        ChartPoint? end = runs.LastOrDefault(points => points.Length > 0)?[^1];
        return chart with
        {
            Line = line.ToString(),
            Dots = dots.ToString(),
            Figures = [.. figures.Where(figure => figure.X != end?.X)],
            Last = end is null ? null : new DrawnFigure(end.X, end.Y, end.Figure),
            Readings = string.Join('|', readings),
        };
    }

    // A rectangle for each quarter of each run, from its lowest to its highest answer.
    private static string Band(TimelineCurve curve, DrawnChart chart, TimelineLook look)
    {
        StringBuilder band = new();
        foreach (TimelineCurveMedian quarter in curve.Runs.SelectMany(run => TimelineCurveMedian.Find(run, CalendarUnit.Quarter)).Where(quarter => look.Shows(quarter.From, quarter.To)))
        {
            (double from, double to) = (look.Scale.X(quarter.From), look.Scale.X(quarter.To.AddDays(1)));
            (double top, double bottom) = (Math.Min(chart.Y(quarter.Lowest), chart.Y(quarter.Highest)), Math.Max(chart.Y(quarter.Lowest), chart.Y(quarter.Highest)));
            double air = Math.Max(0, (LeastBand - (bottom - top)) / 2);
            band.Append('M').Append(Svg.N(from)).Append(' ').Append(Svg.N(top - air)).Append('H').Append(Svg.N(Math.Max(to, from + LeastBand))).Append('V').Append(Svg.N(bottom + air)).Append('H').Append(Svg.N(from)).Append('Z');
        }

        return band.ToString();
    }

    private static bool IsShown(TimelineMeasure answer, TimelineLook look) => look.Shows(answer.TakenOn, answer.TakenOn);

    private static string Number(decimal number) => number.ToString("0.#", Words.Culture);

    private sealed record ChartPoint(double X, double Y, string Words, string Figure);
}
