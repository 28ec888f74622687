using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>Visits: a mark each; a column with a figure where they crowd (never where it is looked at together: dates are shared, counts are not); a line of words from a season on, a card from some weeks on.</summary>
internal static class VisitLane
{
    private const int FirstLine = 90;
    private const double MarkWidth = 3.2;
    private const double ThinMark = 1.8;
    private const double ColumnAir = 1;
    private const double LowestColumn = 14;
    /// <summary>How far the words of a session may reach.</summary>
    public const double WidestWords = 300;

    private const double WordsAir = 10;

    public static (IReadOnlyList<DrawnColumn> Columns, IReadOnlyList<DrawnVisit> Visits) Draw(TimelineLook look)
    {
        TimelineVisit[] held = [.. look.Timeline.Held.Where(visit => look.Shows(visit.HeldOn, visit.HeldOn))];
        TimelineColumn[] columns = look.Stop switch
        {
            _ when look.Timeline.Shared => [],
            TimelineStop.Course => [.. TimelineColumn.Find(held.Select(visit => visit.HeldOn), CalendarUnit.Quarter)],
            TimelineStop.Years or TimelineStop.Year => [.. Crowded(held, look.Scale)],
            _ => [],
        };
        TimelineVisit[] marked = [.. held.Where(visit => !Array.Exists(columns, column => visit.HeldOn >= column.From && visit.HeldOn <= column.To))];
        return (Columns(columns, held, look), [.. Marks(marked, "held", look), .. Others(look.Timeline.NotHeld, "missed", look), .. Others(look.Timeline.Planned, "planned", look)]);
    }

    /// <summary>A visit as a sentence, with the beginning of what was taken away from it.</summary>
    public static string Sentence(TimelineVisit visit, Wording wording) => visit switch
    {
        { Status: VisitStatus.Planned } => wording["Timeline.Visit.Planned", wording.Date(visit.HeldOn)],
        { Status: not VisitStatus.Held } => $"{wording.Of(visit.Status)}, {wording.Date(visit.HeldOn)}",
        { Impression: { } impression } => wording["Timeline.Visit.WithText", wording.Date(visit.HeldOn), TimelineLabels.Shorten(impression, FirstLine)],
        _ => wording["Timeline.Visit", wording.Date(visit.HeldOn)],
    };

    // The months in which two days stand too near each other for two marks.
    private static IEnumerable<TimelineColumn> Crowded(TimelineVisit[] held, TimelineScale scale)
    {
        DateOnly[] days = [.. held.Select(visit => visit.HeldOn)];
        HashSet<DateOnly> crowded = [];
        for (int index = 1; index < days.Length; index++)
        {
            if (days[index] != days[index - 1] && (days[index].DayNumber - days[index - 1].DayNumber) * scale.PixelsPerDay < ThinMark + 1)
            {
                crowded.Add(TimelineColumn.FirstDay(days[index - 1], CalendarUnit.Month));
                crowded.Add(TimelineColumn.FirstDay(days[index], CalendarUnit.Month));
            }
        }

        return TimelineColumn.Find(days, CalendarUnit.Month).Where(column => crowded.Contains(column.From));
    }

    private static DrawnColumn[] Columns(TimelineColumn[] columns, TimelineVisit[] held, TimelineLook look)
    {
        int fullest = columns.Length == 0 ? 1 : columns.Max(column => column.Visits);
        return [.. columns.Select(column =>
        {
            double from = look.Scale.X(column.From) + ColumnAir;
            double to = Math.Max(from + 2, look.Scale.X(column.To.AddDays(1)) - ColumnAir);
            string count = column.Visits.ToString(Wording.Culture);
            return new DrawnColumn(
                TimelineItem.Column(column.From, column.To),
                from,
                to,
                LowestColumn + ((TimelineLanes.VisitHeight - LowestColumn) * column.Visits / fullest),
                TimelineLabels.FitWhole(count, to - from + 2),
                look.Wording.Count(column.Visits, look.Stop == TimelineStop.Course ? "Timeline.Column" : "Timeline.Column.Month", look.Wording.Month(column.From), look.Wording.Month(column.To)))
            {
                Holds = look.Stop == TimelineStop.Course ? "" : string.Join(' ', held.Where(visit => visit.HeldOn >= column.From && visit.HeldOn <= column.To).Select(visit => TimelineItem.Visit(visit.Id))),
            };
        })];
    }

    // Visits of one day share the height of the lane.
    private static IEnumerable<DrawnVisit> Marks(TimelineVisit[] visits, string kind, TimelineLook look)
    {
        double width = Math.Clamp(look.Scale.PixelsPerDay * 5, ThinMark, MarkWidth);
        DateOnly[] days = [.. look.Timeline.Held.Select(visit => visit.HeldOn).Distinct()];
        foreach (IGrouping<DateOnly, TimelineVisit> day in visits.GroupBy(visit => visit.HeldOn))
        {
            TimelineVisit[] same = [.. day];
            double height = TimelineLanes.VisitHeight / same.Length;
            for (int place = 0; place < same.Length; place++)
            {
                yield return new DrawnVisit(TimelineItem.Visit(same[place].Id), look.Scale.Middle(day.Key), width, kind, Sentence(same[place], look.Wording))
                {
                    Top = place * height,
                    Height = same.Length == 1 ? height : height - 1.5,
                    Words = look.Stop >= TimelineStop.Season && place == 0 ? Words(same[0], days, look) : null,
                };
            }
        }
    }

    private static IEnumerable<DrawnVisit> Others(IEnumerable<TimelineVisit> visits, string kind, TimelineLook look) =>
        visits
            .Where(visit => look.Shows(visit.HeldOn, visit.HeldOn))
            .Select(visit => new DrawnVisit(TimelineItem.Visit(visit.Id), look.Scale.Middle(visit.HeldOn), MarkWidth, kind, Sentence(visit, look.Wording)));

    private static VisitWords? Words(TimelineVisit visit, DateOnly[] days, TimelineLook look)
    {
        int at = Array.BinarySearch(days, visit.HeldOn);
        double x = look.Scale.Middle(visit.HeldOn);
        double next = at + 1 < days.Length ? look.Scale.Middle(days[at + 1]) : look.Scale.Right;
        double room = Math.Min(next - x - WordsAir, WidestWords);
        string date = look.Wording.DayMonth(visit.HeldOn);
        return room < TimelineLabels.WidthOf(date) ? null : new VisitWords(room, date, visit.Impression, visit.Agreed);
    }
}
