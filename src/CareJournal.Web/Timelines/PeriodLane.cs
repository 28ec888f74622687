using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Draws the periods of follow-up: a band each, with its title in it or after it where it fits; those that overlap share the height.</summary>
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

            double next = Math.Min(follower is { } following ? starts[following] : look.Scale.Middle(look.Timeline.Today), look.Scale.Right);
            (string? label, bool isInside) = needed[index] > MostRowsWithWords ? (null, true) : Label(episode, look.Stop, Room(starts[index], ends[index]), Room(ends[index], next));
            return new DrawnSpan(TimelineItem.Period(episode.Episode.Id), starts[index], ends[index], Sentence(episode, look.Words))
            {
                Label = label,
                LabelAt = isInside ? starts[index] : ends[index],
                Row = rows[index],
                Rows = needed[index],
            };
        })];
    }

    private static double Room(double from, double to) => (to - from - (2 * Narrowest)) * BoldShare;

    // The end of a band never cuts its title: that stands inside where it fits whole, else after it, up to the next band or today; shortened by whole words where there is more room for it.
    // At one year the aim follows the title, where both fit; at nearer stops a band is rarely seen whole, and its title must stay.
    private static (string? Label, bool IsInside) Label(TimelineEpisode episode, TimelineStop stop, double inside, double after)
    {
        string? title = episode.Episode.Title;
        string? both = stop == TimelineStop.Year && title is not null && episode.Episode.Aim is { } aim ? $"{title} · {aim}" : null;
        bool isInside = TimelineLabels.FitWhole(title, inside) is not null || (TimelineLabels.FitWhole(title, after) is null && inside >= after);
        double width = isInside ? inside : after;
        return (TimelineLabels.FitWhole(both, width) ?? TimelineLabels.FitWords(title, width), isInside);
    }

    /// <summary>Returns a period as a sentence.</summary>
    public static string Sentence(TimelineEpisode episode, Words words)
    {
        string title = episode.Episode.Title ?? words["Timeline.Period.Untitled"];
        return words["Timeline.Period.Sentence", title, words.Date(episode.First), words.Date(episode.Last), words.Count(episode.Visits, "Count.Visits")];
    }
}
