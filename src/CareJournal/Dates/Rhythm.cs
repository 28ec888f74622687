namespace CareJournal.Dates;

/// <summary>The rhythm in force at one visit, and the longest interval from it that is not yet a gap. It uses nothing recorded for a later day.</summary>
/// <param name="At">The visit's day.</param>
/// <param name="Agreed">The agreed interval in days; <c>null</c> when none is in force.</param>
/// <param name="Observed">The median of the last five intervals without a gap (at least three), in days; unknown before.</param>
/// <param name="GapThreshold">T: the longest interval, in days, that is not yet a gap.</param>
public sealed record Rhythm(DateOnly At, int? Agreed, decimal? Observed, int GapThreshold)
{
    /// <summary>R: the agreed interval, else the observed one.</summary>
    public decimal? Days => Agreed ?? Observed;

    /// <summary>Computes the rhythm at a visit, from the agreement in force there and the earlier intervals that count (oldest first).</summary>
    /// <param name="at">The visit's day.</param>
    /// <param name="inForce">The agreement in force, if any.</param>
    /// <param name="counted">Lengths in days of earlier intervals that were not a gap.</param>
    /// <param name="baseThreshold">The practice's own threshold: 60, 90 or 180 days.</param>
    public static Rhythm Create(DateOnly at, Agreement? inForce, IReadOnlyList<int> counted, int baseThreshold)
    {
        decimal? observed = counted.Count >= 3 ? Median.Of(counted.TakeLast(5)) : null;
        return new Rhythm(at, inForce?.EveryDays, observed, GapRule.Threshold(at, inForce?.EveryDays ?? observed, inForce?.BackBy, baseThreshold));
    }
}
