using CareJournal.Visits;

namespace CareJournal.Episodes;

/// <summary>
/// Decides which period a held visit joins: its earlier neighbour's if there is no gap between, else its later neighbour's if there is no gap
/// between, else none, so that a new one opens. Pure.
/// </summary>
public static class EpisodeJoining
{
    /// <summary>Finds the period that the practitioner's choice leads to; <c>null</c> opens a new one.</summary>
    /// <inheritdoc cref="Find"/>
    public static Guid? Choose(EpisodeChoice choice, DateOnly day, VisitCourse course, IEnumerable<(DateOnly HeldOn, Guid? EpisodeId)> others) => choice switch
    {
        EpisodeChoice.OpenNew => null,
        EpisodeChoice.ContinueLast => others.Where(other => other.HeldOn <= day).Select(other => ((DateOnly HeldOn, Guid? EpisodeId)?)other).MaxBy(other => other?.HeldOn)?.EpisodeId,
        _ => Find(day, course, others),
    };

    /// <summary>Finds the period to join; <c>null</c> opens a new one.</summary>
    /// <param name="day">The visit's day.</param>
    /// <param name="course">The person's course with this visit's day in it.</param>
    /// <param name="others">The other held visits: their day and period.</param>
    public static Guid? Find(DateOnly day, VisitCourse course, IEnumerable<(DateOnly HeldOn, Guid? EpisodeId)> others)
    {
        ILookup<DateOnly, Guid?> episodes = others.Where(visit => visit.EpisodeId is not null).ToLookup(visit => visit.HeldOn, visit => visit.EpisodeId);
        VisitInterval? before = course.Intervals.LastOrDefault(interval => interval.To == day);
        VisitInterval? after = course.Intervals.FirstOrDefault(interval => interval.From == day);
        return episodes[day].FirstOrDefault()
            ?? (before is { Class: not IntervalClass.Gap } ? episodes[before.From].FirstOrDefault() : null)
            ?? (after is { Class: not IntervalClass.Gap } ? episodes[after.To].FirstOrDefault() : null);
    }
}
