using CareJournal.LifeEvents;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>Life events: a diamond or a bar, on two rows; a word is dropped or shortened rather than drawn over its neighbour.</summary>
internal static class LifeLane
{
    private const int Rows = 2;
    private const double Air = 10;
    private const double Mark = 14;
    private const double LongestWord = 190;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        LifeEvent[] events = [.. look.Timeline.LifeEvents.Where(lifeEvent => lifeEvent.Start.Latest <= look.Scale.To && (look.Window is null || look.Shows(lifeEvent.Start.Earliest, (lifeEvent.End ?? lifeEvent.Start).Latest)))];
        double[] starts = [.. events.Select(lifeEvent => lifeEvent.End is null ? look.Scale.Middle(lifeEvent.Start.Middle) : look.Scale.X(lifeEvent.Start.Middle))];
        double[] ends = [.. events.Select((lifeEvent, index) => lifeEvent.End is null ? starts[index] : Math.Max(look.Scale.Middle(lifeEvent.End.Middle), starts[index] + 4))];
        int[] order = [.. Enumerable.Range(0, events.Length).OrderBy(index => starts[index])];
        int[] packed = LaneRows.Pack([.. order.Select(index => starts[index] - (Mark / 2))], [.. order.Select(index => ends[index] + (Mark / 2) + 1)], Rows);
        double today = look.Scale.Middle(look.Timeline.Today);
        return [.. order.Select((index, place) =>
        {
            // Up to the next mark on the same row, and never across the line of today.
            int next = Enumerable.Range(place + 1, order.Length - place - 1).FirstOrDefault(later => packed[later] == packed[place], -1);
            double end = next >= 0 ? starts[order[next]] - (Mark / 2) - Air : look.Scale.Right;
            end = ends[index] < today ? Math.Min(end, today - Air) : end;
            double after = Math.Max(ends[index] + Mark - 3, look.Scale.X((events[index].End ?? events[index].Start).Latest.AddDays(1)) + 4);
            return new DrawnSpan(TimelineItem.LifeEvent(events[index].Id), starts[index], ends[index], look.Wording.LifeEvent(events[index]))
            {
                Label = IsNamed(events[index], look.Stop) ? TimelineLabels.Fit(look.Wording.LifeEventName(events[index]), Math.Min(end - after, LongestWord)) : null,
                LabelAt = after,
                Row = packed[place],
                SoftEnds = TimelineShapes.SoftEnds(events[index].Start, events[index].End, TimelineLanes.Life + (packed[place] * TimelineLanes.LifeStep), look.Scale),
                Hollow = look.IsInGap(events[index].Start.Middle),
            };
        })];
    }

    // From afar only what weighed or helped a lot is named; from one year on, everything.
    private static bool IsNamed(LifeEvent lifeEvent, TimelineStop stop) => stop switch
    {
        TimelineStop.Course => lifeEvent.Impact is Impact.HelpedALot or Impact.WeighedALot or Impact.Both,
        TimelineStop.Years => lifeEvent.Impact is not (Impact.Neither or Impact.NotAsked),
        _ => true,
    };
}
