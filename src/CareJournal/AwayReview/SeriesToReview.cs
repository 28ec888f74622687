using CareJournal.Dates;
using CareJournal.NextSteps;

namespace CareJournal.AwayReview;

/// <summary>
/// The opposite failing of silence, shown just as plainly: a long series of sessions without a stated reason.
/// A question to the practitioner, never a verdict on the person.
/// </summary>
/// <param name="Sessions">Held visits of the present run since stock was last taken.</param>
/// <param name="Since">When stock was last taken, or the first counted visit when it never was.</param>
/// <param name="Reviewed">Whether stock was ever taken.</param>
/// <param name="Due">Whether it is time to take stock.</param>
public sealed record SeriesToReview(int Sessions, DateOnly Since, bool Reviewed, bool Due)
{
    private const int Many = 10;
    private const int Several = 3;
    private const int LongDays = 180;

    /// <summary>
    /// Counts the present run: due at 10 sessions, or at 3 when 180 days have passed; only while the person has come within the
    /// threshold; quiet while "every n days" stands with a reason and a date to talk about it again that lies ahead.
    /// </summary>
    public static SeriesToReview? Of(AwayFacts facts, NextStepFact? step, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Course.Latest is not { } rhythm || today.DayNumber - rhythm.At.DayNumber > rhythm.GapThreshold)
        {
            return null;
        }

        DateOnly runStart = facts.Course.Groups[^1].First;
        DateOnly from = facts.AskedFrom > runStart ? facts.AskedFrom.Value : runStart;
        DateOnly[] counted = [.. facts.HeldOn.Where(day => day >= from && !(day <= facts.LastReview))];
        if (counted.Length == 0)
        {
            return null;
        }

        DateOnly since = facts.LastReview ?? runStart;
        bool due = counted.Length >= Many || (counted.Length >= Several && today.DayNumber - since.DayNumber >= LongDays);
        bool intended = step is { Kind: NextStepKind.Every, HasReason: true } && step.ReviewOn > today;
        return new SeriesToReview(counted.Length, facts.LastReview ?? counted[0], facts.LastReview is not null, due && !intended);
    }
}
