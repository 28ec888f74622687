namespace CareJournal.Dates;

/// <summary>The rhythm in force at one visit, and the two limits that follow from it. Uses nothing that came later.</summary>
/// <param name="At">The visit's day.</param>
/// <param name="Days">R: the agreed interval, else the median of the last five intervals without a gap (at least three); unknown before.</param>
/// <param name="GapThreshold">T: the longest interval, in days, that is not yet a gap.</param>
public sealed record Rhythm(DateOnly At, decimal? Days, int GapThreshold)
{
    /// <summary>L: the longest interval, in days, that is not yet stretched; unknown without R.</summary>
    public decimal? StretchLimit => Days is { } days ? Math.Max(2 * days, days + 14) : null;

    /// <summary>Judges an interval of so many days that begins at this visit.</summary>
    public IntervalClass Judge(int days) =>
        days > GapThreshold ? IntervalClass.Gap
        : days > StretchLimit ? IntervalClass.Stretched
        : IntervalClass.Regular;

    /// <summary>The rhythm at a visit, from the agreement in force there and the earlier intervals that count (oldest first).</summary>
    /// <param name="at">The visit's day.</param>
    /// <param name="inForce">What was agreed, if anything stands.</param>
    /// <param name="counted">Lengths in days of earlier intervals that were no gap.</param>
    /// <param name="baseThreshold">The practice's own threshold: 60, 90 or 180 days.</param>
    public static Rhythm Create(DateOnly at, Agreement? inForce, IReadOnlyList<int> counted, int baseThreshold)
    {
        decimal? days = inForce?.EveryDays ?? (counted.Count >= 3 ? Median.Of(counted.TakeLast(5)) : (decimal?)null);
        int threshold = Math.Max(baseThreshold, (int)Math.Ceiling(2 * (days ?? 0)));
        if (inForce?.BackBy is { } backBy)
        {
            threshold = Math.Max(threshold, backBy.DayNumber - at.DayNumber + 7);
        }

        return new Rhythm(at, days, threshold);
    }
}
