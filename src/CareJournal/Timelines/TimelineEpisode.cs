namespace CareJournal.Timelines;

/// <summary>A period of follow-up with its first and last visit.</summary>
/// <param name="Episode">What is recorded of it.</param>
/// <param name="First">Its first held visit.</param>
/// <param name="Last">Its last held visit.</param>
/// <param name="Visits">The number of its held visits.</param>
/// <param name="OnHold">Whether it is neither closed nor under way: there is a gap after its last visit.</param>
public sealed record TimelineEpisode(RecordedEpisode Episode, DateOnly First, DateOnly Last, int Visits, bool OnHold)
{
    /// <summary>Finds the periods that have a held visit, oldest first.</summary>
    public static IReadOnlyList<TimelineEpisode> Find(
        IReadOnlyList<RecordedEpisode> episodes, IReadOnlyList<TimelineVisit> held, VisitCourse course, DateOnly today)
    {
        ILookup<Guid, TimelineVisit> visits = held.Where(visit => visit.EpisodeId is not null).ToLookup(visit => visit.EpisodeId!.Value);
        return [.. episodes
            .Where(episode => visits.Contains(episode.Id))
            .Select(episode =>
            {
                DateOnly first = visits[episode.Id].Min(visit => visit.HeldOn);
                DateOnly last = visits[episode.Id].Max(visit => visit.HeldOn);
                return new TimelineEpisode(episode, first, last, visits[episode.Id].Count(), episode.ClosedOn is null && GapAfter(course, last, today));
            })
            .OrderBy(episode => episode.First)
            .ThenBy(episode => episode.Episode.Id)];
    }

    private static bool GapAfter(VisitCourse course, DateOnly last, DateOnly today) =>
        course.Intervals.FirstOrDefault(interval => interval.From == last) is { } next
            ? next.Class == IntervalClass.Gap
            : course.RunningGap(today) is not null;
}
