using CareJournal.NextSteps;
using CareJournal.Timelines;

namespace CareJournal.AwayReview;

/// <summary>
/// Decides whether a rhythm is intended: agreed with a reason and with a later day on which to talk about it again. The same rhythm said again does not end that; only a
/// different next step does. Pure.
/// </summary>
public static class IntendedRhythm
{
    /// <summary>Returns the day until which the rhythm in force on a day is intended; <c>null</c> if it is not.</summary>
    /// <param name="facts">The person's facts.</param>
    /// <param name="day">The day.</param>
    public static DateOnly? Until(AwayFacts facts, DateOnly day) =>
        facts.StepOn(day) is not { Kind: NextStepKind.Every, Agreement.EveryDays: var days } ? null
        : facts.Steps.Where(step => step.Agreement.SaidOn <= day).Reverse()
            .TakeWhile(step => step.Kind == NextStepKind.Every && step.Agreement.EveryDays == days)
            .FirstOrDefault(step => step.HasReason && step.ReviewOn > day)?.ReviewOn;

    /// <summary>Returns the same for today, from a timeline.</summary>
    public static DateOnly? Until(PatientTimeline timeline) => Until(AwayFacts.Of(timeline), timeline.Today);
}
