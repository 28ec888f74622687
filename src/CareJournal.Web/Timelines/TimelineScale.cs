namespace CareJournal.Web.Timelines;

/// <summary>
/// Dates to pixels, and back: plain calendar time from left to right, never stretched and never folded. Both days are included.
/// </summary>
public sealed class TimelineScale
{
    private readonly double _pixelsPerDay;

    /// <summary>A scale of so many days on so many pixels; throws when it ends before it begins or has no width.</summary>
    /// <param name="from">The first day, at the left edge.</param>
    /// <param name="to">The last day, before the right edge.</param>
    /// <param name="left">Where the left edge lies, in pixels.</param>
    /// <param name="width">How wide the drawing is, in pixels.</param>
    public TimelineScale(DateOnly from, DateOnly to, double left, double width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        From = from;
        To = to;
        Left = left;
        Width = width;
        _pixelsPerDay = width / (to.DayNumber - from.DayNumber + 1);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>The left edge in pixels.</summary>
    public double Left { get; }

    /// <summary>The width in pixels.</summary>
    public double Width { get; }

    /// <summary>The right edge in pixels.</summary>
    public double Right => Left + Width;

    /// <summary>How many days it shows.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Where a day begins; a day outside is held at the nearer edge.</summary>
    public double X(DateOnly day) => Math.Clamp(Left + ((day.DayNumber - From.DayNumber) * _pixelsPerDay), Left, Right);

    /// <summary>The middle of a day.</summary>
    public double Middle(DateOnly day) => Math.Clamp(Left + ((day.DayNumber - From.DayNumber + 0.5) * _pixelsPerDay), Left, Right);

    /// <summary>Whether any day from one to the other is on the scale.</summary>
    public bool Shows(DateOnly from, DateOnly to) => from <= To && to >= From;

    /// <summary>
    /// The whole follow-up with a little air: at least a year, so that one visit looks intended; what was told of a time long
    /// before the first visit is held at the left edge rather than squeezing everything else.
    /// </summary>
    public static TimelineScale Fit(CareJournal.Timelines.PatientTimeline timeline, double left, double width)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        DateOnly first = timeline.FollowedSince ?? timeline.From;
        int followed = timeline.To.DayNumber - first.DayNumber;
        DateOnly earliest = first.AddDays(-Math.Max(731, followed / 4));
        DateOnly from = timeline.From > earliest ? timeline.From : earliest;
        DateOnly yearAgo = timeline.Today.AddYears(-1);
        from = from < yearAgo ? from : yearAgo;
        int air = Math.Max(5, (timeline.To.DayNumber - from.DayNumber) / 60);
        return new TimelineScale(from.AddDays(-air), timeline.To.AddDays(air), left, width);
    }
}
