using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

public sealed class PatientTimelineTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void The_present_silence_is_a_gap_one_day_after_the_threshold_and_runs_to_today()
    {
        Assert.Empty(Timeline("2024-03-31", "2024-01-01").Gaps);
        TimelineGap gap = Assert.Single(Timeline("2024-04-01", "2024-01-01").Gaps);
        Assert.Null(gap.To);
        Assert.Equal(91, gap.Days(Day("2024-04-01")));
    }

    [Fact]
    public void A_gap_has_the_part_of_it_that_was_agreed()
    {
        TimelineRows rows = Rows("2024-01-08", "2025-01-08") with { Steps = [Step("2024-01-08", NextStepKind.BackBy, backBy: "2024-03-01")] };
        Assert.Equal(Day("2024-03-01"), Assert.Single(PatientTimeline.Create(rows, Day("2025-01-08")).Gaps).AgreedUntil);
    }

    [Fact]
    public void An_open_door_agrees_on_no_date()
    {
        TimelineRows rows = Rows("2024-01-08", "2025-01-08") with { Steps = [Step("2024-01-08", NextStepKind.DoorOpen)] };
        Assert.Null(Assert.Single(PatientTimeline.Create(rows, Day("2025-01-08")).Gaps).AgreedUntil);
    }

    [Fact]
    public void A_curve_is_broken_at_every_gap_and_nowhere_else()
    {
        TimelineRows rows = Rows("2024-01-08", "2024-01-22", "2024-12-02", "2024-12-16") with
        {
            Measures = [Score("2024-12-16", 6), Score("2024-01-08", 3), Score("2024-12-02", 5), Score("2024-01-22", 4)],
        };
        TimelineCurve curve = Assert.Single(PatientTimeline.Create(rows, Day("2025-01-08")).Curves);
        Assert.Equal([[3, 4], [5, 6]], curve.Runs.Select(run => run.Select(score => score.Value).ToArray()).ToArray());
    }

    [Fact]
    public void An_answer_given_inside_a_gap_is_joined_to_the_run_before_it_only()
    {
        TimelineRows rows = Rows("2024-01-08", "2024-12-02") with { Measures = [Score("2024-01-08", 3), Score("2024-06-01", 4), Score("2024-12-02", 5)] };
        Assert.Equal([2, 1], Assert.Single(PatientTimeline.Create(rows, Day("2025-01-08")).Curves).Runs.Select(run => run.Count));
    }

    [Fact]
    public void A_period_has_its_first_and_last_visit_and_is_on_hold_after_a_gap()
    {
        RecordedEpisode first = new() { Id = Guid.CreateVersion7() };
        RecordedEpisode second = new() { Id = Guid.CreateVersion7() };
        TimelineRows rows = Rows() with
        {
            Episodes = [second, first],
            Visits = [Visit("2024-01-08", first.Id), Visit("2024-02-05", first.Id), Visit("2024-12-02", second.Id)],
        };
        IReadOnlyList<TimelineEpisode> episodes = PatientTimeline.Create(rows, Day("2024-12-20")).Episodes;
        Assert.Equal([(Day("2024-01-08"), Day("2024-02-05"), 2, true), (Day("2024-12-02"), Day("2024-12-02"), 1, false)],
            episodes.Select(episode => (episode.First, episode.Last, episode.Visits, episode.OnHold)));
    }

    [Fact]
    public void Missed_and_planned_visits_are_shown_and_count_in_nothing()
    {
        TimelineRows rows = Rows() with
        {
            Visits = [Visit("2024-01-08"), Visit("2024-03-04", status: VisitStatus.NoShow), Visit("2024-06-01", status: VisitStatus.Planned)],
        };
        PatientTimeline timeline = PatientTimeline.Create(rows, Day("2024-05-01"));
        Assert.Equal((1, 1, 1), (timeline.Held.Count, timeline.NotHeld.Count, timeline.Planned.Count));
        Assert.Equal(Day("2024-01-08"), timeline.LastVisit);
        Assert.Equal(Day("2024-06-01"), timeline.To);
        Assert.Single(timeline.Gaps);
    }

    [Fact]
    public void A_note_that_overlaps_no_gap_any_more_stays_as_a_dated_note()
    {
        TimelineAbsenceNote note = new() { Id = Guid.CreateVersion7(), From = Day("2024-01-09"), To = Day("2024-02-04"), ReportedOn = Day("2024-06-01") };
        PatientTimeline timeline = PatientTimeline.Create(Rows("2024-01-08", "2024-02-05") with { AbsenceNotes = [note] }, Day("2024-03-01"));
        Assert.Equal([note], timeline.LooseNotes);
    }

    [Fact]
    public void The_picture_begins_with_the_earliest_fact_that_was_reported()
    {
        TimelineLifeEvent lifeEvent = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InYear(2021) };
        Assert.Equal(Day("2021-01-01"), PatientTimeline.Create(Rows("2024-01-08") with { LifeEvents = [lifeEvent] }, Day("2024-06-01")).From);
    }

    [Fact]
    public void A_person_without_a_visit_has_an_empty_timeline_that_ends_today()
    {
        PatientTimeline timeline = Timeline("2024-06-01");
        Assert.Equal((Day("2024-06-01"), Day("2024-06-01")), (timeline.From, timeline.To));
        Assert.Null(timeline.FollowedSince);
        Assert.Null(timeline.StepInForce);
    }

    private static PatientTimeline Timeline(string today, params string[] heldOn) => PatientTimeline.Create(Rows(heldOn), Day(today));

    private static TimelineRows Rows(params string[] heldOn) => new() { Patient = new TimelinePatient { Id = Person }, Visits = [.. heldOn.Select(day => Visit(day))] };

    private static TimelineVisit Visit(string day, Guid? episode = null, VisitStatus status = VisitStatus.Held) =>
        new(Guid.CreateVersion7(), episode, Day(day), null, status, null);

    private static TimelineMeasure Score(string day, int value) => new(Day(day), Instrument.Activities, value);

    private static TimelineStep Step(string saidOn, NextStepKind kind, string? backBy = null) =>
        new() { SaidOn = Day(saidOn), Number = 1, Kind = kind, BackBy = backBy is null ? null : Day(backBy) };
}
