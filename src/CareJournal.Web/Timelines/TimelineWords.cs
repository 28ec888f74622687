using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>All items of a timeline as sentences; the same ones that the picture says aloud.</summary>
public static class TimelineWords
{
    /// <summary>Every item with its day, its name in links and its sentence.</summary>
    public static IEnumerable<(DateOnly Day, string Key, string Sentence)> Of(PatientTimeline timeline, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(wording);
        foreach (TimelineEpisode episode in timeline.Episodes)
        {
            yield return (episode.First, TimelineItem.Period(episode.Episode.Id), PeriodLane.Sentence(episode, wording));
        }

        foreach (TimelineVisit visit in timeline.Held.Concat(timeline.NotHeld).Concat(timeline.Planned))
        {
            yield return (visit.HeldOn, TimelineItem.Visit(visit.Id), VisitLane.Sentence(visit, wording));
        }

        foreach (TimelineGap gap in timeline.Gaps)
        {
            yield return (gap.From, TimelineItem.Gap(gap.From), GapLane.Sentence(gap, timeline, wording));
        }

        foreach (var flareUp in timeline.FlareUps)
        {
            yield return (flareUp.Start.Middle, TimelineItem.FlareUp(flareUp.Id), wording.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain));
        }

        foreach (var lifeEvent in timeline.LifeEvents)
        {
            yield return (lifeEvent.Start.Middle, TimelineItem.LifeEvent(lifeEvent.Id), wording.LifeEvent(lifeEvent));
        }
    }
}
