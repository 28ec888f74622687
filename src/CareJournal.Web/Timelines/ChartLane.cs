using System.Text;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The small charts: up is better for every question, words at both ends, joined only where no pause lies between.</summary>
internal static class ChartLane
{
    private const double Inset = 5;
    private const double Radius = 1.8;

    public static IReadOnlyList<DrawnChart> Draw(PatientTimeline timeline, TimelineScale scale, IReadOnlyList<Instrument> instruments, Wording wording)
    {
        List<DrawnChart> charts = [];
        foreach (Instrument instrument in instruments)
        {
            if (timeline.CurveOf(instrument) is { } curve)
            {
                double top = TimelineLanes.ChartsTop + (charts.Count * TimelineLanes.ChartStep);
                charts.Add(Draw(curve, scale, top, wording));
            }
        }

        return charts;
    }

    private static DrawnChart Draw(TimelineCurve curve, TimelineScale scale, double top, Wording wording)
    {
        InstrumentScale questions = InstrumentScale.Of(curve.Instrument);
        StringBuilder line = new();
        StringBuilder dots = new();
        foreach (IReadOnlyList<TimelineMeasure> run in curve.Runs)
        {
            for (int index = 0; index < run.Count; index++)
            {
                double x = scale.Middle(run[index].TakenOn);
                double y = top + Inset + ((1 - questions.Goodness(run[index].Value)) * (TimelineLanes.ChartHeight - (2 * Inset)));
                line.Append(index == 0 ? 'M' : 'L').Append(Svg.N(x)).Append(' ').Append(Svg.N(y));
                dots.Append('M').Append(Svg.N(x - Radius)).Append(' ').Append(Svg.N(y))
                    .Append("a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0");
            }
        }

        int[] values = [.. curve.Runs.SelectMany(run => run).Select(measure => measure.Value)];
        return new DrawnChart(
            curve.Instrument,
            top,
            wording.Of(curve.Instrument),
            wording.Anchor(curve.Instrument, best: true),
            wording.Anchor(curve.Instrument, best: false),
            line.ToString(),
            dots.ToString(),
            wording["Timeline.Measure.Summary", wording.Of(curve.Instrument), Median.Of(values).ToString("0.#", Wording.Culture), values.Min(), values.Max(), wording.Count(values.Length, "Count.Answers")]);
    }
}
