using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Timelines;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>All items of a timeline as sentences: the same ones that the picture says aloud, the list and the table hold, and paper prints.</summary>
public static class TimelineWords
{
    /// <summary>Every item with its day, its name in links and its sentence, in no order.</summary>
    public static IEnumerable<TimelineSentence> Of(PatientTimeline timeline, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(wording);
        foreach (TimelineEpisode episode in timeline.Episodes)
        {
            yield return new TimelineSentence(TimelineItemKind.Period, episode.First, TimelineItem.Period(episode.Episode.Id), PeriodLane.Sentence(episode, wording));
        }

        foreach (TimelineVisit visit in timeline.Held.Concat(timeline.NotHeld).Concat(timeline.Planned))
        {
            yield return new TimelineSentence(TimelineItemKind.Visit, visit.HeldOn, TimelineItem.Visit(visit.Id), VisitLane.Sentence(visit, wording));
        }

        foreach (TimelineGap gap in timeline.Gaps)
        {
            yield return new TimelineSentence(TimelineItemKind.Gap, gap.From, TimelineItem.Gap(gap.From), GapLane.Sentence(gap, timeline, wording));
        }

        foreach (FlareUp flareUp in timeline.FlareUps)
        {
            yield return new TimelineSentence(
                TimelineItemKind.FlareUp, flareUp.Start.Middle, TimelineItem.FlareUp(flareUp.Id), wording.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain));
        }

        foreach (LifeEvent lifeEvent in timeline.LifeEvents)
        {
            yield return new TimelineSentence(TimelineItemKind.LifeEvent, lifeEvent.Start.Middle, TimelineItem.LifeEvent(lifeEvent.Id), wording.LifeEvent(lifeEvent));
        }
    }

    /// <summary>The sentences by year, the latest year first; in a year by period, and what belongs to none beside them.</summary>
    public static IReadOnlyList<TimelineYear> ByYear(PatientTimeline timeline, Wording wording)
    {
        TimelineSentence[] all = [.. Of(timeline, wording)];
        return [.. all
            .Where(sentence => sentence.Kind != TimelineItemKind.Period)
            .GroupBy(sentence => sentence.Day.Year)
            .OrderByDescending(year => year.Key)
            .Select(year => new TimelineYear(Wording.YearOf(new DateOnly(year.Key, 1, 1)), Summary([.. year], wording), Periods(timeline, [.. year], all)))];
    }

    /// <summary>What a follow-up or a year holds, in figures of its own and no comparison: « 5 séances, 1 pause, 2 poussées ».</summary>
    public static string Summary(IReadOnlyCollection<TimelineSentence> sentences, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        (TimelineItemKind Kind, string Count)[] counted = [(TimelineItemKind.Visit, "Count.Visits"), (TimelineItemKind.Gap, "Count.Pauses"), (TimelineItemKind.FlareUp, "Count.FlareUps"), (TimelineItemKind.LifeEvent, "Count.LifeEvents")];
        return string.Join(", ", counted
            .Select(kind => (kind.Count, Number: sentences.Count(sentence => sentence.Kind == kind.Kind)))
            .Where(kind => kind.Number > 0)
            .Select(kind => wording.Count(kind.Number, kind.Count)));
    }

    private static IReadOnlyList<TimelinePeriodWords> Periods(PatientTimeline timeline, TimelineSentence[] year, TimelineSentence[] all) =>
        [.. year
            .GroupBy(sentence => timeline.Episodes.LastOrDefault(episode => sentence.Day >= episode.First && sentence.Day <= episode.Last && sentence.Kind != TimelineItemKind.Gap)?.Episode.Id)
            .OrderByDescending(period => period.Max(sentence => sentence.Day))
            .Select(period => new TimelinePeriodWords(
                period.Key is { } id ? all.First(sentence => sentence.Key == TimelineItem.Period(id)) : null,
                [.. period.OrderByDescending(sentence => sentence.Day).ThenBy(sentence => sentence.Kind)]))];
}

/// <summary>One item in words.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Day">The day by which it is put in order: the middle of a vague date.</param>
/// <param name="Key">Its name in links.</param>
/// <param name="Sentence">What it is.</param>
public sealed record TimelineSentence(TimelineItemKind Kind, DateOnly Day, string Key, string Sentence);

/// <summary>A year in words.</summary>
/// <param name="Year">Its number.</param>
/// <param name="Summary">What it holds.</param>
/// <param name="Periods">Its items by period, the latest first.</param>
public sealed record TimelineYear(string Year, string Summary, IReadOnlyList<TimelinePeriodWords> Periods);

/// <summary>The items of one period within a year.</summary>
/// <param name="Period">The period; <c>null</c> for what lies outside of all.</param>
/// <param name="Items">Its items, the latest first.</param>
public sealed record TimelinePeriodWords(TimelineSentence? Period, IReadOnlyList<TimelineSentence> Items);
