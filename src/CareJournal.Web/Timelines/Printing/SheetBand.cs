using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>
/// One drawing on a sheet: the same picture as on the screen, without gaps for the lanes that were left out. Calendar time, never folded. Pure.
/// </summary>
/// <param name="Picture">What is drawn.</param>
/// <param name="From">The first day that it shows.</param>
/// <param name="To">The last day that it shows.</param>
/// <param name="Gutter">The width of the lane names.</param>
/// <param name="Lanes">The lanes that are printed, each with how far it moves up.</param>
/// <param name="ChartsUp">How far the curves move up.</param>
public sealed record SheetBand(TimelinePicture Picture, DateOnly From, DateOnly To, double Gutter, IReadOnlyDictionary<SheetLane, double> Lanes, double ChartsUp)
{
    /// <summary>The width of a landscape drawing in pixels: an A4 sheet less its margins.</summary>
    public const double Landscape = 1040;

    /// <summary>The width of a portrait drawing in pixels.</summary>
    public const double Portrait = 652;

    private const double NarrowGutter = 78;
    private const int YearsInABand = 5;
    private const int MostYearsBefore = 2;
    private const int AirShare = 60;

    /// <summary>The distance by which a pause that began before the drawing reaches out to the left; its bracket is covered there.</summary>
    public const double Beyond = 8;

    // The empty space below the flare-ups, which is cut off when no curve follows.
    private const double AirBelow = 14;

    // The distance from the top of one lane to the top of the next.
    private static readonly (SheetLane Lane, double Height)[] Heights =
    [
        (SheetLane.Periods, TimelineLanes.Life - TimelineLanes.Periods - 4),
        (SheetLane.Life, TimelineLanes.Visits - TimelineLanes.Life + 2),
        (SheetLane.Visits, TimelineLanes.FlareUps - TimelineLanes.Visits - 14),
        (SheetLane.FlareUps, TimelineLanes.ChartsTop - TimelineLanes.FlareUps + 12),
    ];

    /// <summary>The height of what is printed.</summary>
    public double Height => Picture.Height - ChartsUp - (Picture.Charts.Count == 0 ? AirBelow : 0);

    /// <summary>Whether today is after the last day of the drawing: its line is then left out.</summary>
    public bool IsPast { get; private init; }

    /// <summary>The width of the whole drawing.</summary>
    public double Width => Gutter + Picture.Scale.Width + TimelineLanes.RightAir;

    /// <summary>Returns how far a lane moves up; <c>null</c> when it is left out.</summary>
    public double? Up(SheetLane lane) => Lanes.TryGetValue(lane, out double up) ? up : null;

    /// <summary>Draws a sheet: the chosen days in one drawing; in strips, five calendar years each at one scale.</summary>
    public static IReadOnlyList<SheetBand> Draw(Sheet sheet, SheetKind kind, Words words)
    {
        double gutter = sheet.Timeline.Curves.Count > 0 ? TimelineLanes.Gutter : NarrowGutter;
        double width = (kind == SheetKind.Letter ? Portrait : Landscape) - gutter - TimelineLanes.RightAir;
        TimelineScale fitted = TimelineScale.Fit(sheet.Timeline, 0, width);
        DateOnly from = sheet.Choice.From ?? fitted.From;
        DateOnly to = sheet.Choice.To ?? sheet.Timeline.To;
        from = from < to ? from : to;
        if (kind != SheetKind.Strips)
        {
            // A small margin after today, for its line; none after a day that was chosen.
            int air = sheet.Choice.To is null ? (to.DayNumber - from.DayNumber) / AirShare : 0;
            TimelineScale scale = new(from, to.AddDays(air), 0, width);
            int visits = sheet.Timeline.Held.Count;
            TimelineExtent extent = new(visits, visits, scale.Days, scale.Days, TimelineOpening.IsWhole(visits, to.DayNumber - from.DayNumber));
            return [Draw(sheet, TimelineLadder.Create(extent, width).Rungs[0].Detail, scale, new DateSpan(from, to), gutter, words)];
        }

        int first = sheet.Choice.From?.Year ?? FirstYear(sheet.Timeline);
        int last = sheet.Choice.To?.Year ?? sheet.Timeline.To.Year;
        double perDay = width / (new DateOnly(first + YearsInABand, 1, 1).DayNumber - new DateOnly(first, 1, 1).DayNumber);
        return [.. Enumerable.Range(0, ((last - first) / YearsInABand) + 1).Select(band =>
        {
            // The last band ends with the last year: years to come take no paper.
            DateOnly start = new(first + (band * YearsInABand), 1, 1);
            DateOnly end = new(Math.Min(start.Year + YearsInABand - 1, last), 12, 31);
            DateSpan window = new(start > from ? start : from, end < to ? end : to);
            return Draw(sheet, TimelineStop.Years, new TimelineScale(start, end, 0, perDay * (end.DayNumber - start.DayNumber + 1)), window, gutter, words);
        })];
    }

    private static int FirstYear(PatientTimeline timeline)
    {
        int followed = (timeline.FollowedSince ?? timeline.Today).Year;
        return Math.Clamp(timeline.From.Year, followed - MostYearsBefore, followed);
    }

    private static SheetBand Draw(Sheet sheet, TimelineStop stop, TimelineScale scale, DateSpan window, double gutter, Words words)
    {
        Instrument[] curves = [.. sheet.Timeline.Curves.Select(curve => curve.Instrument)];
        TimelinePicture picture = TimelinePicture.Draw(new TimelineLook(sheet.Timeline, stop, scale, window, words), new CurveSelection(curves) { Even = true });
        picture = sheet.Choice.Visits
            ? picture with { Gaps = [.. picture.Gaps.Select(gap => Cut(gap, sheet, scale))] }
            : picture with { Visits = [], Columns = [], Gaps = [], Folds = [] };

        Dictionary<SheetLane, double> lanes = [];
        double up = 0;
        foreach ((SheetLane lane, double height) in Heights)
        {
            if (IsChosen(lane, sheet.Choice))
            {
                lanes.Add(lane, up);
            }
            else
            {
                up += height;
            }
        }

        return new SheetBand(picture, window.From, window.To ?? scale.To, gutter, lanes, up) { IsPast = sheet.Timeline.Today > scale.To };
    }

    // A pause that goes on beyond an edge of the drawing has no bracket there: it neither begins nor ends on that day.
    private static DrawnGap Cut(DrawnGap gap, Sheet sheet, TimelineScale scale)
    {
        TimelineGap whole = sheet.Timeline.Gaps.First(other => TimelineItem.Gap(other.From) == gap.Key);
        double from = whole.From < scale.From ? -Beyond : Math.Min(gap.From, scale.Right);
        return gap with
        {
            From = from,
            Agreed = gap.Agreed <= gap.From ? from : gap.Agreed,
            To = whole.To > scale.To ? scale.Right : gap.To,
            Present = gap.Present || whole.To > scale.To,
        };
    }

    private static bool IsChosen(SheetLane lane, SheetChoice choice) => lane switch
    {
        SheetLane.Periods => choice.Periods,
        SheetLane.Life => choice.Life,
        SheetLane.Visits => choice.Visits,
        _ => choice.FlareUps,
    };
}
