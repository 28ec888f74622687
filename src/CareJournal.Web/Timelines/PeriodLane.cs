using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Draws the periods of follow-up: a band each, with its title where it fits; those that overlap share the height.</summary>
internal static class PeriodLane
{
    private const double Narrowest = 6;
    private const int MostRows = 4;
    private const int MostRowsWithWords = 2;

    // Titles are bold: their letters are a little wider than those by which a label is measured.
    private const double BoldShare = 0.9;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        TimelineEpisode[] episodes = [.. look.Timeline.Episodes.Where(episode => look.Shows(episode.First, episode.Last))];
        double[] starts = [.. episodes.Select(episode => look.Scale.X(episode.First))];
        double[] ends = [.. episodes.Select((episode, index) => Math.Max(look.Scale.X(episode.Last.AddDays(1)), starts[index] + Narrowest))];
        int[] rows = LaneRows.Pack(starts, ends, MostRows);
        int[] needed = LaneRows.Needed(starts, ends, rows);
        return [.. episodes.Select((episode, index) =>
        {
            bool shared = needed[index] > 1;
            int? follower = Enumerable.Range(index + 1, episodes.Length - index - 1).Select(other => (int?)other).FirstOrDefault(other => !shared || rows[other!.Value] == rows[index]);

            // A title may run on past the end of its period, up to the next one.
            double next = follower is { } following ? starts[following] : look.Scale.Middle(look.Timeline.Today);
            return new DrawnSpan(TimelineItem.Period(episode.Episode.Id), starts[index], ends[index], Sentence(episode, look.Words))
            {
                Label = needed[index] > MostRowsWithWords ? null : Label(episode, look.Stop, (Math.Max(follower is null ? ends[index] : starts[index], next) - starts[index] - (2 * Narrowest)) * BoldShare),
                Row = rows[index],
                Rows = needed[index],
            };
        })];
    }

    // At one year the aim follows the title, where both fit; at nearer stops a band is rarely seen whole, and its title must stay.
    private static string? Label(TimelineEpisode episode, TimelineStop stop, double width)
    {
        string? title = episode.Episode.Title;
        string? both = stop == TimelineStop.Year && title is not null && episode.Episode.Aim is { } aim ? $"{title} · {aim}" : null;
        return TimelineLabels.FitWhole(both, width) ?? TimelineLabels.Fit(title, width);
    }

    /// <summary>Returns a period as a sentence.</summary>
    public static string Sentence(TimelineEpisode episode, Words words)
    {
        string title = episode.Episode.Title ?? words["Timeline.Period.Untitled"];
        return words["Timeline.Period.Sentence", title, words.Date(episode.First), words.Date(episode.Last), words.Count(episode.Visits, "Count.Visits")];
    }
}
