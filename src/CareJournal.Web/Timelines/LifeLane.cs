using CareJournal.LifeEvents;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Draws life events: a diamond or a bar, on two rows; a diamond that would lie on another one is put beside it, and a label is dropped or shortened rather than drawn over its neighbour.</summary>
internal static class LifeLane
{
    private const int Rows = 2;
    private const double Air = 10;
    private const double Mark = 14;
    private const double LongestWord = 190;

    // How far apart two diamonds of a row are, so that each can be pointed at, and how many are put beside the spot on either side.
    private const double Apart = 13;
    private const int MostBeside = 6;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        TimelineLifeEvent[] events = [.. look.Timeline.LifeEvents.Where(lifeEvent => lifeEvent.Start.Latest <= look.Scale.To && (look.Window is null || look.Shows(lifeEvent.Start.Earliest, (lifeEvent.End ?? lifeEvent.Start).Latest)))];
        double[] starts = [.. events.Select(lifeEvent => lifeEvent.End is null ? look.Scale.Middle(lifeEvent.Start.Middle) : look.Scale.X(lifeEvent.Start.Middle))];
        double[] ends = [.. events.Select((lifeEvent, index) => lifeEvent.End is null ? starts[index] : Math.Max(look.Scale.Middle(lifeEvent.End.Middle), starts[index] + 4))];
        int[] order = [.. Enumerable.Range(0, events.Length).OrderBy(index => starts[index])];
        int[] packed = LaneRows.Pack([.. order.Select(index => starts[index] - (Mark / 2))], [.. order.Select(index => ends[index] + (Mark / 2) + 1)], Rows);
        double[] drawn = Spread(order, starts, packed, look.Scale);
        double today = look.Scale.Middle(look.Timeline.Today);
        return [.. order.Select((index, place) =>
        {
            // A label ends before the next mark on its row, and never crosses the line of today.
            double end = Enumerable.Range(0, order.Length).Where(other => other != place && packed[other] == packed[place] && drawn[other] >= drawn[place])
                .Select(other => drawn[other] - (Mark / 2) - Air).DefaultIfEmpty(look.Scale.Right).Min();
            end = ends[index] < today ? Math.Min(end, today - Air) : end;
            double shift = drawn[place] - starts[index];
            double after = Math.Max(ends[index] + shift + Mark - 3, look.Scale.X((events[index].End ?? events[index].Start).Latest.AddDays(1)) + 4);
            return new DrawnSpan(TimelineItem.LifeEvent(events[index].Id), starts[index], ends[index], look.Words.LifeEvent(events[index]))
            {
                Label = IsNamed(events[index], look.Stop) ? TimelineLabels.Fit(look.Words.LifeEventName(events[index]), Math.Min(end - after, LongestWord)) : null,
                LabelAt = after,
                Shift = shift,
                Row = packed[place],
                SoftEnds = TimelineShapes.SoftEnds(events[index].Start, events[index].End, TimelineLanes.Life + (packed[place] * TimelineLanes.LifeStep), look.Scale),
                Hollow = look.IsInGap(events[index].Start.Middle),
            };
        })];
    }

    /// <summary>Returns where each diamond is drawn, and changes the rows of those that moved: at its own place while no other one is there, else at the nearest free one.</summary>
    private static double[] Spread(int[] order, double[] starts, int[] rows, TimelineScale scale)
    {
        double[] drawn = new double[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            double own = starts[order[place]];
            (drawn[place], rows[place]) = Enumerable.Range(0, MostBeside + 1)
                .SelectMany(step => step == 0 ? [own] : (double[])[own + (step * Apart), own - (step * Apart)])
                .Where(x => x == own || (x >= scale.Left + (Mark / 2) && x <= scale.Right - (Mark / 2)))
                .SelectMany(x => Enumerable.Range(0, Rows).Select(step => (X: x, Row: (rows[place] + step) % Rows)))
                .FirstOrDefault(free => !Enumerable.Range(0, place).Any(before => rows[before] == free.Row && Math.Abs(drawn[before] - free.X) < Apart - 1), (X: own, Row: rows[place]));
        }

        return drawn;
    }

    // The farther the stop, the stronger the impact of what is named; from one year on, everything is.
    private static bool IsNamed(TimelineLifeEvent lifeEvent, TimelineStop stop) => stop switch
    {
        TimelineStop.Course => lifeEvent.Impact is Impact.HelpedALot or Impact.WeighedALot or Impact.Both,
        TimelineStop.Years => lifeEvent.Impact is not (Impact.Neither or Impact.NotAsked),
        _ => true,
    };
}
