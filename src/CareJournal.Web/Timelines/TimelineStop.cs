namespace CareJournal.Web.Timelines;

/// <summary>The five distances from which a follow-up is read; each shows what can be read from there.</summary>
public enum TimelineStop
{
    /// <summary>The whole course: a column per quarter.</summary>
    Course = 1,

    /// <summary>Some years: a mark per session, a column per month where they crowd.</summary>
    Years = 2,

    /// <summary>One year: a mark per session, how pauses were, every answer.</summary>
    Year = 3,

    /// <summary>A season: what each session was about, in a line.</summary>
    Season = 4,

    /// <summary>Some weeks: what was taken away and agreed.</summary>
    Weeks = 5,
}

/// <summary>One stop as it stands for one follow-up on one screen.</summary>
/// <param name="Stop">Which one.</param>
/// <param name="PixelsPerDay">Its own scale. It is also shown magnified, up to the next stop's scale, and never made smaller: what has room keeps it.</param>
/// <param name="Whole">Whether it is printed once for the whole follow-up; else for the days at which the movement ended and those beside them.</param>
public sealed record TimelineRung(TimelineStop Stop, double PixelsPerDay, bool Whole);

/// <summary>The stops that make sense for a follow-up: a coarser one is left out where a finer one shows everything already. Pure.</summary>
public sealed class TimelineLadder
{
    private const double Reference = 1200;
    private const int FewVisits = 12;
    private const int ShortDays = 731;

    // A year of a follow-up with more sessions than this is printed for the days at hand: the whole would weigh on every movement.
    private const int MostWhole = 1000;

    // Two weeks on the screen are as near as it gets.
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

    /// <summary>Pixels per day beyond which nothing is magnified.</summary>
    public static double Nearest => Reference / NearestDays;

    /// <summary>The scale of a stop on this ladder; <c>null</c> when it was left out.</summary>
    public TimelineRung? this[TimelineStop stop] => Rungs.FirstOrDefault(rung => rung.Stop == stop);

    /// <summary>
    /// The ladder of a follow-up. Under twelve sessions or two years, everything stands at the stop "one year"; else it opens on
    /// the last years.
    /// </summary>
    /// <param name="visits">How many sessions were held.</param>
    /// <param name="days">How many days the drawing shows as a whole, folded pauses counted as they are drawn.</param>
    /// <param name="followedDays">From the first session to today.</param>
    /// <param name="width">The width at hand, in pixels.</param>
    public static TimelineLadder Create(int visits, double days, int followedDays, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        double whole = width / days;
        TimelineStop coarsest =
            visits < FewVisits || followedDays < ShortDays || whole >= Reference / Spans[1].Days ? TimelineStop.Year
            : whole >= Reference / Spans[0].Days ? TimelineStop.Years
            : TimelineStop.Course;
        TimelineRung[] rungs =
        [
            new(coarsest, Math.Min(whole, Nearest), Whole: true),
            .. Spans.Where(span => span.Stop > coarsest && Reference / span.Days > whole).Select(span => new TimelineRung(span.Stop, Reference / span.Days, IsWhole(span.Stop, visits))),
        ];
        return new TimelineLadder(rungs, coarsest == TimelineStop.Course ? TimelineStop.Years : coarsest);
    }

    private static bool IsWhole(TimelineStop stop, int visits) => stop < TimelineStop.Year || (stop == TimelineStop.Year && visits <= MostWhole);
}
