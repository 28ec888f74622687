using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>
/// Maps dates to pixels: plain calendar time from left to right, never stretched. Long pauses can be folded on request; the ruler is then
/// visibly broken and the pause shows its length. The first and the last day are both included.
/// </summary>
public sealed class TimelineScale
{
    /// <summary>The width in days at which a folded pause is drawn.</summary>
    public const int FoldedDays = 75;

    // A pause of a season is still read at a glance; only longer ones are worth a fold.
    private const int FoldedFrom = 180;

    private readonly double _pixelsPerDay;

    /// <summary>Creates a scale of these days over a width in pixels; throws when it ends before it begins or has no width.</summary>
    /// <param name="from">The first day, at the left edge.</param>
    /// <param name="to">The last day, before the right edge.</param>
    /// <param name="left">The left edge, in pixels.</param>
    /// <param name="width">How wide the drawing is, in pixels.</param>
    /// <param name="folds">Pauses that are folded, oldest first and apart from each other.</param>
    public TimelineScale(DateOnly from, DateOnly to, double left, double width, IReadOnlyList<TimelineFold>? folds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        From = from;
        To = to;
        Left = left;
        Width = width;
        Folds = folds ?? [];
        Days = DrawnDays(from, to, Folds);
        _pixelsPerDay = width / Days;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day.</summary>
    public DateOnly To { get; }

    /// <summary>The left edge in pixels.</summary>
    public double Left { get; }

    /// <summary>The width in pixels.</summary>
    public double Width { get; }

    /// <summary>The folded pauses.</summary>
    public IReadOnlyList<TimelineFold> Folds { get; }

    /// <summary>The right edge in pixels.</summary>
    public double Right => Left + Width;

    /// <summary>The number of days drawn, a folded pause counted as it is drawn.</summary>
    public double Days { get; }

    /// <summary>The width of one day, in pixels.</summary>
    public double PixelsPerDay => _pixelsPerDay;

    /// <summary>Returns where a day begins, in pixels; a day outside is placed at the nearer edge.</summary>
    public double X(DateOnly day) => Math.Clamp(Left + (Drawn(day.DayNumber) * _pixelsPerDay), Left, Right);

    /// <summary>Returns the middle of a day, in pixels; a day outside is placed at the nearer edge.</summary>
    public double Middle(DateOnly day) => Math.Clamp(Left + (Drawn(day.DayNumber + 0.5) * _pixelsPerDay), Left, Right);

    /// <summary>Returns the day at a place of the axis, given in days drawn from its beginning; a place outside is the nearer end.</summary>
    public DateOnly DayAt(double drawn)
    {
        double moment = From.DayNumber + drawn;
        foreach (TimelineFold fold in Folds.Where(fold => moment > fold.From.DayNumber))
        {
            // Inside a fold, a day drawn is several that were lived.
            moment += Math.Min(moment - fold.From.DayNumber, FoldedDays) * (((double)fold.Days / FoldedDays) - 1);
        }

        return DateOnly.FromDayNumber((int)Math.Clamp(Math.Floor(moment), From.DayNumber, To.DayNumber));
    }

    /// <summary>Whether any day from one to the other is on the scale.</summary>
    public bool Shows(DateOnly from, DateOnly to) => from <= To && to >= From;

    /// <summary>Whether a day falls inside a folded pause, where the ruler is broken.</summary>
    public bool IsFolded(DateOnly day) => Folds.Any(fold => day > fold.From && day < fold.To);

    /// <summary>Returns a scale of the same days at another width of a day.</summary>
    public TimelineScale At(double pixelsPerDay) => new(From, To, Left, Days * pixelsPerDay, Folds);

    /// <summary>The corners of the axis, for the script: "day number:days drawn before it" wherever the width of a day changes.</summary>
    public string Corners => string.Join(' ', new[] { From.DayNumber }
        .Concat(Folds.SelectMany(fold => new[] { fold.From.DayNumber, fold.To.DayNumber }))
        .Append(To.DayNumber + 1)
        .Select(day => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day}:{Drawn(day):0.###}")));

    /// <summary>
    /// Creates the scale of the whole follow-up with small margins: at least a year, so that one visit looks intended; what was reported
    /// of a time long before the first visit is placed at the left edge rather than squeezing everything else.
    /// </summary>
    public static TimelineScale Fit(PatientTimeline timeline, double left, double width, bool folded = false)
    {
        DateOnly first = timeline.FollowedSince ?? timeline.From;
        int followed = timeline.To.DayNumber - first.DayNumber;
        DateOnly earliest = first.AddDays(-Math.Max(731, followed / 4));
        DateOnly from = timeline.From > earliest ? timeline.From : earliest;
        DateOnly yearAgo = timeline.Today.AddYears(-1);
        from = from < yearAgo ? from : yearAgo;
        int air = Math.Max(5, (timeline.To.DayNumber - from.DayNumber) / 60);
        return new TimelineScale(from.AddDays(-air), timeline.To.AddDays(air), left, width, folded ? LongPauses(timeline) : null);
    }

    private static IReadOnlyList<TimelineFold> LongPauses(PatientTimeline timeline) =>
        [.. timeline.Gaps
            .Where(gap => gap.Days(timeline.Today) > FoldedFrom)
            .Select(gap => new TimelineFold(gap.From.AddDays(1), gap.To ?? timeline.Today))];

    private static double DrawnDays(DateOnly from, DateOnly to, IReadOnlyList<TimelineFold> folds) =>
        to.DayNumber - from.DayNumber + 1 - folds.Sum(fold => fold.Days - FoldedDays);

    // Days drawn from the left edge to a moment, given as a day number with its fraction.
    private double Drawn(double moment)
    {
        double drawn = moment - From.DayNumber;
        foreach (TimelineFold fold in Folds)
        {
            double inside = Math.Clamp(moment - fold.From.DayNumber, 0, fold.Days);
            drawn -= inside * (1 - ((double)FoldedDays / fold.Days));
        }

        return drawn;
    }
}

/// <summary>A folded pause: drawn narrow, with its length in words.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The day after its last one.</param>
public sealed record TimelineFold(DateOnly From, DateOnly To)
{
    /// <summary>The true length in days.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}
