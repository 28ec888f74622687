using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>
/// The drawing of one timeline as it is read from one stop: every position and every word, computed before markup. Pure; the
/// components only print it, and the script only moves and magnifies it.
/// </summary>
public sealed record TimelinePicture
{
    /// <summary>From which distance it is read.</summary>
    public required TimelineStop Stop { get; init; }

    /// <summary>The whole height in pixels.</summary>
    public required double Height { get; init; }

    /// <summary>Dates to pixels.</summary>
    public required TimelineScale Scale { get; init; }

    /// <summary>The days that it shows; <c>null</c> for all.</summary>
    public DateSpan? Window { get; init; }

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

    /// <summary>Months or quarters in which the sessions are gathered.</summary>
    public required IReadOnlyList<DrawnColumn> Columns { get; init; }

    /// <summary>Held, missed and planned visits that have a mark of their own.</summary>
    public required IReadOnlyList<DrawnVisit> Visits { get; init; }

    /// <summary>Pauses, and the time since the last session.</summary>
    public required IReadOnlyList<DrawnGap> Gaps { get; init; }

    /// <summary>Pauses that are folded.</summary>
    public required IReadOnlyList<DrawnFold> Folds { get; init; }

    /// <summary>Flare-ups.</summary>
    public required IReadOnlyList<DrawnSpan> FlareUps { get; init; }

    /// <summary>The small charts.</summary>
    public required IReadOnlyList<DrawnChart> Charts { get; init; }

    /// <summary>Draws a timeline.</summary>
    /// <param name="look">What is drawn, from which stop, at which scale, in which language.</param>
    /// <param name="curves">The curves to draw.</param>
    public static TimelinePicture Draw(TimelineLook look, CurveSelection curves)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(curves);
        TimelineScale scale = look.Scale;
        IReadOnlyList<DrawnChart> charts = ChartLane.Draw(look, curves);
        (IReadOnlyList<DrawnColumn> columns, IReadOnlyList<DrawnVisit> visits) = VisitLane.Draw(look);
        return new TimelinePicture
        {
            Stop = look.Stop,
            Height = TimelineLanes.HeightFor(curves.Count(look.Timeline)),
            Scale = scale,
            Window = look.Window,
            Today = scale.Middle(look.Timeline.Today),
            Ticks = RulerTick.Draw(look),
            Closures = [.. look.Timeline.Closures
                .Where(closure => look.Shows(closure.From, closure.To))
                .Select(closure => new DrawnSpan("", scale.X(closure.From), scale.X(closure.To.AddDays(1)), closure.Label ?? ""))],
            Periods = PeriodLane.Draw(look),
            LifeEvents = LifeLane.Draw(look),
            Columns = columns,
            Visits = visits,
            Gaps = GapLane.Draw(look),
            Folds = GapLane.Folds(look),
            FlareUps = FlareUpLane.Draw(look),
            Charts = charts,
        };
    }
}

/// <summary>One way to look at a timeline.</summary>
/// <param name="Timeline">What is recorded, in the order of time.</param>
/// <param name="Stop">From which distance.</param>
/// <param name="Scale">Dates to pixels, over the whole follow-up.</param>
/// <param name="Window">The days to draw; <c>null</c> for all of them.</param>
/// <param name="Wording">Words and sentences in the reader's language.</param>
public sealed record TimelineLook(PatientTimeline Timeline, TimelineStop Stop, TimelineScale Scale, DateSpan? Window, Wording Wording)
{
    /// <summary>Whether any day from one to the other is to be drawn.</summary>
    public bool Shows(DateOnly from, DateOnly to) =>
        Scale.Shows(from, to) && (Window is not { } window || (from <= window.To && to >= window.From));

    /// <summary>Whether a day lies in a pause: what is told of it was not seen.</summary>
    public bool IsInGap(DateOnly day) => Timeline.Gaps.Any(gap => day > gap.From && !(day >= gap.To));
}

/// <summary>Where the lanes stand, in pixels from the top. The same at every stop: memory of place works.</summary>
public static class TimelineLanes
{
    /// <summary>The width of the lane names on the left.</summary>
    public const double Gutter = 176;

    /// <summary>The air on the right.</summary>
    public const double RightAir = 12;

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
    public const double Visits = 124;

    /// <summary>The height of a visit.</summary>
    public const double VisitHeight = 62;

    /// <summary>The middle of the flare-ups.</summary>
    public const double FlareUps = 212;

    /// <summary>From one row of flare-ups to the next, where they overlap.</summary>
    public const double FlareUpStep = 14;

    /// <summary>The first small chart.</summary>
    public const double ChartsTop = 242;

