using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

public sealed class NextReviewTests
{
    private const int People = 300;
    private const int DaysAhead = 400;

    [Fact]
    public void It_is_the_first_day_on_which_a_silence_is_to_be_settled() =>
        Assert.Equal(Day("2024-04-01"), NextReview.DayOf([Facts(["2024-01-01"])], Day("2024-01-20"), OpenDays.Always));

    [Fact]
    public void It_is_the_first_day_after_the_grace_of_an_agreed_date_and_closures_put_it_off()
    {
        AwayFacts facts = Facts(["2024-01-08"], Step("2024-01-08", NextStepKind.BackBy, "2024-03-01"));
        Assert.Equal(Day("2024-03-09"), NextReview.DayOf([facts], Day("2024-01-20"), OpenDays.Always));
        Assert.Equal(Day("2024-03-16"), NextReview.DayOf([facts], Day("2024-01-20"), new OpenDays([new DateSpan(Day("2024-03-02"), Day("2024-03-08"))])));
    }

    [Fact]
    public void An_appointment_that_is_over_and_a_decision_that_has_ended_bring_somebody_back()
    {
        AwayFacts silent = Facts(["2024-01-01"]);
        Assert.Equal(Day("2024-06-11"), NextReview.DayOf([silent with { Planned = [Day("2024-06-10")] }], Day("2024-05-01"), OpenDays.Always));
        Assert.Equal(Day("2024-07-01"), NextReview.DayOf([silent with { Decisions = [Decided(AwayDecisionKind.LeaveInPeace, "2024-06-30")] }], Day("2024-05-01"), OpenDays.Always));
        Assert.Equal(Day("2024-06-30"), NextReview.DayOf([silent with { Decisions = [Decided(AwayDecisionKind.Snooze, "2024-06-30")] }], Day("2024-05-01"), OpenDays.Always));
        Assert.Null(NextReview.DayOf([silent with { Decisions = [Decided(AwayDecisionKind.LeaveInPeace, null)] }], Day("2024-05-01"), OpenDays.Always));
    }

    [Fact]
    public void Of_everybody_the_earliest_counts_and_an_open_door_brings_nobody()
    {
        AwayFacts open = Facts(["2024-01-01"], Step("2024-01-01", NextStepKind.DoorOpen, null));
        Assert.Null(NextReview.DayOf([open, Facts([]), Facts(["2024-01-01"]) with { Closed = true }], Day("2024-01-20"), OpenDays.Always));
        Assert.Equal(Day("2024-04-01"), NextReview.DayOf([open, Facts(["2024-01-08"]), Facts(["2024-01-01"])], Day("2024-01-20"), OpenDays.Always));
    }

    [Fact]
    public void A_practice_that_is_closed_for_good_makes_nobody_late() =>
        Assert.Null(new OpenDays([new DateSpan(Day("2024-03-04"), null)]).FirstBeyond(Day("2024-03-01"), 7));

    [Fact]
    public void Whatever_was_recorded_it_is_the_day_that_comes_from_judging_every_day()
    {
        int found = 0;
        Prop.ForAll(Arb.From(Gen.Frequency((9, AwayListsPropertyTests.Anybody()), (1, AwayListsPropertyTests.Weekly()))), drawn =>
        {
            AwayFacts facts = AwayListsPropertyTests.Facts(drawn.Person);
            OpenDays open = new(drawn.Person.Closures);
            HashSet<AwayList> now = [.. Tasks(facts, drawn.From, open)];
            DateOnly? expected = Enumerable.Range(1, DaysAhead).Select(days => (DateOnly?)drawn.From.AddDays(days))
                .FirstOrDefault(day => Tasks(facts, day!.Value, open).Except(now).Any());
            DateOnly? answered = NextReview.DayOf([facts], drawn.From, open);
            answered = answered > drawn.From.AddDays(DaysAhead) ? null : answered;
            Assert.True(expected == answered, $"From {drawn.From:O}: day by day {expected:O}, computed {answered:O}. {AwayListsPropertyTests.Describe(drawn.Person)}");
            found += expected is null ? 0 : 1;
        }).Check(seed: 20261130, cases: People);

        Assert.True(found >= 100, $"Only {found} people come onto a list.");
    }

    private static IEnumerable<AwayList> Tasks(AwayFacts facts, DateOnly day, OpenDays open) =>
        AwayJudgement.Judge(facts, day, open).Lists.Where(list => list != AwayList.DoorOpen);

    private static AwayFacts Facts(string[] heldOn, params NextStepFact[] steps)
    {
        DateOnly[] days = [.. heldOn.Select(Day)];
        return new AwayFacts(Guid.NewGuid(), days, VisitCourse.Create(days, steps.Select(step => step.Agreement), 90), steps);
    }

    private static NextStepFact Step(string saidOn, NextStepKind kind, string? backBy) =>
        new(new Agreement(Day(saidOn), 1, null, backBy is null ? null : Day(backBy)), kind, null, false, DecidedBy.Both);

    private static AwayDecision Decided(AwayDecisionKind kind, string? until) =>
        new() { PatientId = Guid.Empty, AwayList = AwayList.Undecided, Kind = kind, DecidedOn = Day("2024-05-01"), Until = until is null ? null : Day(until) };
}
