using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>The vectors C, D and F, and every state on both sides of its limits.</summary>
public sealed class AwayJudgementTests
{
    [Theory]
    [InlineData("2019-12-01", AwayState.Recent, AwayBand.UnderThreeMonths)]
    [InlineData("2019-12-23", AwayState.Recent, AwayBand.ThreeToSixMonths)]
    [InlineData("2019-12-24", AwayState.Quiet, AwayBand.ThreeToSixMonths)]
    [InlineData("2020-03-01", AwayState.Quiet, AwayBand.ThreeToSixMonths)]
    [InlineData("2020-03-02", AwayState.Quiet, AwayBand.SixToTwelveMonths)]
    [InlineData("2020-09-02", AwayState.Quiet, AwayBand.OneToTwoYears)]
    [InlineData("2021-09-02", AwayState.Quiet, AwayBand.TwoYearsAndMore)]
    public void An_open_door_is_recent_then_quiet_and_never_late(string today, AwayState state, AwayBand band)
    {
        AwayFacts facts = new(Guid.Empty, [.. VisitCourseTests.VectorA.Rhythms.Select(rhythm => rhythm.At)], VisitCourseTests.VectorA,
        [
            Step("2018-05-14", NextStepKind.Every, days: 90), Step("2018-11-26", NextStepKind.DoorOpen), Step("2019-09-02", NextStepKind.DoorOpen),
        ]);
        Assert.Equal(state, AwayJudgement.Judge(facts, Day(today), OpenDays.Always).State);
        Assert.Equal(band, AwayJudgement.BandOf(Day("2019-09-02"), Day(today)));
    }

    [Fact]
    public void A_band_begins_on_the_last_day_of_a_shorter_month()
    {
        Assert.Equal(AwayBand.SixToTwelveMonths, AwayJudgement.BandOf(Day("2024-08-31"), Day("2025-02-28")));
        Assert.Equal(AwayBand.OneToTwoYears, AwayJudgement.BandOf(Day("2024-02-29"), Day("2025-02-28")));
        Assert.Equal(AwayBand.SixToTwelveMonths, AwayJudgement.BandOf(Day("2024-02-29"), Day("2025-02-27")));
    }

    [Theory]
    [InlineData(7, "2024-01-22")]
    [InlineData(14, "2024-01-29")]
    [InlineData(21, "2024-02-09")]
    [InlineData(30, "2024-02-22")]
    [InlineData(90, "2024-05-22")]
    [InlineData(180, "2024-10-04")]
    public void A_rhythm_is_late_one_day_after_its_grace(int days, string lastDayNotLate)
    {
        AwayFacts facts = Facts(["2024-01-08"], Step("2024-01-08", NextStepKind.Every, days: days));
        Assert.Equal(AwayState.Expected, StateOn(facts, Day(lastDayNotLate)));
        Assert.Equal(AwayState.Late, StateOn(facts, Day(lastDayNotLate).AddDays(1)));
    }

    [Fact]
    public void An_agreed_date_is_late_after_seven_days_of_grace()
    {
        AwayFacts facts = Facts(["2024-01-08"], Step("2024-01-08", NextStepKind.BackBy, backBy: "2024-03-01"));
        Assert.Equal(AwayState.Expected, StateOn(facts, Day("2024-03-08")));
        Assert.Equal(AwayState.Late, StateOn(facts, Day("2024-03-09")));
    }

    [Fact]
    public void A_visit_after_the_agreement_meets_its_date()
    {
        AwayFacts facts = Facts(["2024-01-08", "2024-02-26"], Step("2024-01-08", NextStepKind.BackBy, backBy: "2024-03-01"));
        Assert.Equal(AwayState.Recent, StateOn(facts, Day("2024-03-20")));
    }

    [Fact]
    public void Days_on_which_the_practice_was_closed_make_nobody_late()
    {
        AwayFacts facts = Facts(["2026-07-31"], Step("2026-07-31", NextStepKind.Every, days: 14));
        OpenDays open = new([new DateSpan(Day("2026-08-01"), Day("2026-08-23"))]);
        Assert.Equal(AwayState.Expected, AwayJudgement.Judge(facts, Day("2026-08-24"), open).State);
        Assert.Equal(AwayState.Late, AwayJudgement.Judge(facts, Day("2026-08-24"), OpenDays.Always).State);
    }

    [Fact]
    public void A_planned_visit_ahead_is_never_late()
    {
        AwayFacts facts = Facts(["2024-01-08"], Step("2024-01-08", NextStepKind.Every, days: 7)) with { Planned = [Day("2024-06-03")] };
        Assert.Equal(AwayState.Booked, StateOn(facts, Day("2024-06-03")));
        Assert.Equal(AwayState.Late, StateOn(facts, Day("2024-06-04")));
    }

