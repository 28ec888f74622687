using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The keys in links of what is read, and its sentences: those of the drawing and of the list. Pure.</summary>
public static class ReadingKeys
{
    /// <summary>Returns the key of an item.</summary>
    public static string Of(ReadingItem item) => item switch
    {
        ReadingItem.OfPeriod { Episode: var episode } => TimelineItem.Period(episode.Episode.Id),
        ReadingItem.OfVisit { Visit: var visit } => TimelineItem.Visit(visit.Id),
        ReadingItem.OfGap { Gap: var gap } => TimelineItem.Gap(gap.From),
        ReadingItem.OfFlareUp { FlareUp: var flareUp } => TimelineItem.FlareUp(flareUp.Id),
        ReadingItem.OfLifeEvent { LifeEvent: var lifeEvent } => TimelineItem.LifeEvent(lifeEvent.Id),
        ReadingItem.OfFact { Fact: var fact } => TimelineItem.Fact(fact.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "An item without a key."),
    };

    /// <summary>Whether an item, or something inside it, has a key.</summary>
    public static bool Has(ReadingItem item, string key) => Of(item) == key || item.Inside.Any(inner => Of(inner) == key);

    /// <summary>Returns the short name that stands before what is read: the day of a visit or a fact, the length of a gap, else what it is.</summary>
    public static string Name(ReadingItem item, PatientTimeline timeline, Words words) => item switch
    {
        ReadingItem.OfPeriod => words.Of(TimelineItemKind.Period),
        ReadingItem.OfGap { Gap: var gap } => words.Duration(gap.From, gap.To ?? timeline.Today),
        ReadingItem.OfFlareUp => words.Of(TimelineItemKind.FlareUp),
        ReadingItem.OfLifeEvent { LifeEvent: var lifeEvent } => words.Of(lifeEvent.Kind),
        _ => words.Date(item.Day),
    };

    /// <summary>Returns an item as a sentence.</summary>
    public static string Sentence(ReadingItem item, PatientTimeline timeline, Words words) => item switch
    {
        ReadingItem.OfPeriod { Episode: var episode } => PeriodLane.Sentence(episode, words),
        ReadingItem.OfVisit { Visit: var visit } => VisitLane.Sentence(visit, words),
        ReadingItem.OfGap { Gap: var gap } => GapLane.Sentence(gap, timeline, words),
        ReadingItem.OfFlareUp { FlareUp: var flareUp } => words.FlareUp(flareUp.Start, flareUp.End, flareUp.Origin, flareUp.PeakPain),
        ReadingItem.OfLifeEvent { LifeEvent: var lifeEvent } => words.LifeEvent(lifeEvent.Kind, lifeEvent.Start, lifeEvent.End),
        ReadingItem.OfFact { Fact: var fact } => FactWords.Of(fact, words),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "An item without a sentence."),
    };
}
