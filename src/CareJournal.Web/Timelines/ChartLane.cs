using System.Text;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>
/// The small charts: up is better for every question, words at both ends. From afar the answers of a quarter or a month are summed up
/// and never joined; from one year on each has its dot, joined only where no pause lies between. Looked at together, each answer keeps
/// its dot from afar too.
/// </summary>
internal static class ChartLane
{
    private const double Inset = 6;
    private const double FigureRoom = 14;

    public static IReadOnlyList<DrawnChart> Draw(TimelineLook look, CurveSelection curves)
    {
        TimelineCurve[] shown = [.. curves.Instruments.Select(look.Timeline.CurveOf).OfType<TimelineCurve>()];
        bool over = curves.Overlaid && shown.Length == 2 && look.Stop >= TimelineStop.Year;
        return [.. shown.Select((curve, index) =>
        {
            DrawnChart chart = Empty(curve, TimelineLanes.ChartsTop + (over ? 0 : index * TimelineLanes.ChartStep), look) with { Over = over && index == 1 };
            return look.Stop switch
            {
                TimelineStop.Course or TimelineStop.Years when look.Timeline.Shared => Joined(chart, curve, look) with { Line = "" },
                TimelineStop.Course => SummedUp(chart, TimelineSummary.Find(curve, CalendarUnit.Quarter), look),
                TimelineStop.Years => SummedUp(chart, TimelineSummary.Find(curve, CalendarUnit.Month), look),
                _ => Joined(chart, curve, look),
            };
        })];
    }

    private static DrawnChart Empty(TimelineCurve curve, double top, TimelineLook look)
    {
        Wording wording = look.Wording;
        int[] values = [.. curve.Runs.SelectMany(run => run).Select(measure => measure.Value)];
        return new DrawnChart(
            curve.Instrument,
            top,
            wording.Of(curve.Instrument),
            wording.Anchor(curve.Instrument, best: true),
            wording.Anchor(curve.Instrument, best: false),
            look.Timeline.Shared ? SharedName(curve.Instrument, wording) : wording["Timeline.Measure.Summary", wording.Of(curve.Instrument), Middle(Median.Of(values)), values.Min(), values.Max(), wording.Count(values.Length, "Count.Answers")]);
    }

    // Looked at together, a chart says which way is better and sums nothing up.
    private static string SharedName(Instrument instrument, Wording wording) =>
        instrument == Instrument.Pain ? wording["Together.Axis.Pain"] : wording["Together.Axis", wording.Of(instrument)];

    private static DrawnChart SummedUp(DrawnChart chart, IReadOnlyList<TimelineSummary> summaries, TimelineLook look)
    {
        StringBuilder ranges = new();
        StringBuilder dots = new();
        List<string> readings = [];
        foreach (TimelineSummary summary in summaries)
        {
            double x = (look.Scale.X(summary.From) + look.Scale.X(summary.To.AddDays(1))) / 2;
            if (summary.Lowest != summary.Highest)
            {
                ranges.Append('M').Append(Svg.N(x)).Append(' ').Append(Svg.N(Y(chart, summary.Lowest))).Append('V').Append(Svg.N(Y(chart, summary.Highest)));
            }

            dots.Append(Dot(x, (Y(chart, (int)Math.Floor(summary.Middle)) + Y(chart, (int)Math.Ceiling(summary.Middle))) / 2));
            readings.Add($"{Svg.N(x)}:{look.Wording["Timeline.Reading.Summary", Middle(summary.Middle), summary.Lowest, summary.Highest, summary.Answers]}");
        }

        return chart with { Ranges = ranges.ToString(), Dots = dots.ToString(), Readings = string.Join('|', readings) };
    }

    private static DrawnChart Joined(DrawnChart chart, TimelineCurve curve, TimelineLook look)
    {
        StringBuilder line = new();
        StringBuilder dots = new();
        List<DrawnFigure> figures = [];
        List<string> readings = [];
        foreach (IReadOnlyList<TimelineMeasure> run in curve.Runs)
        {
            // One answer beyond either side of the window: the line then leaves it where it should.
            TimelineMeasure[] answers = [.. run.Where((answer, index) =>
                IsShown(answer, look) || (index + 1 < run.Count && IsShown(run[index + 1], look)) || (index > 0 && IsShown(run[index - 1], look)))];
            double last = double.NegativeInfinity;
            for (int index = 0; index < answers.Length; index++)
            {
                double x = look.Scale.Middle(answers[index].TakenOn);
                double y = Y(chart, answers[index].Value);
                line.Append(index == 0 ? 'M' : 'L').Append(Svg.N(x)).Append(' ').Append(Svg.N(y));
                dots.Append(Dot(x, y));
                readings.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Svg.N(x)}:{answers[index].Value}"));
                if (look.Stop >= TimelineStop.Season && x - last > FigureRoom)
                {
                    figures.Add(new DrawnFigure(x, y, answers[index].Value));
                    last = x;
                }
            }
        }

        return chart with { Line = line.ToString(), Dots = dots.ToString(), Figures = figures, Readings = string.Join('|', readings) };
    }

    private static bool IsShown(TimelineMeasure answer, TimelineLook look) => look.Shows(answer.TakenOn, answer.TakenOn);

    private static double Y(DrawnChart chart, int value) =>
        chart.Top + Inset + ((1 - InstrumentScale.Of(chart.Instrument).Goodness(value)) * (TimelineLanes.ChartHeight - (2 * Inset)));

    // A line of no length with round ends: it stays round however wide the drawing is made.
    private static string Dot(double x, double y) => $"M{Svg.N(x)} {Svg.N(y)}h0";

    private static string Middle(decimal median) => median.ToString("0.#", Wording.Culture);
}
