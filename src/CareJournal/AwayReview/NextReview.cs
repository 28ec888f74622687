using CareJournal.Decisions;

namespace CareJournal.AwayReview;

/// <summary>
/// Computes when the next review is useful: the earliest day on which somebody comes onto a list, if nothing more is recorded until then. Only the days on
/// which a judgement can change are judged, so that thousands of people take no longer than a page may. Pure.
/// </summary>
public static class NextReview
{
    private static readonly AwayList[] Tasks = [AwayList.Late, AwayList.Undecided, AwayList.TakeStock];

    /// <summary>Returns the earliest day after today on which somebody is on a list to be emptied that they are not on today; <c>null</c> if there is none.</summary>
    /// <param name="everybody">The facts of everybody.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="open">The practice's open days.</param>
    public static DateOnly? DayOf(IEnumerable<AwayFacts> everybody, DateOnly today, OpenDays open)
    {
        DateOnly? earliest = null;
        foreach (AwayFacts facts in everybody)
        {
            earliest = DayOf(facts, today, open, earliest) ?? earliest;
        }

        return earliest;
    }

    private static DateOnly? DayOf(AwayFacts facts, DateOnly today, OpenDays open, DateOnly? before)
    {
        if (facts.Closed || facts.LastVisit is not { } last)
        {
            return null;
        }

        HashSet<AwayList> now = [.. AwayJudgement.Judge(facts, today, open).Lists];
        return Changes(facts, last, open)
            .Where(day => day > today && (before is null || day < before))
            .Order()
            .Select(day => (DateOnly?)day)
            .FirstOrDefault(day => AwayJudgement.Judge(facts, day!.Value, open).Lists.Any(list => Tasks.Contains(list) && !now.Contains(list)));
    }

    // Each first day of something else: an appointment is over, a silence becomes a gap, a date has passed, a series is long, a decision has ended.
    private static IEnumerable<DateOnly> Changes(AwayFacts facts, DateOnly last, OpenDays open)
    {
        IEnumerable<DateOnly?> days =
        [
            .. facts.Planned.Select(day => After(day, 1)),
            .. facts.HeldOn.Select(day => (DateOnly?)day),
            After(last, facts.Course.Latest!.GapThreshold + 1),
            SeriesToReview.LongFrom(facts),
            .. facts.Steps.SelectMany(step => new[] { step.Agreement.SaidOn, step.ReviewOn, Lateness.FirstDay(step.Agreement, last, open) }),
            .. facts.Decisions.Select(decision => decision.ShownFrom),
        ];
        return days.OfType<DateOnly>();
    }

    private static DateOnly? After(DateOnly day, int days) => day.DayNumber + days <= DateOnly.MaxValue.DayNumber ? day.AddDays(days) : null;
}
