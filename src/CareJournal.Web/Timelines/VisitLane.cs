using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.Timelines;

/// <summary>Draws visits: a mark each, a column with a count where they crowd (not in the shared view: dates are shared, counts are not), and text from a season on.</summary>
internal static class VisitLane
{
    private const int FirstLine = 90;
    private const double MarkWidth = 3.2;
    private const double ThinMark = 1.8;
    private const double ColumnAir = 1;
    private const double LowestColumn = 14;
    /// <summary>The largest width of the text of a session, in pixels.</summary>
    public const double WidestWords = 300;

    private const double WordsAir = 10;

    public static (IReadOnlyList<DrawnColumn> Columns, IReadOnlyList<DrawnVisit> Visits) Draw(TimelineLook look)
    {
        TimelineVisit[] held = [.. look.Timeline.Held.Where(visit => look.Shows(visit.HeldOn, visit.HeldOn))];

        // Their heights are those of the whole follow-up, whatever part of it is drawn.
        TimelineColumn[] all = look.Stop switch
        {
            _ when look.Timeline.Shared => [],
            TimelineStop.Course => [.. TimelineColumn.Find(look.Timeline.Held.Select(visit => visit.HeldOn), CalendarUnit.Quarter)],
            TimelineStop.Years or TimelineStop.Year => [.. Crowded(look.Timeline.Held, look.Scale)],
            _ => [],
        };
        int fullest = all.Select(column => column.Visits).DefaultIfEmpty(1).Max();
        TimelineColumn[] columns = [.. all.Where(column => look.Shows(column.From, column.To))];
        TimelineVisit[] marked = [.. held.Where(visit => !Array.Exists(columns, column => visit.HeldOn >= column.From && visit.HeldOn <= column.To))];
        (TimelineVisit Visit, string Kind)[] drawn =
        [
            .. marked.Select(visit => (visit, "held")),
            .. look.Timeline.NotHeld.Where(visit => look.Shows(visit.HeldOn, visit.HeldOn)).Select(visit => (visit, "missed")),
            .. look.Timeline.Planned.Where(visit => look.Shows(visit.HeldOn, visit.HeldOn)).Select(visit => (visit, "planned")),
        ];
        return (Columns(columns, fullest, look), [.. Marks(drawn, look)]);
    }

    /// <summary>Returns a visit as a sentence, with the beginning of what the practitioner takes away from it.</summary>
    public static string Sentence(TimelineVisit visit, Words words) => visit switch
    {
        { Status: VisitStatus.Planned } => words["Timeline.Visit.Planned", words.Date(visit.HeldOn)],
        { Status: not VisitStatus.Held } => $"{words.Of(visit.Status)}, {words.Date(visit.HeldOn)}",
        { Impression: { } impression } => words["Timeline.Visit.WithText", words.Date(visit.HeldOn), TimelineLabels.Shorten(impression, FirstLine)],
        _ => words["Timeline.Visit", words.Date(visit.HeldOn)],
    };

    // The months in which two days are too near each other for two marks.
    private static IEnumerable<TimelineColumn> Crowded(IReadOnlyList<TimelineVisit> held, TimelineScale scale)
    {
        DateOnly[] days = [.. held.Select(visit => visit.HeldOn)];
        HashSet<DateOnly> crowded = [];
        for (int index = 1; index < days.Length; index++)
        {
            if (days[index] != days[index - 1] && (days[index].DayNumber - days[index - 1].DayNumber) * scale.PixelsPerDay < ThinMark + 1)
            {
                crowded.Add(CalendarUnit.Month.FirstDay(days[index - 1]));
                crowded.Add(CalendarUnit.Month.FirstDay(days[index]));
            }
        }

        return TimelineColumn.Find(days, CalendarUnit.Month).Where(column => crowded.Contains(column.From));
    }

    private static DrawnColumn[] Columns(TimelineColumn[] columns, int fullest, TimelineLook look) =>
        [.. columns.Select(column =>
        {
            double from = look.Scale.X(column.From) + ColumnAir;
            double to = Math.Max(from + 2, look.Scale.X(column.To.AddDays(1)) - ColumnAir);
            string count = column.Visits.ToString(Words.Culture);
            return new DrawnColumn(
                TimelineItem.Column(column.From, column.To),
                from,
                to,
                LowestColumn + ((TimelineLanes.VisitHeight - LowestColumn) * column.Visits / fullest),
                TimelineLabels.FitWhole(count, to - from + 2),
                look.Words.Count(column.Visits, look.Stop == TimelineStop.Course ? "Timeline.Column" : "Timeline.Column.Month", look.Words.Month(column.From), look.Words.Month(column.To)))
            {
                FirstDay = column.From,
                LastDay = column.To,
                Items = look.Stop == TimelineStop.Course ? "" : string.Join(' ', look.Timeline.Held.Where(visit => visit.HeldOn >= column.From && visit.HeldOn <= column.To).Select(visit => TimelineItem.Visit(visit.Id))),
            };
        })];

    // Visits of one day share the height of the lane, whether they were held, planned or neither.
    private static IEnumerable<DrawnVisit> Marks((TimelineVisit Visit, string Kind)[] visits, TimelineLook look)
    {
        double thin = Math.Clamp(look.Scale.PixelsPerDay * 5, ThinMark, MarkWidth);
        DateOnly[] days = [.. look.Timeline.Held.Select(visit => visit.HeldOn).Distinct()];
        Dictionary<DateOnly, int> ofDay = visits.CountBy(drawn => drawn.Visit.HeldOn).ToDictionary();
        Dictionary<DateOnly, int> before = [];
        foreach ((TimelineVisit visit, string kind) in visits)
        {
            int place = before[visit.HeldOn] = before.GetValueOrDefault(visit.HeldOn, -1) + 1;
            double height = TimelineLanes.VisitHeight / ofDay[visit.HeldOn];
            bool held = kind == "held";
            yield return new DrawnVisit(TimelineItem.Visit(visit.Id), look.Scale.Middle(visit.HeldOn), held ? thin : MarkWidth, kind, Sentence(visit, look.Words))
            {
                Top = place * height,
                Height = ofDay[visit.HeldOn] == 1 ? height : Math.Max(height / 2, height - 1.5),
                Words = held && look.Speaks && place == 0 ? WordsBeside(visit, days, look) : null,
            };
        }
    }

    private static VisitWords? WordsBeside(TimelineVisit visit, DateOnly[] days, TimelineLook look)
    {
        int at = Array.BinarySearch(days, visit.HeldOn);
        double x = look.Scale.Middle(visit.HeldOn);
        double next = at + 1 < days.Length ? look.Scale.Middle(days[at + 1]) : look.Scale.Right;
        double width = Math.Min(next - x - WordsAir, WidestWords);
        string date = look.Words.DayMonth(visit.HeldOn);
        return width < TimelineLabels.WidthOf(date) ? null : new VisitWords(width, date, visit.Impression, visit.Agreed);
    }
}
