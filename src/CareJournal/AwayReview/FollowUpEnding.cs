using CareJournal.NextSteps;
using CareJournal.Patients;

namespace CareJournal.AwayReview;

/// <summary>How and when a follow-up ended: by a closing, by a next step of a session, or with the person's death. Pure.</summary>
/// <param name="Closing">The way in which it was ended; <c>null</c> when it was not ended but the person has died.</param>
/// <param name="On">The day.</param>
public sealed record FollowUpEnding(PatientClosing? Closing, DateOnly On)
{
    /// <summary>Returns the ending as it is known on a day; <c>null</c> while the follow-up goes on.</summary>
    public static FollowUpEnding? Of(AwayFacts facts, DateOnly day)
    {
        if (facts is { Closing: { } closing, ClosedOn: { } closedOn })
        {
            return new FollowUpEnding(closing, closedOn);
        }

        if (facts.DeceasedOn is { } died)
        {
            return new FollowUpEnding(null, died);
        }

        return facts.StepOn(day) is { } step && Of(step.Kind) is { } ended && !(facts.LastVisit > step.Agreement.SaidOn) ? new FollowUpEnding(ended, step.Agreement.SaidOn) : null;
    }

    /// <summary>Returns the way in which a next step ends a follow-up; <c>null</c> if it does not.</summary>
    public static PatientClosing? Of(NextStepKind kind) => kind switch
    {
        NextStepKind.EndedTogether => PatientClosing.ConcludedTogether,
        NextStepKind.HandedOver => PatientClosing.HandedOver,
        _ => null,
    };
}
