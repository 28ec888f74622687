namespace CareJournal.Timelines;

/// <summary>A place where the recorded periods and the grouping rule differ. It is offered, never done by itself: the practitioner may have wanted it so.</summary>
/// <param name="Kind">What could be done.</param>
/// <param name="EpisodeId">The period at which it is offered.</param>
/// <param name="VisitId">The visit at which to split it, or with which it begins.</param>
/// <param name="Interval">The interval that is the reason: a gap inside the period, or none between two periods.</param>
public sealed record PeriodOffer(PeriodOfferKind Kind, Guid EpisodeId, Guid VisitId, VisitInterval Interval)
{
    /// <summary>Finds all offers, oldest first. Pure.</summary>
    public static IReadOnlyList<PeriodOffer> Find(PatientTimeline timeline)
    {
        ILookup<DateOnly, TimelineVisit> visits = timeline.Held.ToLookup(visit => visit.HeldOn);
        List<PeriodOffer> offers = [];
        foreach (VisitInterval interval in timeline.Course.Intervals)
        {
            TimelineVisit before = visits[interval.From].Last();
            TimelineVisit after = visits[interval.To].First();
            bool same = before.EpisodeId == after.EpisodeId;
            if (after.EpisodeId is { } episode && before.EpisodeId is not null && same == (interval.Class == IntervalClass.Gap))
            {
                offers.Add(new PeriodOffer(same ? PeriodOfferKind.Part : PeriodOfferKind.Merge, episode, after.Id, interval));
            }
        }

        return offers;
    }
}

/// <summary>The changes that can be offered for a period.</summary>
public enum PeriodOfferKind
{
    /// <summary>There is a gap inside the period: it could be split at the return.</summary>
    Part,

    /// <summary>There is no gap between the period and the one before: they could be one.</summary>
    Merge,
}
