using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>The order in which people are looked at one by one, and the date that is proposed for leaving a follow-up as it is.</summary>
public sealed class AwayOrderTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];

    [Fact]
    public void List_follows_list_and_somebody_on_two_lists_has_one_turn_at_the_first()
    {
        AwayOrder order = Order([0, 1], [2], [1, 3]);
        Assert.Equal([(0, AwayList.Late), (1, AwayList.Late), (2, AwayList.Undecided), (3, AwayList.TakeStock)], order.Turns.Select(turn => (Array.IndexOf(Ids, turn.PatientId), turn.AwayList)));
        Assert.Equal(Ids[2], order.Beside(Ids[1], 1)!.PatientId);
        Assert.Equal(Ids[0], order.Beside(Ids[1], -1)!.PatientId);
        Assert.Null(order.Beside(Ids[3], 1));
        Assert.Null(order.Beside(Ids[0], -1));
        Assert.Null(order.Beside(Ids[7], 1));
        Assert.Equal(Ids[0], order.Find(Ids[7])!.PatientId);
        Assert.Null(Order([], [], []).Find(Ids[0]));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 0)]
    public void After_an_act_the_one_behind_is_next_and_after_the_last_the_first_that_was_passed_over(int acted, int next)
    {
        int[] left = [.. new[] { 0, 1, 2, 3 }.Where(person => person != acted)];
        Assert.Equal(Ids[next], Order(left, [], []).After(Ids[acted], Order([0, 1, 2, 3], [], []))!.PatientId);
    }

    [Fact]
    public void Somebody_who_is_still_on_another_list_comes_again_only_when_it_is_their_turn()
    {
        AwayOrder before = Order([0], [1], [0]);
        Assert.Equal(Ids[1], Order([], [1], [0]).After(Ids[0], before)!.PatientId);
        Assert.Equal(Ids[0], Order([], [], [0]).After(Ids[0], Order([0], [], [0]))!.PatientId);
        Assert.Null(Order([], [], []).After(Ids[0], before));
    }

    [Fact]
    public void Acting_on_whoever_is_next_comes_to_everybody_once() =>
        Prop.ForAll(Arb.From(from size in Gen.Choose(1, Ids.Length) from start in Gen.Choose(0, size - 1) select (size, start)), drawn =>
        {
            AwayOrder order = Order([.. Enumerable.Range(0, drawn.size)], [], []);
            HashSet<Guid> met = [];
            AwayTurn? turn = order.Turns[drawn.start];
            while (turn is { PatientId: var id })
            {
                Assert.True(met.Add(id));
                AwayOrder left = new([.. order.Turns.Where(other => other.PatientId != id)]);
                turn = left.After(id, order);
                order = left;
            }

            Assert.Equal(drawn.size, met.Count);
        }).Check(seed: 20261130, cases: 200);

    // Two pauses of 180 and 220 days are usually 200 days: the present one ends on 31 August.
    [Theory]
    [InlineData("2026-02-13", "2026-08-31", 200)]
    [InlineData("2026-08-03", "2026-08-31", 200)]
    [InlineData("2026-08-04", "2026-11-04", null)]
    [InlineData("2027-01-01", "2027-04-01", null)]
    public void A_follow_up_is_left_until_the_end_of_the_usual_pause_while_that_is_well_ahead_else_for_three_months(string today, string proposed, int? usual)
    {
        VisitCourse course = VisitCourse.Create([Day("2025-01-08"), Day("2025-07-07"), Day("2026-02-12")], [], 90);
        Assert.Equal(new QuietUntil(Day(proposed), usual), QuietUntil.Propose(course, Day(today)));
    }

    [Fact]
    public void Without_a_usual_pause_and_for_several_people_three_months_are_proposed()
    {
        Assert.Equal(new QuietUntil(Day("2027-02-28"), null), QuietUntil.Propose(VisitCourse.Create([Day("2026-01-08")], [], 90), Day("2026-11-30")));
        Assert.Equal(new QuietUntil(Day("2027-02-28"), null), QuietUntil.Propose(null, Day("2026-11-30")));
    }

    private static AwayOrder Order(int[] late, int[] undecided, int[] takeStock) =>
        AwayOrder.Of([(AwayList.Late, Rows(late)), (AwayList.Undecided, Rows(undecided)), (AwayList.TakeStock, Rows(takeStock))]);

    private static AwayRow[] Rows(int[] people) =>
        [.. people.Select(person => new AwayRow($"Personne {person}", new AwayFacts(Ids[person], [], VisitCourse.Create([], [], 90), []), new AwayJudgement(AwayState.Late, new HashSet<AwayList>(), null, null), AwayBand.UnderThreeMonths))];
}
