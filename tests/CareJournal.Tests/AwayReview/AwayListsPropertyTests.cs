using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>Whatever was recorded of somebody, they are on exactly the lists that the rules give, on every day.</summary>
public sealed class AwayListsPropertyTests
{
    private const int People = 300;
    private const int DaysLookedAt = 150;

    [Fact]
    public void Everybody_is_on_exactly_the_lists_that_the_rules_give()
    {
        Dictionary<string, int> met = [];
        Prop.ForAll(Arb.From(Gen.Frequency((9, Anybody()), (1, Weekly()))), drawn =>
        {
            AwayFacts facts = Facts(drawn.Person);
            OpenDays open = new(drawn.Person.Closures);
            for (DateOnly today = drawn.From; today < drawn.From.AddDays(DaysLookedAt); today = today.AddDays(1))
            {
                string expected = Words(drawn.Person.ListsOn(today));
                string answered = Words(AwayJudgement.Judge(facts, today, open).Lists);
                Assert.True(expected == answered, $"{today:O}: the rules say [{expected}], the review answers [{answered}]. {Describe(drawn.Person)}");
                met[expected] = met.GetValueOrDefault(expected) + 1;
            }
        }).Check(seed: 20261116, cases: People);

        // A property over people who are on no list would also hold of a review that asks nothing.
        Assert.All(
            ["", "Late", "Undecided", "TakeStock", "DoorOpen", "Late TakeStock"],
            lists => Assert.True(met.GetValueOrDefault(lists) >= 100, $"Only {met.GetValueOrDefault(lists)} days with [{lists}]."));
    }

    internal static AwayFacts Facts(RecordedPerson person) =>
        new(Guid.Empty, person.Held, VisitCourse.Create(person.Held, person.Said.Select(step => step.Agreement), person.Threshold), person.Said)
        {
            Closed = person.Closed,
            Planned = person.Planned,
            AskedFrom = person.AskedFrom,
            LastReview = person.Justified.Count == 0 ? null : person.Justified.Max(),
            Decisions = person.Decisions,
        };

    private static string Words(IReadOnlySet<AwayList> lists) => string.Join(' ', lists.Order());

    internal static string Describe(RecordedPerson person) =>
        $"Held {string.Join(' ', person.Held.Select(day => day.ToString("O")))}; said {string.Join(", ", person.Said.Select(step => $"{step.Kind} {step.Agreement} {step.ReviewOn} {step.HasReason}"))}; "
        + $"planned {string.Join(' ', person.Planned)}; asked from {person.AskedFrom}; justified {string.Join(' ', person.Justified)}; closed {person.Closed}; "
        + $"closures {string.Join(' ', person.Closures)}; decided {string.Join(", ", person.Decisions.Select(decision => $"{decision.AwayList} {decision.Kind} {decision.DecidedOn} {decision.Until}"))}";

