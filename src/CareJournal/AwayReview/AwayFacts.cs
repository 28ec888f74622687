using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;

namespace CareJournal.AwayReview;

/// <summary>What the review of follow-ups needs to know of one person.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="HeldOn">Days of held visits, oldest first; two on one day stand twice.</param>
/// <param name="Course">The visits as time.</param>
/// <param name="Steps">What was said about the next time, oldest first.</param>
public sealed record AwayFacts(Guid PatientId, IReadOnlyList<DateOnly> HeldOn, VisitCourse Course, IReadOnlyList<NextStepFact> Steps)
{
    /// <summary>Whether the follow-up was closed or the person has died.</summary>
    public bool Closed { get; init; }

    /// <summary>How the follow-up was closed, if it was.</summary>
    public PatientClosing? Closing { get; init; }

    /// <summary>When it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Day of death; the person leaves every list and message at once.</summary>
    public DateOnly? DeceasedOn { get; init; }

    /// <summary>Whether the person agreed that one asks for news.</summary>
    public CheckInConsent CheckIn { get; init; }

    /// <summary>Days of planned visits, oldest first.</summary>
    public IReadOnlyList<DateOnly> Planned { get; init; } = [];

    /// <summary>Nothing is asked about visits before this day.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>The last day on which what justifies the rhythm was said.</summary>
    public DateOnly? LastReview { get; init; }

    /// <summary>Decisions of the review.</summary>
    public IReadOnlyList<AwayDecision> Decisions { get; init; } = [];

    /// <summary>The same person as they were recorded up to a day, that day included. What was planned then is not known any more.</summary>
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

    /// <summary>The last held visit.</summary>
    public DateOnly? LastVisit => HeldOn.Count == 0 ? null : HeldOn[^1];

    /// <summary>The last day on which a return could have been seen: the earliest of today, closing and death.</summary>
    public DateOnly SeenUntil(DateOnly today) => new[] { today, ClosedOn ?? today, DeceasedOn ?? today }.Min();
}

/// <summary>A next step as the review needs it.</summary>
/// <param name="Agreement">Its rule.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ReviewOn">When to talk about it again.</param>
/// <param name="HasReason">Whether a reason was given.</param>
/// <param name="DecidedBy">Who decided.</param>
public sealed record NextStepFact(Agreement Agreement, NextStepKind Kind, DateOnly? ReviewOn, bool HasReason, DecidedBy DecidedBy);
