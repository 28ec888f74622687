using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>The periods of follow-up: a band each, with its title where there is room; those that overlap share the height.</summary>
internal static class PeriodLane
{
    private const double Narrowest = 6;

    // Titles are bold: their letters are a little wider than those that a label is measured by.
    private const double BoldShare = 0.9;

    public static IReadOnlyList<DrawnSpan> Draw(TimelineLook look)
    {
        TimelineEpisode[] episodes = [.. look.Timeline.Episodes.Where(episode => look.Shows(episode.First, episode.Last))];
        double[] starts = [.. episodes.Select(episode => look.Scale.X(episode.First))];
        double[] ends = [.. episodes.Select((episode, index) => Math.Max(look.Scale.X(episode.Last.AddDays(1)), starts[index] + Narrowest))];
        int[] rows = LaneRows.Pack(starts, ends, 2);
        return [.. episodes.Select((episode, index) =>
        {
            bool shared = Enumerable.Range(0, episodes.Length).Any(other => other != index && starts[other] < ends[index] && ends[other] > starts[index]);
            int? follower = Enumerable.Range(index + 1, episodes.Length - index - 1).Select(other => (int?)other).FirstOrDefault(other => !shared || rows[other!.Value] == rows[index]);

            // A title may run on into the silence after its period, up to the next one.
            double next = follower is { } following ? starts[following] : look.Scale.Middle(look.Timeline.Today);
            return new DrawnSpan(TimelineItem.Period(episode.Episode.Id), starts[index], ends[index], Sentence(episode, look.Wording))
            {
                Label = Label(episode, look.Stop, (Math.Max(follower is null ? ends[index] : starts[index], next) - starts[index] - (2 * Narrowest)) * BoldShare),
                Row = shared ? rows[index] : 0,
                Rows = shared ? 2 : 1,
            };
        })];
    }

    // At one year the aim stands behind the title, where both have room; from nearer a band is rarely seen whole, and its title must stay.
    private static string? Label(TimelineEpisode episode, TimelineStop stop, double room)
    {
        string? title = episode.Episode.Title;
        string? both = stop == TimelineStop.Year && title is not null && episode.Episode.Aim is { } aim ? $"{title} · {aim}" : null;
        return TimelineLabels.FitWhole(both, room) ?? TimelineLabels.Fit(title, room);
    }

    /// <summary>A period as a sentence.</summary>
    public static string Sentence(TimelineEpisode episode, Wording wording)
    {
        string title = episode.Episode.Title ?? wording["Timeline.Period.Untitled"];
        return wording["Timeline.Period.Sentence", title, wording.Date(episode.First), wording.Date(episode.Last), wording.Count(episode.Visits, "Count.Visits")];
    }
}
