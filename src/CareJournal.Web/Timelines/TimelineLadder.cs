using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>What the stops of a follow-up depend on.</summary>
/// <param name="Visits">The number of sessions held.</param>
/// <param name="VisitDays">The number of days on which they were held.</param>
/// <param name="Days">The number of days in the whole drawing, folded pauses counted as they are drawn.</param>
/// <param name="OpeningDays">The number of days, counted likewise, that the first picture holds.</param>
/// <param name="OpensWhole">Whether the first picture shows everything.</param>
public sealed record TimelineExtent(int Visits, int VisitDays, double Days, double OpeningDays, bool OpensWhole)
{
    /// <summary>Measures a follow-up on its axis.</summary>
    public static TimelineExtent Of(PatientTimeline timeline, TimelineScale scale)
    {
        TimelineOpening opening = TimelineOpening.Find(timeline);
        double days = (scale.X(opening.To.AddDays(1)) - scale.X(opening.From)) / scale.PixelsPerDay;
        return new TimelineExtent(timeline.Held.Count, timeline.Held.DistinctBy(visit => visit.HeldOn).Count(), scale.Days, days, opening.Whole);
    }
}

/// <summary>One stop for one follow-up at one width of the screen.</summary>
/// <param name="Stop">The stop, by the span of time that it shows.</param>
/// <param name="PixelsPerDay">Its scale. It is also shown magnified, up to the scale of the next stop, and never made smaller, so that what fits keeps fitting.</param>
/// <param name="Whole">Whether it is rendered once for the whole follow-up; else for the days in the window at the end of a movement and those beside them.</param>
/// <param name="Detail">The stop as which it is drawn: a nearer one where few sessions leave room for more.</param>
public sealed record TimelineRung(TimelineStop Stop, double PixelsPerDay, bool Whole, TimelineStop Detail);

/// <summary>The stops that make sense for a follow-up: one is left out where another shows the same, or where there is nothing more to be seen from nearer. Pure.</summary>
public sealed class TimelineLadder
{
    private const double Reference = 1200;
    private const double AboutAYear = 430;

    // How many times nearer a stop must be than the one before, to be one of its own.
    private const double Nearer = 1.2;

    // The margins beside the days that the first picture holds.
    private const double OpeningAir = 1.12;

    private const double MarginAfterToday = 0.04;

    // With more sessions than this, the stop "one year" is rendered for the days around the window alone: all of it would slow down every movement.
    private const int MostWhole = 1000;

    // The drawing is magnified until two weeks fill the reference width, and no further.
    private const double NearestDays = 14;

    private static readonly (TimelineStop Stop, double Days)[] Spans =
        [(TimelineStop.Years, 1826), (TimelineStop.Year, 365), (TimelineStop.Season, 92), (TimelineStop.Weeks, 21)];

    private TimelineLadder(IReadOnlyList<TimelineRung> rungs, TimelineStop opening)
    {
        Rungs = rungs;
        Opening = opening;
    }

    /// <summary>The stops, the farthest first; the first one shows the whole follow-up.</summary>
    public IReadOnlyList<TimelineRung> Rungs { get; }

    /// <summary>The stop at which the follow-up opens, ending today.</summary>
    public TimelineStop Opening { get; }

    /// <summary>The pixels per day beyond which nothing is magnified.</summary>
    public static double Nearest => Reference / NearestDays;

    /// <summary>Gets the scale of a stop; <c>null</c> when it was left out.</summary>
    public TimelineRung? this[TimelineStop stop] => Rungs.FirstOrDefault(rung => rung.Stop == stop);

    /// <summary>Returns the left edge of the window in which the follow-up opens, in days drawn from the beginning of the axis: it ends today, with a small margin.</summary>
    /// <param name="scale">The scale of the whole follow-up.</param>
    /// <param name="today">The practice's civil day.</param>
    public double OpeningStart(TimelineScale scale, DateOnly today)
    {
        double shown = scale.Width / this[Opening]!.PixelsPerDay;
        double end = Math.Min(scale.Days, ((scale.X(today) - scale.Left) / scale.PixelsPerDay) + (shown * MarginAfterToday));
        return Math.Max(0, end - shown);
    }

    /// <summary>
    /// Creates the stops of a follow-up. The first one shows everything and is named by the time that it spans. With few sessions or over a short time it opens there; else on
    /// the last years, as many as hold the last period and today.
    /// </summary>
    /// <param name="extent">What is known of the follow-up.</param>
    /// <param name="width">The width of the window, in pixels.</param>
    public static TimelineLadder Create(TimelineExtent extent, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(extent.Days, nameof(extent));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        double whole = Math.Min(width / extent.Days, Nearest);
        TimelineStop farthest = extent.Days <= AboutAYear ? TimelineStop.Year : Reference / Spans[0].Days > whole * Nearer ? TimelineStop.Course : TimelineStop.Years;
        List<TimelineRung> rungs = [Rung(farthest, whole, whole: true)];
        foreach ((TimelineStop stop, double days) in Spans)
        {
            double scale = Reference / days;
            if (stop == TimelineStop.Years && !extent.OpensWhole)
            {
                // After a long silence, the last years are as many as reach back to the last period.
                scale = Math.Min(scale, width / (extent.OpeningDays * OpeningAir));
            }

            bool isOwn = stop > farthest && scale > rungs[^1].PixelsPerDay * Nearer;
            if (isOwn && (stop < TimelineStop.Season || extent.VisitDays > 1))
            {
                rungs.Add(Rung(stop, scale, stop < TimelineStop.Year || (stop == TimelineStop.Year && extent.Visits <= MostWhole)));
            }
        }

        bool isWhole = extent.OpensWhole || rungs.Count == 1 || rungs[1].Stop != TimelineStop.Years;
        return new TimelineLadder(rungs, isWhole ? farthest : TimelineStop.Years);

        TimelineRung Rung(TimelineStop stop, double scale, bool whole) =>
            new(stop, scale, whole, extent.OpensWhole && stop < TimelineStop.Year ? TimelineStop.Year : stop);
    }
}
