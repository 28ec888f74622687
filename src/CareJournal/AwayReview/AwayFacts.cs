using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;

namespace CareJournal.AwayReview;

/// <summary>The facts of one person that the review of follow-ups needs.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="HeldOn">Days of held visits, oldest first; two on one day are listed twice.</param>
/// <param name="Course">The visits as a course in time.</param>
/// <param name="Steps">The next steps, oldest first.</param>
public sealed record AwayFacts(Guid PatientId, IReadOnlyList<DateOnly> HeldOn, VisitCourse Course, IReadOnlyList<NextStepFact> Steps)
{
    /// <summary>Whether the follow-up was closed or the person has died.</summary>
    public bool Closed { get; init; }

    /// <summary>The way in which the follow-up was closed, if it was.</summary>
    public PatientClosing? Closing { get; init; }

    /// <summary>The day on which the follow-up was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day of death; the person then leaves every list and message at once.</summary>
    public DateOnly? DeceasedOn { get; init; }

    /// <summary>Whether the person agreed to being asked for news.</summary>
    public CheckInConsent CheckIn { get; init; }

    /// <summary>Days of planned visits, oldest first.</summary>
    public IReadOnlyList<DateOnly> Planned { get; init; } = [];

    /// <summary>The day before which visits raise no question.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>The last day on which a reason for the rhythm was recorded.</summary>
    public DateOnly? LastReview { get; init; }

    /// <summary>The decisions taken in the review.</summary>
    public IReadOnlyList<AwayDecision> Decisions { get; init; } = [];

    /// <summary>
    /// Converts a timeline: enough for the state of the follow-up and for a series. Whether news may be asked for and what was decided in the review
    /// are not part of a timeline, so the lists cannot be judged by it.
    /// </summary>
    internal static AwayFacts Of(PatientTimeline timeline) =>
        new(timeline.Patient.Id, [.. timeline.Held.Select(visit => visit.HeldOn)], timeline.Course, [.. timeline.Steps.Select(step => new NextStepFact(step.Agreement, step.Kind, step.ReviewOn, step.HasReason, step.DecidedBy))])
        {
            Closed = timeline.Patient.Closing is not null || timeline.Patient.DeceasedOn is not null,
            Closing = timeline.Patient.Closing,
            ClosedOn = timeline.Patient.ClosedOn,
            DeceasedOn = timeline.Patient.DeceasedOn,
            Planned = [.. timeline.Planned.Select(visit => visit.HeldOn)],
            AskedFrom = timeline.Patient.AskedFrom,
            LastReview = timeline.Reviews.LastOrDefault(review => review.JustifiesRhythm is not null)?.TakenOn,
        };

    /// <summary>Returns the facts as they were recorded up to a day, that day included. What was planned at that time is no longer known.</summary>
    /// <param name="day">The day.</param>
    /// <param name="threshold">The practice's threshold of a gap, in days.</param>
    public AwayFacts AsOf(DateOnly day, int threshold)
    {
        DateOnly[] heldOn = [.. HeldOn.Where(held => held <= day)];
        NextStepFact[] steps = [.. Steps.Where(step => step.Agreement.SaidOn <= day)];
        return this with
        {
            HeldOn = heldOn,
            Steps = steps,
            Course = VisitCourse.Create(heldOn, steps.Select(step => step.Agreement), threshold),
            Closed = ClosedOn <= day || DeceasedOn <= day,
            Planned = [],
            LastReview = LastReview <= day ? LastReview : null,
            Decisions = [.. Decisions.Where(decision => decision.DecidedOn < day)],
        };
    }

    /// <summary>The day of the last held visit.</summary>
    public DateOnly? LastVisit => HeldOn.Count == 0 ? null : HeldOn[^1];

    /// <summary>Returns the next step that is in force on a day.</summary>
    public NextStepFact? StepOn(DateOnly day) => Course.InForceOn(day, Steps, step => step.Agreement);

    /// <summary>Returns the last day on which a return could have been observed: the earliest of today, closing and death.</summary>
    public DateOnly SeenUntil(DateOnly today) => new[] { today, ClosedOn ?? today, DeceasedOn ?? today }.Min();
}

/// <summary>The part of a next step that the review needs.</summary>
/// <param name="Agreement">The agreement that the rules of time use.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="ReviewOn">When to talk about it again.</param>
/// <param name="HasReason">Whether a reason was given.</param>
/// <param name="DecidedBy">Who decided.</param>
public sealed record NextStepFact(Agreement Agreement, NextStepKind Kind, DateOnly? ReviewOn, bool HasReason, DecidedBy DecidedBy);
