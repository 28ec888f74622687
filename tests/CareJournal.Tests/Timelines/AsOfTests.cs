using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>A follow-up as it was on an earlier day, and the period that a session of that day will join.</summary>
public sealed class AsOfTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void Every_duration_counts_up_to_the_day_and_nothing_later_is_known()
    {
        PatientTimeline timeline = Timeline();
        Assert.Same(timeline, timeline.AsOf(timeline.Today));
        Assert.Same(timeline, timeline.AsOf(Day("2030-01-01")));

        PatientTimeline then = timeline.AsOf(Day("2024-12-02"));
        Assert.Equal((Day("2024-12-02"), 2), (then.Today, then.Held.Count));
        Assert.Equal((Day("2024-01-22"), null, 315), (then.Gaps[^1].From, then.Gaps[^1].To, then.Gaps[^1].Days(then.Today)));
        Assert.Equal(28, then.StepInForce?.Days);
        Assert.Empty(then.FlareUps);
        Assert.Empty(then.CurveOf(Measures.Instrument.Activities)!.Answers.Where(answer => answer.TakenOn > then.Today));
        Assert.Equal("Été long.", Assert.Single(then.Gaps[^1].Notes).Words);

        Assert.Empty(timeline.AsOf(Day("2024-02-05")).Gaps);
        Assert.Empty(timeline.AsOf(Day("2023-12-31")).Held);
    }

    [Fact]
    public void A_later_closing_and_later_steps_of_goals_and_tools_are_not_known()
    {
        PatientTimeline timeline = PatientTimeline.Create(
            new TimelineRows
            {
                Patient = new TimelinePatient { Id = Guid.CreateVersion7(), Closing = Patients.PatientClosing.ConcludedTogether, ClosedOn = Day("2025-10-31"), DeceasedOn = Day("2026-01-04") },
                Goals = [new TimelineGoal { Id = First, Words = "Marcher", SetOn = Day("2024-01-08"), Steps = [new TimelineGoalStep { Id = Second, GoalId = First, On = Day("2025-10-20"), State = Goals.GoalState.Reached }] }],
            },
            Day("2026-11-22"));
        PatientTimeline then = timeline.AsOf(Day("2024-12-02"));
        Assert.Equal((null, null, null), (then.Patient.Closing, then.Patient.ClosedOn, then.Patient.DeceasedOn));
        Assert.Equal(Goals.GoalState.Active, Assert.Single(then.Goals).State);
        Assert.Equal((Day("2025-10-31"), null), (timeline.AsOf(Day("2025-11-03")).Patient.ClosedOn, timeline.AsOf(Day("2025-11-03")).Patient.DeceasedOn));
    }

    [Theory]
    [InlineData("2023-01-10", EpisodeChoice.ByRule, null)]
    [InlineData("2024-01-29", EpisodeChoice.ByRule, "Lombalgie")]
    [InlineData("2024-01-29", EpisodeChoice.OpenNew, null)]
    [InlineData("2024-12-02", EpisodeChoice.ByRule, null)]
    [InlineData("2024-12-02", EpisodeChoice.ContinueLast, "Lombalgie")]
    [InlineData("2025-09-29", EpisodeChoice.ByRule, "Reprise")]
    [InlineData("2026-11-02", EpisodeChoice.ByRule, null)]
    [InlineData("2026-11-02", EpisodeChoice.ContinueLast, "Reprise")]
    public void The_period_that_a_session_joins_is_known_beforehand(string day, EpisodeChoice choice, string? title) =>
        Assert.Equal(title, PeriodBeginning.Joined(Timeline(), Day(day), Guid.CreateVersion7(), choice)?.Title);

    [Fact]
    public void A_closed_period_is_continued_on_request_alone()
    {
        PatientTimeline timeline = Timeline(closed: Day("2025-10-31"));
        Assert.Null(PeriodBeginning.Joined(timeline, Day("2025-11-03"), Guid.CreateVersion7(), EpisodeChoice.ByRule));
        Assert.Equal(Second, PeriodBeginning.Joined(timeline, Day("2025-11-03"), Guid.CreateVersion7(), EpisodeChoice.ContinueLast)?.Id);
    }

    private static PatientTimeline Timeline(DateOnly? closed = null) => PatientTimeline.Create(
        new TimelineRows
        {
            Patient = new TimelinePatient { Id = Guid.CreateVersion7() },
            Visits = [Visit(First, "2024-01-08"), Visit(First, "2024-01-22"), Visit(Second, "2025-10-06"), Visit(Second, "2025-10-20")],
            Episodes = [new RecordedEpisode { Id = First, Title = "Lombalgie" }, new RecordedEpisode { Id = Second, Title = "Reprise", ClosedOn = closed }],
            Steps = [Step("2024-01-22", 28), Step("2025-10-20", 14)],
            Measures = [new TimelineMeasure(Day("2024-01-22"), Measures.Instrument.Activities, 4), new TimelineMeasure(Day("2025-10-20"), Measures.Instrument.Activities, 6)],
            FlareUps = [new TimelineFlareUp { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2025, 3) }],
            AbsenceNotes = [new TimelineAbsenceNote { Id = Guid.CreateVersion7(), From = Day("2024-01-23"), HowItWas = HowItWas.RatherWell, Words = "Été long." }],
        },
        Day("2026-11-22"));

    private static TimelineVisit Visit(Guid episode, string day) => new(Guid.CreateVersion7(), episode, Day(day), null, VisitStatus.Held, null);

    private static TimelineStep Step(string day, int every) => new() { SaidOn = Day(day), Number = 1, Kind = NextStepKind.Every, Days = every };
}
