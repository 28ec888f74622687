using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>
/// The drawing of one timeline at one stop: every position and every label, computed before any markup. Pure; the
/// components only render it, and the script only moves and magnifies it.
/// </summary>
public sealed record TimelinePicture
{
    /// <summary>The stop as which it is drawn: how much of everything it says.</summary>
    public required TimelineStop Stop { get; init; }

    /// <summary>The stop at which it is shown: a farther one than that as which it is drawn, where few sessions leave room for more; <c>null</c> for the same.</summary>
    public TimelineStop? ShownAs { get; init; }

    /// <summary>The number of the stop at which it is shown.</summary>
    public int Number => (int)(ShownAs ?? Stop);

    /// <summary>The whole height in pixels.</summary>
    public required double Height { get; init; }

    /// <summary>The scale, from dates to pixels.</summary>
    public required TimelineScale Scale { get; init; }

    /// <summary>The days that it shows; <c>null</c> for all.</summary>
    public DateSpan? Window { get; init; }

    /// <summary>The position of today, in pixels.</summary>
    public required double Today { get; init; }

    /// <summary>The ticks of the ruler.</summary>
    public required IReadOnlyList<RulerTick> Ticks { get; init; }

    /// <summary>Closures of the practice.</summary>
    public required IReadOnlyList<DrawnSpan> Closures { get; init; }

    /// <summary>Periods of follow-up.</summary>
    public required IReadOnlyList<DrawnSpan> Periods { get; init; }

    /// <summary>Life events.</summary>
    public required IReadOnlyList<DrawnSpan> LifeEvents { get; init; }

    /// <summary>Months or quarters whose sessions are drawn as one column.</summary>
    public required IReadOnlyList<DrawnColumn> Columns { get; init; }

    /// <summary>Held, missed and planned visits that have a mark of their own.</summary>
    public required IReadOnlyList<DrawnVisit> Visits { get; init; }

    /// <summary>Pauses, and the time since the last session.</summary>
    public required IReadOnlyList<DrawnGap> Gaps { get; init; }

    /// <summary>Pauses that are folded.</summary>
    public required IReadOnlyList<DrawnFold> Folds { get; init; }

    /// <summary>Flare-ups.</summary>
    public required IReadOnlyList<DrawnSpan> FlareUps { get; init; }

    /// <summary>The charts: the large one first, then the sparklines.</summary>
    public required IReadOnlyList<DrawnChart> Charts { get; init; }

    /// <summary>Returns this picture with other charts.</summary>
    /// <param name="timeline">The timeline that is drawn.</param>
    /// <param name="curves">The curves to draw.</param>
    /// <param name="words">Words and sentences in the reader's language.</param>
    public TimelinePicture With(PatientTimeline timeline, CurveSelection curves, Words words) => this with
    {
        Height = curves.LanesHeight(timeline),
        Charts = ChartLane.Draw(new TimelineLook(timeline, Stop, Scale, Window, words), curves),
    };

    /// <summary>Draws a timeline.</summary>
    /// <param name="look">What is drawn, at which stop, at which scale, in which language.</param>
    /// <param name="curves">The curves to draw.</param>
    public static TimelinePicture Draw(TimelineLook look, CurveSelection curves)
    {
        TimelineScale scale = look.Scale;
        (IReadOnlyList<DrawnColumn> columns, IReadOnlyList<DrawnVisit> visits) = VisitLane.Draw(look);
        return new TimelinePicture
        {
            Stop = look.Stop,
            Height = curves.LanesHeight(look.Timeline),
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
            Charts = ChartLane.Draw(look, curves),
        };
    }
}

/// <summary>The parts of a timeline to draw, and their look.</summary>
/// <param name="Timeline">The timeline to draw.</param>
/// <param name="Stop">The stop for which it is drawn.</param>
/// <param name="Scale">The scale, from dates to pixels, over the whole follow-up.</param>
/// <param name="Window">The days to draw; <c>null</c> for all of them.</param>
/// <param name="Words">Words and sentences in the reader's language.</param>
public sealed record TimelineLook(PatientTimeline Timeline, TimelineStop Stop, TimelineScale Scale, DateSpan? Window, Words Words)
{
    /// <summary>Whether any day from one to the other is to be drawn.</summary>
    public bool Shows(DateOnly from, DateOnly to) =>
        Scale.Shows(from, to) && (Window is not { } window || (from <= window.To && to >= window.From));

    /// <summary>Whether sessions say beside their mark what they were about: from a season on, and where there are only one or two.</summary>
    public bool Speaks => Stop >= TimelineStop.Season || Timeline.Held.Count is 1 or 2;

    /// <summary>Whether a day falls in a pause: what is known of it was reported and not seen.</summary>
    public bool IsInGap(DateOnly day) => Timeline.Gaps.Any(gap => day > gap.From && !(day >= gap.To));
}

/// <summary>The positions of the lanes, in pixels from the top. They are the same at every stop, so that a reader remembers where things are.</summary>
public static class TimelineLanes
{
    /// <summary>The width of the lane names on the left.</summary>
    public const double Gutter = 176;

    /// <summary>The width of the lane names on a telephone: the words at the ends of the axis are then in the plot.</summary>
    public const double NarrowGutter = 84;

    /// <summary>The margin on the right.</summary>
    public const double RightAir = 12;

