using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;

namespace CareJournal.AwayReview;

/// <summary>
/// One person as recorded, and the shelves on which the design says that they stand: told a second time, plainly, one day at a time,
/// everything counted again from the rows. It calls nothing of what it is held against.
/// </summary>
internal sealed record RecordedPerson
{
    /// <summary>Held visits, oldest first; two on one day stand twice.</summary>
    public required IReadOnlyList<DateOnly> Held { get; init; }

    public required IReadOnlyList<NextStepFact> Said { get; init; }

    public required int Threshold { get; init; }

    public IReadOnlyList<DateOnly> Planned { get; init; } = [];

    /// <summary>Days on which a review said what justifies the rhythm.</summary>
    public IReadOnlyList<DateOnly> Justified { get; init; } = [];

    public IReadOnlyList<AwayDecision> Decisions { get; init; } = [];

    public IReadOnlyList<DateSpan> Closures { get; init; } = [];

    public DateOnly? AskedFrom { get; init; }

    /// <summary>Closed, or deceased.</summary>
    public bool Closed { get; init; }

    /// <summary>The shelves of a day.</summary>
    public IReadOnlySet<Shelf> ShelvesOn(DateOnly today)
    {
        DateOnly[] days = [.. Held.Distinct()];
        int[] thresholds = Thresholds(days);
        NextStepFact? stands = Standing(today, days, thresholds);
        HashSet<Shelf> shelves = [];
        bool concluded = stands?.Kind is NextStepKind.HandedOver or NextStepKind.EndedTogether && !(days.LastOrDefault() > stands.Agreement.SaidOn);
        if (Closed || concluded || days is not [.., var last] || last < AskedFrom)
        {
            return shelves;
        }

        bool silent = today.DayNumber - last.DayNumber > thresholds[^1];
        bool agreed = stands?.Kind == NextStepKind.Every || (stands?.Kind == NextStepKind.BackBy && last <= stands.Agreement.SaidOn);
        if (Planned.Any(day => day >= today))
        {
            // Booked: nothing is asked about the next time.
        }
        else if (agreed)
        {
            shelves.UnionWith(Passed(stands!.Agreement, last, today) ? [Shelf.Late] : []);
        }
        else if (silent)
        {
            shelves.Add(stands?.Kind == NextStepKind.DoorOpen ? Shelf.DoorOpen : Shelf.Undecided);
        }

        bool intended = stands is { Kind: NextStepKind.Every, HasReason: true, ReviewOn: { } review } && review > today;
        if (!silent && !intended && StockIsDue(days, thresholds, today))
        {
            shelves.Add(Shelf.TakeStock);
        }

        shelves.RemoveWhere(shelf => Decisions.Any(decision => decision.Shelf == shelf && decision.DecidedOn >= last && StillStands(decision, today)));
        return shelves;
    }

    // T at each visit day, from the first: each needs only what lies before it.
    private int[] Thresholds(DateOnly[] days)
    {
        int[] thresholds = new int[days.Length];
        decimal?[] rhythms = new decimal?[days.Length];
        for (int at = 0; at < days.Length; at++)
        {
            NextStepFact? stands = Standing(days[at], days, thresholds[..at]);
            List<int> own = [];
            for (int to = 1; to <= at; to++)
            {
                int length = days[to].DayNumber - days[to - 1].DayNumber;
                bool byDate = Standing(days[to - 1], days, thresholds[..at])?.Kind == NextStepKind.BackBy;
                if (length <= thresholds[to - 1] && !(byDate && length > (2 * rhythms[to - 1] ?? Threshold)))
                {
                    own.Add(length);
                }
            }

            int[] five = [.. own.TakeLast(5).Order()];
            rhythms[at] = stands?.Kind == NextStepKind.Every ? stands.Agreement.EveryDays : five.Length >= 3 ? (five[(five.Length - 1) / 2] + five[five.Length / 2]) / 2m : null;
            thresholds[at] = new[]
            {
                Threshold,
                (int)Math.Ceiling(2 * (rhythms[at] ?? 0)),
                stands is { Kind: NextStepKind.BackBy, Agreement.BackBy: { } by } ? by.DayNumber - days[at].DayNumber + 7 : 0,
            }.Max();
        }

        return thresholds;
    }

    // The last thing said by that day, unless the person has come back from a gap since: a gap ends what stood before it.
    private NextStepFact? Standing(DateOnly day, DateOnly[] days, int[] thresholds)
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