    /// <summary>The height of a small chart.</summary>
    public const double ChartHeight = 52;

    /// <summary>From one small chart to the next.</summary>
    public const double ChartStep = 66;

    /// <summary>The height of the whole course in small, below everything.</summary>
    public const double MinimapHeight = 34;

    /// <summary>The height of all lanes with so many charts.</summary>
    public static double HeightFor(int charts) => ChartsTop + (charts * ChartStep);
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

    /// <summary>Where the word begins; behind the soft end of what was remembered vaguely.</summary>
    public double LabelAt { get; init; }

    /// <summary>The row of its lane, from 0.</summary>
    public int Row { get; init; }

    /// <summary>How many rows its lane needs where it stands.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Whether it still goes on: its edge is open.</summary>
    public bool Open { get; init; }

    /// <summary>Where it may have begun, or ended, as a path: the soft ends of what was remembered vaguely. Empty where the day is known.</summary>
    public string SoftEnds { get; init; } = "";

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
public sealed record DrawnVisit(string Key, double X, double Width, string Kind, string Sentence)
{
    /// <summary>Where its mark begins, from the top of the lane: visits of one day share the height.</summary>
    public double Top { get; init; }

    /// <summary>How high its mark is.</summary>
    public double Height { get; init; } = TimelineLanes.VisitHeight;

    /// <summary>Its words, from the stop "a season" on.</summary>
    public VisitWords? Words { get; init; }
}

/// <summary>What a visit says beside its mark.</summary>
/// <param name="Room">How wide it may be, up to the next visit.</param>
/// <param name="Date">Its day, short.</param>
/// <param name="Headline">What was taken away; the beginning of it at the stop "a season".</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record VisitWords(double Room, string Date, string? Headline, string? Agreed);

/// <summary>The sessions of a month or a quarter, where they crowd.</summary>
/// <param name="Key">Its name for the script; choosing it comes closer.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Height">How high it stands: in proportion to the fullest one.</param>
/// <param name="Count">How many sessions; <c>null</c> where there is no room for the figure.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnColumn(string Key, double From, double To, double Height, string? Count, string Sentence)
{
    /// <summary>The names of its sessions, apart by blanks, so that a line of the list finds it; empty where all of them are quarters.</summary>
    public string Holds { get; init; } = "";
}

/// <summary>A pause, or the time since the last session.</summary>
/// <param name="Key">Its name in links.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Agreed">Until where it was agreed beforehand.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">Its length, where there is room.</param>
/// <param name="SecondLabel">How it was, where there is room.</param>
/// <param name="Present">Whether it runs to today.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnGap(string Key, double From, double Agreed, double To, string? Label, string? SecondLabel, bool Present, string Sentence)
{
    /// <summary>The part of it in which its words may stand: where no column covers it.</summary>
    public (double From, double To) Free { get; init; } = (From, To);
}

/// <summary>A folded pause: the break that runs through ruler and lanes, and its true length.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">« 7 mois repliés », where there is room.</param>
public sealed record DrawnFold(double From, double To, string? Label);

/// <summary>A small chart; up is always better.</summary>
/// <param name="Instrument">What was asked.</param>
/// <param name="Top">Its top, in pixels.</param>
/// <param name="Name">Its name.</param>
/// <param name="Best">The word at the upper end.</param>
/// <param name="Worst">The word at the lower end.</param>
/// <param name="Summary">What it shows, as a sentence.</param>
public sealed record DrawnChart(Instrument Instrument, double Top, string Name, string Best, string Worst, string Summary)
{
    /// <summary>The joined answers as one path; broken at every pause. Empty where answers are summed up.</summary>
    public string Line { get; init; } = "";

    /// <summary>The answers, or the middle of each month or quarter, as one path of dots.</summary>
    public string Dots { get; init; } = "";

    /// <summary>From the lowest to the highest answer of each month or quarter, as one path.</summary>
    public string Ranges { get; init; } = "";

    /// <summary>The figures beside the dots, where there is room for them.</summary>
    public IReadOnlyList<DrawnFigure> Figures { get; init; } = [];

    /// <summary>For the shared cursor: "x:what it reads" for each dot, apart by "|".</summary>
    public string Readings { get; init; } = "";

    /// <summary>Whether it lies over the chart before it, in the same frame.</summary>
    public bool Over { get; init; }
}

/// <summary>A figure beside a dot.</summary>
/// <param name="X">The dot.</param>
/// <param name="Y">The dot.</param>
/// <param name="Value">What was answered.</param>
public sealed record DrawnFigure(double X, double Y, int Value);