    [Fact]
    public void Without_a_next_step_a_follow_up_is_recent_up_to_the_threshold_and_then_to_be_settled()
    {
        AwayFacts facts = Facts(["2024-01-01"]);
        Assert.Equal(AwayState.Recent, StateOn(facts, Day("2024-03-31")));
        Assert.Equal(AwayState.Undecided, StateOn(facts, Day("2024-04-01")));
        Assert.Equal([AwayList.Undecided], Judge(facts, "2024-04-01").Lists);
    }

    [Theory]
    [InlineData(NextStepKind.HandedOver)]
    [InlineData(NextStepKind.EndedTogether)]
    public void Handed_over_or_concluded_ends_until_the_person_comes_back(NextStepKind kind)
    {
        Assert.Equal(AwayState.Ended, StateOn(Facts(["2024-01-08"], Step("2024-01-08", kind)), Day("2026-01-08")));
        Assert.Equal(AwayState.Recent, StateOn(Facts(["2024-01-08", "2024-02-01"], Step("2024-01-08", kind)), Day("2024-02-02")));
    }

    [Fact]
    public void An_ending_says_how_and_when_and_a_death_is_no_closing()
    {
        AwayFacts facts = Facts(["2024-01-08"], Step("2024-01-08", NextStepKind.EndedTogether));
        Assert.Equal(new FollowUpEnding(PatientClosing.ConcludedTogether, Day("2024-01-08")), FollowUpEnding.Of(facts, Day("2024-03-01")));
        Assert.Equal(new FollowUpEnding(PatientClosing.ClosedOnMySide, Day("2024-02-01")), FollowUpEnding.Of(facts with { Closing = PatientClosing.ClosedOnMySide, ClosedOn = Day("2024-02-01") }, Day("2024-03-01")));
        Assert.Equal(new FollowUpEnding(null, Day("2024-02-02")), FollowUpEnding.Of(facts with { DeceasedOn = Day("2024-02-02") }, Day("2024-03-01")));
        Assert.Null(FollowUpEnding.Of(Facts(["2024-01-08"]), Day("2026-01-08")));
    }

    [Fact]
    public void Nobody_without_a_visit_is_asked_about()
    {
        Assert.Equal(AwayState.NoVisit, StateOn(Facts([]), Day("2024-01-01")));
        Assert.Empty(Judge(Facts([]), "2024-01-01").Lists);
    }

    [Fact]
    public void A_past_that_was_brought_in_is_not_asked_about()
    {
        AwayFacts facts = Facts(["2020-01-01"]) with { AskedFrom = Day("2024-01-01") };
        Assert.Empty(Judge(facts, "2024-06-01").Lists);
    }

    [Fact]
    public void Ten_weekly_visits_since_stock_was_taken_ask_for_the_next_time()
    {
        AwayFacts Until(string last, string review) => Weekly("2024-01-08", last) with { LastReview = Day(review) };
        Assert.Equal((9, false), SeriesOn(Until("2024-03-11", "2024-01-08"), "2024-03-11"));
        Assert.Equal((10, true), SeriesOn(Until("2024-03-18", "2024-01-08"), "2024-03-18"));
        Assert.Null(Judge(Until("2024-03-25", "2024-03-25"), "2024-03-25").Series);
        Assert.Equal((10, true), SeriesOn(Until("2024-06-03", "2024-03-25"), "2024-06-03"));
    }

    [Fact]
    public void A_series_that_nobody_comes_to_any_more_asks_for_nothing()
    {
        AwayFacts facts = Weekly("2024-01-08", "2024-06-03");
        Assert.True(Judge(facts, "2024-09-01").Series!.Due);
        Assert.Null(Judge(facts, "2024-09-02").Series);
    }

    [Fact]
    public void A_rhythm_with_a_reason_is_quiet_until_its_review_date()
    {
        NextStepFact intended = Step("2024-06-03", NextStepKind.Every, days: 7) with { HasReason = true, ReviewOn = Day("2024-07-01") };
        AwayFacts facts = Weekly("2024-01-08", "2024-06-24", intended);
        Assert.False(Judge(facts, "2024-06-30").Series!.Due);
        Assert.True(Judge(facts, "2024-07-01").Series!.Due);
    }

    [Fact]
    public void An_intended_rhythm_survives_the_same_step_and_only_another_one_ends_it()
    {
        NextStepFact intended = Step("2024-06-03", NextStepKind.Every, days: 7) with { HasReason = true, ReviewOn = Day("2024-09-01") };
        NextStepFact again = Step("2024-06-10", NextStepKind.Every, days: 7);
        NextStepFact other = Step("2024-06-17", NextStepKind.Every, days: 14);
        NextStepFact back = Step("2024-06-24", NextStepKind.Every, days: 7);
        Assert.False(Judge(Weekly("2024-01-08", "2024-06-24", intended, again), "2024-06-30").Series!.Due);
        Assert.True(Judge(Weekly("2024-01-08", "2024-06-24", intended, again, other), "2024-06-30").Series!.Due);
        Assert.True(Judge(Weekly("2024-01-08", "2024-06-24", intended, again, other, back), "2024-06-30").Series!.Due);
        Assert.Equal(Day("2024-09-01"), IntendedRhythm.Until(Weekly("2024-01-08", "2024-06-24", intended, again), Day("2024-06-30")));
    }

