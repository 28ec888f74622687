namespace CareJournal.Dates;

/// <summary>The classes of the time between two visits, compared with the rhythm at the first of them.</summary>
public enum IntervalClass
{
    /// <summary>Within the rhythm.</summary>
    Regular,

    /// <summary>Longer than usual, but not yet a gap.</summary>
    Stretched,

    /// <summary>Lived time without a logged session: neither cure, nor loss, nor failure.</summary>
    Gap,
}

/// <summary>Decides whether the time after a visit is a gap.</summary>
public static class GapRule
{
    /// <summary>Returns T, the longest interval in days that is not yet a gap: the highest of the practice's threshold, twice the rhythm, and a week past the agreed date.</summary>
    /// <param name="at">The visit's day.</param>
    /// <param name="rhythm">R, in days; <c>null</c> while it is unknown.</param>
    /// <param name="backBy">The date that was agreed for the next visit, if any.</param>
    /// <param name="practice">The practice's own threshold: 60, 90 or 180 days.</param>
    public static int Threshold(DateOnly at, decimal? rhythm, DateOnly? backBy, int practice)
    {
        int threshold = Math.Max(practice, (int)Math.Ceiling(2 * (rhythm ?? 0)));
        return backBy is { } day ? Math.Max(threshold, day.DayNumber - at.DayNumber + 7) : threshold;
    }

    /// <summary>Returns L: the longest interval, in days, that is not yet stretched; <c>null</c> while the rhythm is unknown.</summary>
    public static decimal? StretchLimit(this Rhythm rhythm) => rhythm.Days is { } days ? Math.Max(2 * days, days + 14) : null;

    /// <summary>Judges an interval of so many days that begins at a visit with this rhythm.</summary>
    public static IntervalClass Judge(this Rhythm rhythm, int days) =>
        days > rhythm.GapThreshold ? IntervalClass.Gap
        : days > rhythm.StretchLimit() ? IntervalClass.Stretched
        : IntervalClass.Regular;
}
