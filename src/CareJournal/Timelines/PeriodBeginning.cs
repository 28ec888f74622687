using CareJournal.Episodes;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>Says beforehand which period a session will join, as the recorder of sessions does it. Pure.</summary>
public static class PeriodBeginning
{
    /// <summary>Returns the period that a session on a day will join; <c>null</c> where a new one begins with it.</summary>
    /// <param name="timeline">The whole follow-up, later sessions included.</param>
    /// <param name="day">The session's day.</param>
    /// <param name="visitId">The session, in case it is planned or held already.</param>
    /// <param name="choice">What the practitioner chose.</param>
    public static RecordedEpisode? Joined(PatientTimeline timeline, DateOnly day, Guid visitId, EpisodeChoice choice)
    {
        TimelineVisit[] others = [.. timeline.Held.Where(visit => visit.Id != visitId)];
        VisitCourse course = VisitCourse.Create(others.Select(visit => visit.HeldOn).Append(day), timeline.Steps.Select(step => step.Agreement), timeline.GapThreshold);
        Guid? joined = EpisodeJoining.Choose(choice, day, course, others.Select(visit => (visit.HeldOn, visit.EpisodeId)));
        RecordedEpisode? episode = timeline.Rows.Episodes.FirstOrDefault(found => found.Id == joined);
        return episode?.ClosedOn < day && choice != EpisodeChoice.ContinueLast ? null : episode;
    }
}
