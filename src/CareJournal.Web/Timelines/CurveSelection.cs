using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The curves that are shown.</summary>
/// <param name="Instruments">The instruments that are shown, in the order of the scales.</param>
/// <param name="Overlaid">Whether two of them share one chart.</param>
public sealed record CurveSelection(IReadOnlyList<Instrument> Instruments, bool Overlaid = false)
{
    /// <summary>The instrument whose curve is the large chart; the first one shown where it is <c>null</c> or not shown.</summary>
    public Instrument? Large { get; init; }

    /// <summary>Whether all charts have the same height, as on paper, where none can be chosen.</summary>
    public bool Even { get; init; }

    /// <summary>Returns the curve of the large chart; <c>null</c> where none that is shown was ever answered.</summary>
    public TimelineCurve? First(PatientTimeline timeline) => Places(timeline) is [var first, ..] ? first.Curve : null;

    /// <summary>Returns where the charts are: the large one first, then the others as sparklines. Those of instruments that were never answered are left out.</summary>
    public IReadOnlyList<ChartPlace> Places(PatientTimeline timeline)
    {
        TimelineCurve[] shown = [.. Instruments.Select(timeline.CurveOf).OfType<TimelineCurve>()];
        TimelineCurve[] ordered = Even ? shown : [.. shown.OrderBy(curve => curve.Instrument != Large)];
        double top = TimelineLanes.ChartsTop;
        List<ChartPlace> places = [];
        foreach (TimelineCurve curve in ordered)
        {
            if (Overlaid && shown.Length == 2 && places.Count == 1)
            {
                places.Add(places[0] with { Curve = curve, Over = true });
                break;
            }

            ChartSize size = Even ? ChartSize.Even : places.Count == 0 ? ChartSize.Large : ChartSize.Small;
            places.Add(new ChartPlace(curve, size, top, Over: false));
            top += TimelineLanes.ChartHeight(size) + TimelineLanes.ChartAir(size);
        }

        return places;
    }

    /// <summary>Returns the height of all lanes with these charts.</summary>
    public double LanesHeight(PatientTimeline timeline) =>
        Places(timeline) is [.., { } last] ? last.Top + TimelineLanes.ChartHeight(last.Size) + TimelineLanes.ChartAir(last.Size) : TimelineLanes.ChartsTop;

    public bool Equals(CurveSelection? other) =>
        other is not null && Overlaid == other.Overlaid && Large == other.Large && Even == other.Even && Instruments.SequenceEqual(other.Instruments);

    public override int GetHashCode() => HashCode.Combine(Overlaid, Large, Even, Instruments.Count);
}

/// <summary>How large a chart is.</summary>
public enum ChartSize
{
    /// <summary>The one that is read: with words at both ends of its axis.</summary>
    Large,

    /// <summary>One of several of the same height, on paper.</summary>
    Even,

    /// <summary>A line alone, which becomes the large chart when it is chosen.</summary>
    Small,
}

/// <summary>Where a chart is drawn.</summary>
/// <param name="Curve">The answers.</param>
/// <param name="Size">How large it is.</param>
/// <param name="Top">Its top, in pixels.</param>
/// <param name="Over">Whether it is drawn over the chart before it, in the same frame.</param>
public sealed record ChartPlace(TimelineCurve Curve, ChartSize Size, double Top, bool Over);
