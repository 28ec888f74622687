using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;

namespace CareJournal.AwayReview;

/// <summary>
/// One person as recorded, and the lists that the design puts them on: a second, plain implementation, one day at a time, that counts
/// everything again from the rows. It calls nothing of what it is compared with.
/// </summary>
internal sealed record RecordedPerson
{
    /// <summary>The days of the held visits, oldest first; two visits on one day are listed twice.</summary>
    public required IReadOnlyList<DateOnly> Held { get; init; }

    public required IReadOnlyList<NextStepFact> Said { get; init; }

    public required int Threshold { get; init; }

    public IReadOnlyList<DateOnly> Planned { get; init; } = [];

    /// <summary>The days of the reviews that record what justifies the rhythm.</summary>
    public IReadOnlyList<DateOnly> Justified { get; init; } = [];

    public IReadOnlyList<AwayDecision> Decisions { get; init; } = [];

    public IReadOnlyList<DateSpan> Closures { get; init; } = [];

    public DateOnly? AskedFrom { get; init; }

    /// <summary>Whether the follow-up is closed or the person deceased.</summary>
    public bool Closed { get; init; }

    // The same rhythm said again does not end what was intended.
    private bool IsIntended(NextStepFact? inForce, DateOnly today)
    {
        bool intended = false;
        foreach (NextStepFact step in Said.Where(step => step.Agreement.SaidOn <= today))
        {
            bool same = step.Kind == NextStepKind.Every && step.Agreement.EveryDays == inForce?.Agreement.EveryDays;
            intended = same && (intended || (step.HasReason && step.ReviewOn > today));
        }

        return intended && inForce?.Kind == NextStepKind.Every;
    }

    /// <summary>Returns the lists that the person is on, on a day.</summary>
    public IReadOnlySet<AwayList> ListsOn(DateOnly today)
    {
        DateOnly[] days = [.. Held.Distinct()];
        int[] thresholds = Thresholds(days);
        NextStepFact? inForce = InForce(today, days, thresholds);
        HashSet<AwayList> lists = [];
        bool concluded = inForce?.Kind is NextStepKind.HandedOver or NextStepKind.EndedTogether && !(days.LastOrDefault() > inForce.Agreement.SaidOn);
        if (Closed || concluded || days is not [.., var last] || last < AskedFrom)
        {
            return lists;
        }

        bool silent = today.DayNumber - last.DayNumber > thresholds[^1];
        bool agreed = inForce?.Kind == NextStepKind.Every || (inForce?.Kind == NextStepKind.BackBy && last <= inForce.Agreement.SaidOn);
        if (Planned.Any(day => day >= today))
        {
            // An appointment is planned: nothing is asked about the next time.
        }
        else if (agreed)
        {
            lists.UnionWith(Passed(inForce!.Agreement, last, today) ? [AwayList.Late] : []);
        }
        else if (silent)
        {
            lists.Add(inForce?.Kind == NextStepKind.DoorOpen ? AwayList.DoorOpen : AwayList.Undecided);
        }

        if (!silent && !IsIntended(inForce, today) && StockIsDue(days, thresholds, today))
        {
            lists.Add(AwayList.TakeStock);
        }

        lists.RemoveWhere(list => Decisions.Any(decision => decision.AwayList == list && decision.DecidedOn >= last && StillStands(decision, today)));
        return lists;
    }

    // T at each visit day, from the first: each needs only what precedes it.
    private int[] Thresholds(DateOnly[] days)
    {
        int[] thresholds = new int[days.Length];
        decimal?[] rhythms = new decimal?[days.Length];
        for (int at = 0; at < days.Length; at++)
        {
            NextStepFact? inForce = InForce(days[at], days, thresholds[..at]);
            List<int> own = [];
            for (int to = 1; to <= at; to++)
            {
                int length = days[to].DayNumber - days[to - 1].DayNumber;
                bool byDate = InForce(days[to - 1], days, thresholds[..at])?.Kind == NextStepKind.BackBy;
                if (length <= thresholds[to - 1] && !(byDate && length > (2 * rhythms[to - 1] ?? Threshold)))
                {
                    own.Add(length);
                }
            }

            int[] five = [.. own.TakeLast(5).Order()];
            rhythms[at] = inForce?.Kind == NextStepKind.Every ? inForce.Agreement.EveryDays : five.Length >= 3 ? (five[(five.Length - 1) / 2] + five[five.Length / 2]) / 2m : null;
            thresholds[at] = new[]
            {
                Threshold,
                (int)Math.Ceiling(2 * (rhythms[at] ?? 0)),
                inForce is { Kind: NextStepKind.BackBy, Agreement.BackBy: { } by } ? by.DayNumber - days[at].DayNumber + 7 : 0,
            }.Max();
        }

        return thresholds;
    }

    // The last step recorded by that day, unless the person has come back from a gap since: a gap ends what was agreed before it.
    private NextStepFact? InForce(DateOnly day, DateOnly[] days, int[] thresholds)
    {
        NextStepFact? said = Said.Where(step => step.Agreement.SaidOn <= day).OrderBy(step => step.Agreement.SaidOn).ThenBy(step => step.Agreement.Number).LastOrDefault();
        IEnumerable<DateOnly> returns = Enumerable.Range(1, Math.Max(0, Math.Min(thresholds.Length, days.Length - 1)))
            .Where(to => days[to].DayNumber - days[to - 1].DayNumber > thresholds[to - 1])
            .Select(to => days[to]);
        return said is not null && returns.Any(back => back <= day && back > said.Agreement.SaidOn) ? null : said;
    }

    private bool Passed(Agreement agreement, DateOnly last, DateOnly today) =>
        agreement.BackBy is { } by
            ? OpenDays(by, today) > 7
            : OpenDays(agreement.SaidOn > last ? agreement.SaidOn : last, today) > agreement.EveryDays + Math.Max(7, Math.Ceiling(agreement.EveryDays!.Value / 2m));

    private int OpenDays(DateOnly after, DateOnly to)
    {
        int open = 0;
        for (DateOnly day = after.AddDays(1); day <= to; day = day.AddDays(1))
        {
            open += Closures.Any(closure => day >= closure.From && day <= closure.To) ? 0 : 1;
        }

        return open;
    }

    private bool StockIsDue(DateOnly[] days, int[] thresholds, DateOnly today)
    {
        int first = days.Length - 1;
        while (first > 0 && days[first].DayNumber - days[first - 1].DayNumber <= thresholds[first - 1])
        {
            first--;
        }

        DateOnly? justified = Justified.Count == 0 ? null : Justified.Max();
        int sessions = Held.Count(day => day >= days[first] && !(day < AskedFrom) && !(day <= justified));
        return sessions >= 10 || (sessions >= 3 && today.DayNumber - (justified ?? days[first]).DayNumber >= 180);
    }

    private static bool StillStands(AwayDecision decision, DateOnly today) => decision.Kind switch
    {
        AwayDecisionKind.LeaveInPeace => decision.Until is null || today <= decision.Until,
        AwayDecisionKind.Snooze => today < decision.Until,
        _ => today <= (decision.Until ?? decision.DecidedOn.AddDays(28)),
    };
}