    /// <summary>The labels of the ruler.</summary>
    public const double Ruler = 18;

    /// <summary>The lower edge of the ruler.</summary>
    public const double Top = 30;

    /// <summary>The periods.</summary>
    public const double Periods = 36;

    /// <summary>The height of a period.</summary>
    public const double PeriodHeight = 26;

    /// <summary>The first of two rows of life events.</summary>
    public const double Life = 84;

    /// <summary>The distance from one row of life events to the next.</summary>
    public const double LifeStep = 20;

    /// <summary>The visits and pauses.</summary>
    public const double Visits = 124;

    /// <summary>The height of a visit.</summary>
    public const double VisitHeight = 62;

    /// <summary>The middle of the flare-ups.</summary>
    public const double FlareUps = 212;

    /// <summary>The height of the flare-ups, where several overlap.</summary>
    public const double FlareUpHeight = 32;

    /// <summary>Returns the distance from one row of flare-ups to the next, where so many rows overlap.</summary>
    public static double FlareUpStep(int rows) => Math.Min(14, FlareUpHeight / rows);

    /// <summary>The first chart.</summary>
    public const double ChartsTop = 242;

    /// <summary>Returns the height of a chart.</summary>
    public static double ChartHeight(ChartSize size) => size switch { ChartSize.Large => 140, ChartSize.Even => 52, _ => 24 };

    /// <summary>Returns the air below a chart.</summary>
    public static double ChartAir(ChartSize size) => size == ChartSize.Small ? 6 : 14;

    /// <summary>The height of the whole course in small, below everything.</summary>
    public const double MinimapHeight = 34;
}

/// <summary>A span with a beginning and an end, or a point when they are the same.</summary>
/// <param name="Key">Its key in links; empty when it cannot be chosen.</param>
/// <param name="From">Where it begins, in pixels.</param>
/// <param name="To">Where it ends, in pixels.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnSpan(string Key, double From, double To, string Sentence)
{
    /// <summary>The label on or beside it, where it fits.</summary>
    public string? Label { get; init; }

    /// <summary>The place where the label begins; after the soft end of what was remembered vaguely.</summary>
    public double LabelAt { get; init; }

    /// <summary>How far beside its place its mark is drawn, in pixels, so that it does not lie on another one.</summary>
    public double Shift { get; init; }

    /// <summary>The row of its lane, from 0.</summary>
    public int Row { get; init; }

    /// <summary>The number of rows that its lane needs at its place.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Whether it still goes on: its edge is open.</summary>
    public bool Open { get; init; }

    /// <summary>The soft ends of what was remembered vaguely, as a path: where it may have begun, or ended. Empty where the day is known.</summary>
    public string SoftEnds { get; init; } = "";

    /// <summary>Whether it falls in a pause: reported, not seen, so drawn hollow.</summary>
    public bool Hollow { get; init; }

    /// <summary>The width.</summary>
    public double Width => To - From;
}

/// <summary>The mark of a visit.</summary>
/// <param name="Key">Its key in links.</param>
/// <param name="X">The middle of its day.</param>
/// <param name="Width">How wide its mark is.</param>
/// <param name="Kind">"held", "planned" or "missed".</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnVisit(string Key, double X, double Width, string Kind, string Sentence)
{
    /// <summary>The top of its mark, from the top of the lane: visits of one day share the height.</summary>
    public double Top { get; init; }

    /// <summary>The height of its mark.</summary>
    public double Height { get; init; } = TimelineLanes.VisitHeight;

    /// <summary>The text beside its mark, from the stop "a season" on.</summary>
    public VisitWords? Words { get; init; }
}

/// <summary>The text beside the mark of a visit.</summary>
/// <param name="Width">How wide it may be, up to the next visit.</param>
/// <param name="Date">The day of the visit, short.</param>
/// <param name="Headline">What the practitioner takes away from it; only its beginning is drawn at the stop "a season".</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record VisitWords(double Width, string Date, string? Headline, string? Agreed);

/// <summary>A column for the sessions of a month or a quarter, where they crowd.</summary>
/// <param name="Key">Its key for the script; choosing it zooms in.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Height">Its height, in proportion to the fullest one.</param>
/// <param name="Count">How many sessions; <c>null</c> where the figure does not fit.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnColumn(string Key, double From, double To, double Height, string? Count, string Sentence)
{
    /// <summary>The first day that it counts.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day that it counts.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The keys of its sessions, separated by blanks, so that a line of the list finds it; empty for a quarter.</summary>
    public string Items { get; init; } = "";
}

/// <summary>A pause, or the time since the last session.</summary>
/// <param name="Key">Its key in links.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Agreed">Where the part of it that was agreed beforehand ends.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">Its length, where it fits.</param>
/// <param name="SecondLabel">How it was, where it fits.</param>
/// <param name="Present">Whether it runs to today.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record DrawnGap(string Key, double From, double Agreed, double To, string? Label, string? SecondLabel, bool Present, string Sentence)
{
    /// <summary>The part of it that is free for its labels: where nothing covers it.</summary>
    public (double From, double To) Free { get; init; } = (From, To);
}

/// <summary>A folded pause: the break through ruler and lanes, and its true length.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Label">« 7 mois repliés », where it fits.</param>
public sealed record DrawnFold(double From, double To, string? Label);