    [Fact]
    public void A_person_may_be_on_two_lists()
    {
        AwayFacts facts = Weekly("2024-01-08", "2024-06-03", Step("2024-06-03", NextStepKind.Every, days: 7));
        Assert.Equal([AwayList.Late, AwayList.TakeStock], Judge(facts, "2024-07-01").Lists.Order());
    }

    [Fact]
    public void Two_visits_on_one_day_count_twice_in_a_series() =>
        Assert.Equal(4, Judge(Facts(["2024-01-08", "2024-01-08", "2024-01-15", "2024-01-22"]), "2024-01-22").Series!.Sessions);

    [Theory]
    [InlineData(AwayDecisionKind.LeaveInPeace, null, "2030-01-01", true)]
    [InlineData(AwayDecisionKind.LeaveInPeace, "2024-06-30", "2024-06-30", true)]
    [InlineData(AwayDecisionKind.LeaveInPeace, "2024-06-30", "2024-07-01", false)]
    [InlineData(AwayDecisionKind.Snooze, "2024-06-30", "2024-06-29", true)]
    [InlineData(AwayDecisionKind.Snooze, "2024-06-30", "2024-06-30", false)]
    [InlineData(AwayDecisionKind.InTouch, null, "2024-05-29", true)]
    [InlineData(AwayDecisionKind.InTouch, null, "2024-05-30", false)]
    [InlineData(AwayDecisionKind.InTouch, "2024-09-01", "2024-09-01", true)]
    public void A_decision_hides_a_row_as_long_as_it_says(AwayDecisionKind kind, string? until, string today, bool hidden)
    {
        AwayFacts facts = Facts(["2024-01-01"]) with { Decisions = [Decision(AwayList.Undecided, kind, until)] };
        Assert.Equal(hidden, Judge(facts, today).Lists.Count == 0);
    }

    [Fact]
    public void A_decision_hides_a_person_from_its_own_list_only()
    {
        AwayFacts facts = Facts(["2024-01-01"]) with { Decisions = [Decision(AwayList.TakeStock, AwayDecisionKind.LeaveInPeace, null)] };
        Assert.Equal([AwayList.Undecided], Judge(facts, "2024-05-10").Lists);
    }

    [Fact]
    public void The_next_visit_lifts_every_decision()
    {
        AwayFacts facts = Facts(["2024-01-01", "2024-05-03"]) with { Decisions = [Decision(AwayList.Undecided, AwayDecisionKind.LeaveInPeace, null)] };
        Assert.Equal([AwayList.Undecided], Judge(facts, "2025-01-01").Lists);
    }

    private static AwayDecision Decision(AwayList list, AwayDecisionKind kind, string? until) => new()
    {
        PatientId = Guid.Empty,
        AwayList = list,
        Kind = kind,
        DecidedOn = Day("2024-05-01"),
        Until = until is null ? null : Day(until),
    };

    private static AwayFacts Weekly(string first, string last, params NextStepFact[] steps)
    {
        List<string> days = [];
        for (DateOnly day = Day(first); day <= Day(last); day = day.AddDays(7))
        {
            days.Add(day.ToString("yyyy-MM-dd"));
        }

        return Facts([.. days], steps);
    }

    private static AwayFacts Facts(string[] heldOn, params NextStepFact[] steps)
    {
        DateOnly[] days = [.. heldOn.Select(Day).Order()];
        return new AwayFacts(Guid.Empty, days, VisitCourse.Create(days, steps.Select(step => step.Agreement), 90), steps);
    }

    private static NextStepFact Step(string saidOn, NextStepKind kind, int? days = null, string? backBy = null) =>
        new(new Agreement(Day(saidOn), 1, days, backBy is null ? null : Day(backBy)), kind, null, false, DecidedBy.Both);

    private static AwayJudgement Judge(AwayFacts facts, string today) => AwayJudgement.Judge(facts, Day(today), OpenDays.Always);

    private static AwayState StateOn(AwayFacts facts, DateOnly today) => AwayJudgement.Judge(facts, today, OpenDays.Always).State;

    private static (int Sessions, bool Due) SeriesOn(AwayFacts facts, string today) =>
        Judge(facts, today).Series is { } series ? (series.Sessions, series.Due) : (0, false);
}
