namespace CareJournal.Timelines;

/// <summary>Something to be read in the course of a follow-up, at its place in time.</summary>
/// <param name="Day">The day by which it is sorted: the middle of a vague date.</param>
/// <param name="From">The first day on which it was, or may have been.</param>
/// <param name="To">The last one, included.</param>
public abstract record ReadingItem(DateOnly Day, DateOnly From, DateOnly To)
{
    /// <summary>What is read in it: what was reported of a gap, the facts of the day of a visit; oldest first.</summary>
    public IReadOnlyList<ReadingItem> Inside { get; init; } = [];

    /// <summary>A period of follow-up begins that has a title or an aim; of another one there is nothing to read.</summary>
    /// <param name="Episode">The period.</param>
    public sealed record OfPeriod(TimelineEpisode Episode) : ReadingItem(Episode.First, Episode.First, Episode.First);

    /// <summary>A visit, held or not.</summary>
    /// <param name="Visit">The visit.</param>
    public sealed record OfVisit(TimelineVisit Visit) : ReadingItem(Visit.HeldOn, Visit.HeldOn, Visit.HeldOn);

    /// <summary>A gap, with what was reported of the time in it.</summary>
    /// <param name="Gap">The gap.</param>
    /// <param name="End">The visit that ended it, or today.</param>
    public sealed record OfGap(TimelineGap Gap, DateOnly End) : ReadingItem(Gap.From, Gap.From, End);

    /// <summary>A flare-up.</summary>
    /// <param name="FlareUp">The flare-up.</param>
    /// <param name="End">The last day on which it may have gone on.</param>
    public sealed record OfFlareUp(TimelineFlareUp FlareUp, DateOnly End) : ReadingItem(FlareUp.Start.Middle, FlareUp.Start.Earliest, End);

    /// <summary>A life event.</summary>
    /// <param name="LifeEvent">The life event.</param>
    public sealed record OfLifeEvent(TimelineLifeEvent LifeEvent)
        : ReadingItem(LifeEvent.Start.Middle, LifeEvent.Start.Earliest, (LifeEvent.End ?? LifeEvent.Start).Latest);

    /// <summary>A fact that is in no lane: a goal, a tool, a review, news, a word.</summary>
    /// <param name="Fact">The fact.</param>
    public sealed record OfFact(TimelineFact Fact) : ReadingItem(Fact.On, Fact.On, Fact.On);

    /// <summary>
    /// Returns a follow-up as it is read, oldest first: the story runs as it happened, so that what was agreed is read before what came of it. On one day a
    /// period begins first, then what happened in life, then flare-ups, visits and facts, and a gap follows the visit after which it began. What lies in a gap is inside it, and the facts of a day are inside its first held visit.
    /// </summary>
    public static IReadOnlyList<ReadingItem> Of(PatientTimeline timeline)
    {
        ReadingItem[] others = InOrder(
        [
            .. timeline.LifeEvents.Select(lifeEvent => new OfLifeEvent(lifeEvent)),
            .. timeline.FlareUps.Select(flareUp => new OfFlareUp(flareUp, flareUp.End?.Latest ?? Later(flareUp.Start.Latest, timeline.Today))),
            .. timeline.NotHeld.Select(visit => new OfVisit(visit)),
            .. timeline.Facts.Select(fact => new OfFact(fact)),
        ]);
        ReadingItem[] around =
        [
            .. timeline.Held.DistinctBy(visit => visit.HeldOn).Select(visit => new OfVisit(visit) { Inside = [.. others.Where(item => item is OfFact && item.Day == visit.HeldOn)] }),
            .. timeline.Gaps.Select(gap => new OfGap(gap, gap.To ?? timeline.Today) { Inside = [.. others.Where(item => IsIn(gap, item))] }),
        ];
        HashSet<ReadingItem> inside = new(around.SelectMany(item => item.Inside), ReferenceEqualityComparer.Instance);
        HashSet<TimelineVisit> first = [.. around.OfType<OfVisit>().Select(item => item.Visit)];
        return InOrder(
        [
            .. timeline.Episodes.Where(episode => episode.Episode is not { Title: null, Aim: null }).Select(episode => new OfPeriod(episode)),
            .. others.Where(item => !inside.Contains(item)),
            .. around,
            .. timeline.Held.Where(visit => !first.Contains(visit)).Concat(timeline.Planned).Select(visit => new OfVisit(visit)),
        ]);
    }

    private static bool IsIn(TimelineGap gap, ReadingItem item) => item.Day > gap.From && !(item.Day >= gap.To);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    // A stable sort: what stands in one place keeps the order of the timeline.
    private static ReadingItem[] InOrder(ReadingItem[] items) => [.. items.OrderBy(item => item.Day).ThenBy(Rank)];

    private static int Rank(ReadingItem item) => item switch
    {
        OfPeriod => 0,
        OfLifeEvent => 1,
        OfFlareUp => 2,
        OfVisit => 3,
        OfFact => 4,
        _ => 5,
    };
}