    internal static Gen<(RecordedPerson Person, DateOnly From)> Anybody() =>
        from visits in Gen.Choose(0, 24)
        from apart in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0)), (9, Gen.Elements(7, 7, 7, 14, 21, 28)), (4, Gen.Choose(1, 110)), (1, Gen.Choose(111, 500))), visits)
        let held = apart.Aggregate(new List<DateOnly>(), (days, length) => [.. days, days.Count == 0 ? Day("2019-03-04") : days[^1].AddDays(length)]).ToArray()
        let last = held.Length == 0 ? Day("2019-03-04") : held[^1]
        from said in Steps(held, last)
        from threshold in Gen.Elements(60, 90, 90, 180)
        from planned in Sometimes(8, Gen.Choose(1, 200).Select(days => last.AddDays(days)))
        from askedFrom in Sometimes(6, Near(held, last))
        from justified in Gen.SubListOf(held.AsEnumerable()).Select(days => days.TakeLast(2).ToArray())
        from taken in Gen.Choose(0, 2)
        from justifies in Gen.Choose(0, 2)
        from decisions in Gen.ArrayOf(Decision(last), taken)
        from closures in Gen.ArrayOf(Closure(last), 2)
        from closed in Gen.Choose(0, 11)
        from offset in Gen.Frequency((4, Gen.Choose(0, 90)), (2, Gen.Choose(91, 500)), (1, Gen.Choose(-60, -1)))
        select (
            new RecordedPerson
            {
                Held = held,
                Said = said,
                Threshold = threshold,
                Planned = planned,
                AskedFrom = askedFrom.Length == 0 ? null : askedFrom[0],
                Justified = justifies == 0 ? justified : [],
                Decisions = decisions,
                Closures = closures,
                Closed = closed == 0,
            },
            last.AddDays(offset));

    // Who comes every week, has never taken stock and has now missed the agreed date is on two lists: too rare to be left to chance.
    internal static Gen<(RecordedPerson Person, DateOnly From)> Weekly() =>
        from drawn in Anybody()
        let held = Enumerable.Range(0, 12).Select(week => Day("2024-01-08").AddDays(7 * week)).ToArray()
        let said = new NextStepFact(new Agreement(held[^1], 1, EveryDays: 7), NextStepKind.Every, null, false, DecidedBy.Both)
        select (drawn.Person with { Held = held, Said = [said], Planned = [], Justified = [], AskedFrom = null, Closed = false }, held[^1]);

    private static Gen<NextStepFact[]> Steps(DateOnly[] held, DateOnly last) =>
        from count in Gen.Choose(0, 4)
        from saidOn in Gen.ArrayOf(Near(held, last), count)
        from kinds in Gen.ArrayOf(Gen.Frequency((4, Gen.Constant(NextStepKind.Every)), (3, Gen.Constant(NextStepKind.BackBy)), (3, Gen.Constant(NextStepKind.DoorOpen)), (1, Gen.Constant(NextStepKind.HandedOver)), (1, Gen.Constant(NextStepKind.EndedTogether))), count)
        from days in Gen.ArrayOf(Gen.Elements(3, 7, 14, 15, 30, 60, 91, 180, 400), count)
        from reviewAfter in Gen.ArrayOf(Gen.Choose(-100, 200), count)
        from reasons in Gen.ArrayOf(Gen.Elements(true, false), count)
        select Enumerable.Range(0, count)
            .Select(place => new NextStepFact(
                new Agreement(saidOn[place], place + 1, kinds[place] == NextStepKind.Every ? days[place] : null, kinds[place] == NextStepKind.BackBy ? saidOn[place].AddDays(days[place]) : null),
                kinds[place],
                reviewAfter[place] > 0 ? saidOn[place].AddDays(reviewAfter[place]) : null,
                reasons[place],
                DecidedBy.NotSaid))
            .OrderBy(step => step.Agreement.SaidOn).ThenBy(step => step.Agreement.Number)
            .ToArray();

    private static Gen<DateSpan> Closure(DateOnly last) =>
        from begins in Gen.Choose(-40, 300)
        from lasts in Gen.Choose(0, 30)
        select new DateSpan(last.AddDays(begins), last.AddDays(begins + lasts));

    private static Gen<AwayDecision> Decision(DateOnly last) =>
        from list in Gen.Elements(Enum.GetValues<AwayList>())
        from kind in Gen.Elements(Enum.GetValues<AwayDecisionKind>())
        from after in Gen.Choose(-20, 200)
        from until in Gen.Choose(-60, 120)
        let decidedOn = last.AddDays(after)
        select new AwayDecision
        {
            PatientId = Guid.Empty,
            AwayList = list,
            Kind = kind,
            DecidedOn = decidedOn,
            Until = until > 0 || kind == AwayDecisionKind.Snooze ? decidedOn.AddDays(Math.Max(1, until)) : null,
        };

    // At a visit, or between two, or after the last.
    private static Gen<DateOnly> Near(DateOnly[] held, DateOnly last) => held.Length == 0
        ? Gen.Choose(0, 90).Select(days => last.AddDays(days))
        : Gen.Frequency((4, Gen.Elements(held)), (2, Gen.Elements(held).SelectMany(day => Gen.Choose(1, 40).Select(days => day.AddDays(days)))), (3, Gen.Constant(last)));

    private static Gen<T[]> Sometimes<T>(int oneIn, Gen<T> gen) => Gen.Choose(1, oneIn).SelectMany(drawn => Gen.ArrayOf(gen, drawn == 1 ? 1 : 0));
}
