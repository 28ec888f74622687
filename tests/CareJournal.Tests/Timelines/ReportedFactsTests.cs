using CareJournal.Acts;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>Flare-ups, life events, conditions and closures: each outcome of each recorder, and what the timeline then shows.</summary>
public sealed class ReportedFactsTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private FlareUpRecorder FlareUps => _journal.Get<FlareUpRecorder>();

    [Fact]
    public async Task A_flare_up_is_recorded_changed_and_withdrawn()
    {
        Guid person = await PatientAsync(_journal);
        FlareUpForm form = new() { PatientId = person, Start = FuzzyDate.InMonth(2025, 3).Roughly(), Hindrance = 0, PeakPain = 10 };
        SaveOutcome.Saved first = IsSaved(await FlareUps.RecordAsync(form));
        Assert.Equal(first, await FlareUps.RecordAsync(form));
        FlareUpForm changed = new() { Id = form.Id, Revision = 1, PatientId = person, Start = FuzzyDate.OnDay(Day("2025-03-12")), Ongoing = true };
        IsSaved(await FlareUps.RecordAsync(changed));
        Assert.IsType<SaveOutcome.Stale>(await FlareUps.RecordAsync(changed));
        TimelineFlareUp told = Assert.Single((await TimelineAsync(person)).FlareUps);
        Assert.Equal(("2025-03-12", null), (told.Start.ToString(), told.End));

        Assert.IsType<SaveOutcome.Stale>(await FlareUps.VoidAsync(form.Id, 1));
        IsSaved(await FlareUps.VoidAsync(form.Id, 2));
        Assert.IsType<SaveOutcome.NotFound>(await FlareUps.VoidAsync(form.Id, 3));
        Assert.Empty((await TimelineAsync(person)).FlareUps);
    }

    [Fact]
    public async Task A_flare_up_that_cannot_be_right_is_refused_at_each_field()
    {
        Guid person = await PatientAsync(_journal);
        FlareUpForm form = new() { PatientId = person, Hindrance = 11, PeakPain = -1, End = FuzzyDate.InYear(2027), ReportedOn = Day("1960-01-01") };
        Assert.Equal(
            ["End AfterToday", "Hindrance OutOfRange", "PeakPain OutOfRange", "ReportedOn BeforeBirth", "Start DateNotUnderstood"],
            Problems(await FlareUps.RecordAsync(form)));
        FlareUpForm backwards = new() { PatientId = person, Start = FuzzyDate.InYear(2020), End = FuzzyDate.InYear(2019) };
        Assert.Equal(["End EndBeforeStart"], Problems(await FlareUps.RecordAsync(backwards)));
    }

    [Theory]
    [InlineData("2026", null)]
    [InlineData("2026-11", null)]
    [InlineData("2027", "AfterToday")]
    [InlineData("2026-12~", null)]
    [InlineData("1970", null)]
    [InlineData("1969-24", null)]
    [InlineData("1969", "BeforeBirth")]
    public async Task A_remembered_date_is_refused_only_when_all_of_it_is_after_today_or_before_birth(string start, string? refused)
    {
        LifeEventForm form = new() { PatientId = await PatientAsync(_journal, birth: "1970-01-15"), Start = FuzzyDate.Parse(start) };
        SaveOutcome outcome = await _journal.Get<LifeEventRecorder>().RecordAsync(form);
        Assert.Equal(refused, outcome is SaveOutcome.Invalid ? IsInvalid(outcome, nameof(form.Start)).ToString() : null);
    }

    [Fact]
    public async Task Nothing_is_recorded_of_somebody_who_is_not_in_the_journal()
    {
        Guid nobody = Guid.NewGuid();
        long rows = _journal.Rows();
        SaveOutcome[] outcomes =
        [
            await FlareUps.RecordAsync(new FlareUpForm { PatientId = nobody, Start = FuzzyDate.InYear(2020) }),
            await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = nobody, Start = FuzzyDate.InYear(2020) }),
            await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = nobody, Label = "x" }),
            await _journal.Get<ReviewRecorder>().JustifyAsync(nobody, "x"),
            await _journal.Get<NextSteps.NextStepRecorder>().SayAsync(nobody, new NextSteps.NextStepForm { Kind = NextSteps.NextStepKind.DoorOpen }),
            await _journal.Get<Absences.AbsenceNoteRecorder>().RecordAsync(new Absences.AbsenceNoteForm { PatientId = nobody, From = Day("2026-01-05") }),
            await _journal.Get<LifeEventRecorder>().VoidAsync(Guid.NewGuid(), 1),
            await _journal.Get<ClosureRecorder>().RemoveAsync(Guid.NewGuid()),
        ];
        Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome.NotFound>(outcome));
        Assert.IsType<SaveOutcome.Stale>(await DecideAsync(_journal, nobody, Decisions.AwayList.Late, Decisions.AwayDecisionKind.LeaveInPeace));
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_condition_needs_its_words()
    {
        Guid person = await PatientAsync(_journal);
        Assert.Equal(["Label Missing"], Problems(await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = person, Label = " \0 " })));
        IsSaved(await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = person, Label = "mal de dos" }));
    }

    [Fact]
    public async Task A_closure_counts_in_no_lateness_until_it_is_taken_away()
    {
        using TestJournal journal = TestJournal.Open("2026-08-24");
        Guid person = await PatientAsync(journal);
        await VisitAsync(journal, person, "2026-07-31", new NextSteps.NextStepForm { Kind = NextSteps.NextStepKind.Every, Days = 14 });
        Assert.Equal(AwayReview.AwayState.Late, journal.Judge(person).State);
        ClosureRecorder recorder = journal.Get<ClosureRecorder>();
        Assert.Equal(["To EndBeforeStart"], Problems(await recorder.AddAsync(Day("2026-08-23"), Day("2026-08-01"), null)));
        SaveOutcome.Saved closed = IsSaved(await recorder.AddAsync(Day("2026-08-01"), Day("2026-08-23"), "été"));
        Assert.Equal(AwayReview.AwayState.Expected, journal.Judge(person).State);
        IsSaved(await recorder.RemoveAsync(closed.RowId));
        Assert.Equal(AwayReview.AwayState.Late, journal.Judge(person).State);
    }

    [Fact]
    public async Task A_curve_is_not_joined_across_a_gap()
    {
        Guid person = await PatientAsync(_journal);
        foreach (string day in new[] { "2026-01-05", "2026-01-12", "2026-06-01" })
        {
            Visits.VisitForm form = new() { PatientId = person, HeldOn = Day(day), Scores = { [Instrument.Sleep] = 5 } };
            IsSaved(await _journal.Get<Visits.VisitRecorder>().RecordAsync(form));
        }

        Assert.Equal([2, 1], (await TimelineAsync(person)).CurveOf(Instrument.Sleep)!.Runs.Select(run => run.Count));
    }

    private async Task<PatientTimeline> TimelineAsync(Guid person) => (await _journal.Get<TimelineReader>().ReadAsync(person))!;

    private static IEnumerable<string> Problems(SaveOutcome outcome) =>
        Assert.IsType<SaveOutcome.Invalid>(outcome).Problems.Select(problem => $"{problem.Field} {problem.Kind}").Order(StringComparer.Ordinal);
}
