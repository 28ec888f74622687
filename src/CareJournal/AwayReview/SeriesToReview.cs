using CareJournal.NextSteps;

namespace CareJournal.AwayReview;

/// <summary>
/// A long series of sessions without a stated reason: the opposite failing of silence, shown just as plainly.
/// A question to the practitioner, never a verdict on the person.
/// </summary>
/// <param name="Sessions">The number of held visits of the present run since stock was last taken.</param>
/// <param name="Since">When stock was last taken, or the first counted visit when it never was.</param>
/// <param name="Reviewed">Whether stock was ever taken.</param>
/// <param name="Due">Whether it is time to take stock.</param>
public sealed record SeriesToReview(int Sessions, DateOnly Since, bool Reviewed, bool Due)
{
    private const int Many = 10;
    private const int Several = 3;
    private const int LongDays = 180;

    /// <summary>
    /// Counts the present run: due at 10 sessions, or at 3 when 180 days have passed; only while the last visit is within the
    /// threshold; not due while the rhythm is intended (<see cref="IntendedRhythm"/>).
    /// </summary>
    public static SeriesToReview? Of(AwayFacts facts, DateOnly today)
    {
        if (facts.Course.Latest is not { } rhythm || facts.Course.RunningGap(today) is not null)
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
        return new SeriesToReview(counted.Length, facts.LastReview ?? counted[0], facts.LastReview is not null, due && IntendedRhythm.Until(facts, today) is null);
    }

    /// <summary>Returns the day from which three sessions suffice for a series, since so long has passed; <c>null</c> for somebody without a visit.</summary>
    internal static DateOnly? LongFrom(AwayFacts facts) =>
        facts.Course.Groups is [.., var run] ? (facts.LastReview ?? run.First).AddDays(LongDays) : null;
}
