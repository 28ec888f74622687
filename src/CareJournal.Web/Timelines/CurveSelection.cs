using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The curves that are shown.</summary>
/// <param name="Instruments">Which, in the order of the scales.</param>
/// <param name="Overlaid">Whether two of them share one chart from the stop "one year" on.</param>
public sealed record CurveSelection(IReadOnlyList<Instrument> Instruments, bool Overlaid = false)
{
    /// <summary>How many charts there is room to keep for: those that were ever answered.</summary>
    public int Count(PatientTimeline timeline) => Instruments.Count(instrument => timeline.CurveOf(instrument) is not null);

    /// <inheritdoc/>
    public bool Equals(CurveSelection? other) => other is not null && Overlaid == other.Overlaid && Instruments.SequenceEqual(other.Instruments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Overlaid, Instruments.Count);
}
