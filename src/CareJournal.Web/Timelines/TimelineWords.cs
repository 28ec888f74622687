using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>Puts the items of a timeline into sentences: the same in the labels of the picture, the list, the table and on paper.</summary>
public static class TimelineWords
{
    /// <summary>Returns every item with its day, its key in links and its sentence, in no order.</summary>
    public static IEnumerable<TimelineSentence> Of(PatientTimeline timeline, Words words)
    {
        foreach (TimelineEpisode episode in timeline.Episodes)
        {
            yield return new TimelineSentence(TimelineItemKind.Period, FuzzyDate.OnDay(episode.First), TimelineItem.Period(episode.Episode.Id), PeriodLane.Sentence(episode, words));
        }

        foreach (TimelineVisit visit in timeline.Held.Concat(timeline.NotHeld).Concat(timeline.Planned))
        {
            yield return new TimelineSentence(TimelineItemKind.Visit, FuzzyDate.OnDay(visit.HeldOn), TimelineItem.Visit(visit.Id), VisitLane.Sentence(visit, words));
        }

        foreach (TimelineGap gap in timeline.Gaps)
        {
            yield return new TimelineSentence(TimelineItemKind.Gap, FuzzyDate.OnDay(gap.From), TimelineItem.Gap(gap.From), GapLane.Sentence(gap, timeline, words));
        }

        foreach (TimelineFlareUp flareUp in timeline.FlareUps)
        {
            yield return new TimelineSentence(
                TimelineItemKind.FlareUp, flareUp.Start, TimelineItem.FlareUp(flareUp.Id), words.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain));
        }

        foreach (TimelineLifeEvent lifeEvent in timeline.LifeEvents)
        {
            yield return new TimelineSentence(TimelineItemKind.LifeEvent, lifeEvent.Start, TimelineItem.LifeEvent(lifeEvent.Id), words.LifeEvent(lifeEvent));
        }
    }

    /// <summary>Returns the sentences by year, the latest year first; within a year by period, with what belongs to none beside them.</summary>
    public static IReadOnlyList<TimelineYear> ByYear(PatientTimeline timeline, Words words)
    {
        TimelineSentence[] all = [.. Of(timeline, words)];
        return [.. all
            .Where(sentence => sentence.Kind != TimelineItemKind.Period)
            .GroupBy(sentence => sentence.Day.Year)
            .OrderByDescending(year => year.Key)
            .Select(year => new TimelineYear(Words.YearOf(new DateOnly(year.Key, 1, 1)), Summary([.. year], words), Periods(timeline, [.. year], all)))];
    }

    /// <summary>Counts what a follow-up or a year contains, with no comparison: « 5 séances, 1 pause, 2 poussées ».</summary>
    public static string Summary(IReadOnlyCollection<TimelineSentence> sentences, Words words)
    {
        (TimelineItemKind Kind, string Count)[] counted = [(TimelineItemKind.Visit, "Count.Visits"), (TimelineItemKind.Gap, "Count.Pauses"), (TimelineItemKind.FlareUp, "Count.FlareUps"), (TimelineItemKind.LifeEvent, "Count.LifeEvents")];
        return string.Join(", ", counted
            .Select(kind => (kind.Count, Number: sentences.Count(sentence => sentence.Kind == kind.Kind)))
            .Where(kind => kind.Number > 0)
            .Select(kind => words.Count(kind.Number, kind.Count)));
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
/// <param name="Kind">The kind of item.</param>
/// <param name="When">When it was or began, as vaguely as it was reported.</param>
/// <param name="Key">Its key in links.</param>
/// <param name="Sentence">What it is, as a sentence.</param>
public sealed record TimelineSentence(TimelineItemKind Kind, FuzzyDate When, string Key, string Sentence)
{
    /// <summary>The day by which it is sorted: the middle of a vague date.</summary>
    public DateOnly Day => When.Middle;
}

/// <summary>A year in words.</summary>
/// <param name="Year">Its number.</param>
/// <param name="Summary">What it contains, in counts.</param>
/// <param name="Periods">Its items by period, the latest first.</param>
public sealed record TimelineYear(string Year, string Summary, IReadOnlyList<TimelinePeriodWords> Periods);

/// <summary>The items of one period within a year.</summary>
/// <param name="Period">The period; <c>null</c> for items outside every period.</param>
/// <param name="Items">Its items, the latest first.</param>
public sealed record TimelinePeriodWords(TimelineSentence? Period, IReadOnlyList<TimelineSentence> Items);
