using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>
/// The drawing of one timeline: every position and every word, computed before markup. Pure; the components only print it.
/// </summary>
public sealed record TimelinePicture
{
    /// <summary>The width of the lane names on the left, in pixels.</summary>
    public const double Gutter = 176;

    /// <summary>The air on the right, in pixels.</summary>
    public const double RightAir = 12;

    /// <summary>The whole width in pixels.</summary>
    public required double Width { get; init; }

    /// <summary>The whole height in pixels.</summary>
    public required double Height { get; init; }

    /// <summary>Dates to pixels.</summary>
    public required TimelineScale Scale { get; init; }

    /// <summary>Where today stands.</summary>
    public required double Today { get; init; }

    /// <summary>The ruler.</summary>
    public required IReadOnlyList<RulerTick> Ticks { get; init; }

    /// <summary>Closures of the practice.</summary>
    public required IReadOnlyList<DrawnSpan> Closures { get; init; }

    /// <summary>Periods of follow-up.</summary>
    public required IReadOnlyList<DrawnSpan> Periods { get; init; }

    /// <summary>Life events.</summary>
    public required IReadOnlyList<DrawnSpan> LifeEvents { get; init; }

    /// <summary>Held, missed and planned visits.</summary>
    public required IReadOnlyList<DrawnVisit> Visits { get; init; }

    /// <summary>Pauses, and the time since the last session.</summary>
    public required IReadOnlyList<DrawnGap> Gaps { get; init; }

    /// <summary>Flare-ups.</summary>
    public required IReadOnlyList<DrawnSpan> FlareUps { get; init; }

    /// <summary>The small charts.</summary>
    public required IReadOnlyList<DrawnChart> Charts { get; init; }

    /// <summary>Draws a timeline at a width.</summary>
    /// <param name="timeline">What is recorded, in the order of time.</param>
    /// <param name="width">The width at hand, in pixels.</param>
    /// <param name="instruments">The curves to draw, in order.</param>
    /// <param name="wording">Words and sentences in the reader's language.</param>
    public static TimelinePicture Draw(PatientTimeline timeline, double width, IReadOnlyList<Instrument> instruments, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        TimelineScale scale = TimelineScale.Fit(timeline, Gutter, width - Gutter - RightAir);
        IReadOnlyList<DrawnChart> charts = ChartLane.Draw(timeline, scale, instruments, wording);
        return new TimelinePicture
        {
            Width = width,
            Height = TimelineLanes.ChartsTop + (charts.Count * TimelineLanes.ChartStep),
            Scale = scale,
            Today = scale.Middle(timeline.Today),
            Ticks = RulerTick.Draw(scale, scale.Middle(timeline.Today), wording),
            Closures = [.. timeline.Closures
                .Where(closure => scale.Shows(closure.From, closure.To))
                .Select(closure => new DrawnSpan("", scale.X(closure.From), scale.X(closure.To.AddDays(1)), closure.Label ?? ""))],
            Periods = PeriodLane.Draw(timeline, scale, wording),
            LifeEvents = LifeLane.Draw(timeline, scale, wording),
            Visits = VisitLane.Draw(timeline, scale, wording),
            Gaps = GapLane.Draw(timeline, scale, wording),
            FlareUps = FlareUpLane.Draw(timeline, scale, wording),
            Charts = charts,
        };
    }
}

/// <summary>Where the lanes lie, in pixels from the top.</summary>
public static class TimelineLanes
{
    /// <summary>The ruler's text.</summary>
    public const double Ruler = 18;

    /// <summary>Below the ruler.</summary>
    public const double Top = 30;

    /// <summary>The periods.</summary>
    public const double Periods = 36;

    /// <summary>The height of a period.</summary>
    public const double PeriodHeight = 26;

    /// <summary>The first of two rows of life events.</summary>
    public const double Life = 84;

    /// <summary>From one row of life events to the next.</summary>
    public const double LifeStep = 20;

    /// <summary>The visits and pauses.</summary>
    public const double Visits = 126;

    /// <summary>The height of a visit.</summary>
    public const double VisitHeight = 46;

    /// <summary>The middle of the flare-ups.</summary>
    public const double FlareUps = 202;

    /// <summary>The first small chart.</summary>
    public const double ChartsTop = 232;

    /// <summary>The height of a small chart.</summary>
    public const double ChartHeight = 52;

    /// <summary>From one small chart to the next.</summary>
    public const double ChartStep = 66;
}

/// <summary>A mark of the ruler.</summary>
/// <param name="X">Where it stands.</param>
/// <param name="Label">Its word; empty for a line alone.</param>
public sealed record RulerTick(double X, string Label)
{
    private const double Closest = 44;

    /// <summary>Years, and months too on a short span; labels keep a distance from each other.</summary>
    public static IReadOnlyList<RulerTick> Draw(TimelineScale scale, double today, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(wording);
        double besideToday = (TimelineLabels.WidthOf(wording["Timeline.Today"]) / 2) + (Closest / 2);
        double year = scale.Width / scale.Days * 365.25;
        int[] months = year > 12 * Closest ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : year > 4 * Closest * 1.5 ? [1, 4, 7, 10] : [1];
        int every = (int)Math.Max(1, Math.Ceiling(Closest / year));
        List<RulerTick> ticks = [];
        for (int number = scale.From.Year; number <= scale.To.Year; number++)
        {
            foreach (int month in months)
            {
                DateOnly day = new(number, month, 1);
                if (day > scale.From && day <= scale.To && number % every == 0)
                {
                    string label = month == 1 ? Wording.YearOf(day) : Wording.MonthShort(day);
                    ticks.Add(new RulerTick(scale.X(day), Math.Abs(scale.X(day) - today) < besideToday ? "" : label));
                }
            }
        }

        return ticks;
    }
}

/// <summary>Something with a beginning and an end, or a point when they are one.</summary>
/// <param name="Key">Its name in links; empty when it cannot be chosen.</param>
/// <param name="From">Where it begins, in pixels.</param>
/// <param name="To">Where it ends, in pixels.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnSpan(string Key, double From, double To, string Sentence)
{
    /// <summary>The word on or beside it, where there is room.</summary>
    public string? Label { get; init; }

    /// <summary>The row of its lane, from 0.</summary>
    public int Row { get; init; }

    /// <summary>Whether it still goes on: its edge is open.</summary>
    public bool Open { get; init; }

    /// <summary>Whether its dates are vague: its ends are soft.</summary>
    public bool Soft { get; init; }

    /// <summary>Whether it lies in a pause: told, not seen, so drawn hollow.</summary>
    public bool Hollow { get; init; }

    /// <summary>How wide it is.</summary>
    public double Width => To - From;
}

/// <summary>A visit.</summary>
/// <param name="Key">Its name in links.</param>
/// <param name="X">The middle of its day.</param>
/// <param name="Width">How wide its mark is.</param>
/// <param name="Kind">"held", "planned" or "missed".</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnVisit(string Key, double X, double Width, string Kind, string Sentence);

/// <summary>A pause, or the time since the last session.</summary>
/// <param name="Key">Its name in links.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Agreed">Until where it was agreed beforehand.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">Its length, where there is room.</param>
/// <param name="SecondLabel">How it was, where there is room.</param>
/// <param name="Present">Whether it runs to today.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnGap(string Key, double From, double Agreed, double To, string? Label, string? SecondLabel, bool Present, string Sentence);

/// <summary>A small chart; up is always better.</summary>
/// <param name="Instrument">What was asked.</param>
/// <param name="Top">Its top, in pixels.</param>
/// <param name="Name">Its name.</param>
/// <param name="Best">The word at the upper end.</param>
/// <param name="Worst">The word at the lower end.</param>
/// <param name="Line">The joined answers as one path; broken at every pause.</param>
/// <param name="Dots">The answers as one path of dots.</param>
/// <param name="Summary">What it shows, as a sentence.</param>
public sealed record DrawnChart(Instrument Instrument, double Top, string Name, string Best, string Worst, string Line, string Dots, string Summary);
