using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>Sessions on a real journal: what is refused, at which field, and what is saved or withdrawn together.</summary>
public sealed class VisitRecorderTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private VisitRecorder Recorder => _journal.Get<VisitRecorder>();

    [Theory]
    [InlineData("2026-11-23", ProblemKind.AfterToday)]
    [InlineData("1970-05-03", ProblemKind.BeforeBirth)]
    [InlineData(null, ProblemKind.DateNotUnderstood)]
    public async Task A_held_visit_after_today_before_birth_or_without_a_day_is_refused_at_its_date(string? heldOn, ProblemKind expected)
    {
        Guid person = await PatientAsync(_journal);
        long rows = _journal.Rows();
        VisitForm form = new() { PatientId = person, HeldOn = heldOn is null ? null : Day(heldOn), Note = "un mot" };
        Assert.Equal(expected, IsInvalid(await Recorder.RecordAsync(form), nameof(VisitForm.HeldOn)));
        Assert.Equal(rows, _journal.Rows());
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("1970-05-04")]
    public async Task A_held_visit_today_or_on_the_day_of_birth_is_saved(string heldOn) =>
        await VisitAsync(_journal, await PatientAsync(_journal), heldOn);

    [Fact]
    public async Task A_session_that_was_planned_is_settled_by_logging_it_from_the_persons_own_page()
    {
        Guid person = await PatientAsync(_journal);
        Guid plan = IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), new TimeOnly(14, 30))).RowId;
        SaveOutcome.Saved held = IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-22"), Note = "Vue." }));
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Equal([(held.RowId, (TimeOnly?)new TimeOnly(14, 30))], timeline.Held.Select(visit => (visit.Id, visit.StartsAt)));
        Assert.Empty(timeline.Planned);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(held.ActId));
        timeline = await TimelineAsync(person);
        Assert.Empty(timeline.Held);
        Assert.Equal([plan], timeline.Planned.Select(visit => visit.Id));
    }

    [Fact]
    public async Task Of_two_planned_sessions_the_one_of_that_time_is_settled_else_the_first()
    {
        Guid person = await PatientAsync(_journal);
        foreach (int hour in (int[])[9, 16, 18])
        {
            IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), new TimeOnly(hour, 0)));
        }

        IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-22"), StartsAt = new TimeOnly(18, 0) }));
        IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-22") }));
        IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-21") }));
        Assert.Equal([(TimeOnly?)new TimeOnly(16, 0)], (await TimelineAsync(person)).Planned.Select(visit => visit.StartsAt));
    }

    [Fact]
    public async Task Nobody_is_planned_twice_for_one_time()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = Guid.CreateVersion7();
        IsSaved(await Recorder.PlanAsync(visit, person, Day("2026-11-22"), new TimeOnly(16, 0)));
        IsSaved(await Recorder.PlanAsync(visit, person, Day("2026-11-22"), new TimeOnly(16, 0)));
        Assert.Equal(ProblemKind.AlreadyPlanned, IsInvalid(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), new TimeOnly(16, 0)), nameof(Visit.StartsAt)));
        IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), new TimeOnly(17, 0)));
        IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), await PatientAsync(_journal, "Autre"), Day("2026-11-22"), new TimeOnly(16, 0)));
    }

    [Fact]
    public async Task A_person_who_is_not_in_the_journal_is_not_found_and_nothing_is_written()
    {
        long rows = _journal.Rows();
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new VisitForm { PatientId = Guid.NewGuid(), HeldOn = Day("2026-01-05") }));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.PlanAsync(Guid.NewGuid(), Guid.NewGuid(), Day("2026-12-01"), null));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.VoidAsync(Guid.NewGuid(), 1));
        Assert.Equal(rows, _journal.Rows());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(181)]
    public async Task A_length_outside_five_to_180_minutes_is_refused(int minutes)
    {
        VisitForm form = new() { PatientId = await PatientAsync(_journal), HeldOn = Day("2026-01-05"), Minutes = minutes };
        Assert.Equal(ProblemKind.OutOfRange, IsInvalid(await Recorder.RecordAsync(form), nameof(VisitForm.Minutes)));
    }

    [Fact]
    public async Task A_visit_with_nothing_but_its_date_is_a_visit()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome.Saved saved = IsSaved(await Recorder.HeldNothingToAddAsync(person, Guid.CreateVersion7(), 0, Day("2026-01-05"), null));
        VisitAnswer visit = await ReadAsync(_journal, saved.RowId);
        Assert.Equal((VisitStatus.Held, null), (visit.Status, visit.Form.Note));
    }

    [Fact]
    public async Task A_double_click_makes_no_duplicate_and_returns_the_first_act()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-01-05"), Note = "une fois", Scores = { [Instrument.Sleep] = 5 } };
        SaveOutcome.Saved[] saved = [.. (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Recorder.RecordAsync(form))))).Select(IsSaved)];
        Assert.Single(saved.Distinct());
        Assert.Single(await HeldAsync(person));
        Assert.Equal(5, Assert.Single((await ReadAsync(_journal, form.Id)).Form.Scores).Value);
    }

    [Fact]
    public async Task A_double_click_on_a_plan_makes_no_duplicate_and_can_be_undone_by_either_answer()
    {
        Guid person = await PatientAsync(_journal);
        Guid id = Guid.CreateVersion7();
        SaveOutcome.Saved first = IsSaved(await Recorder.PlanAsync(id, person, Day("2026-12-01"), null));
        Assert.Equal(first, await Recorder.PlanAsync(id, person, Day("2026-12-01"), null));
    }

    [Fact]
    public async Task What_is_planned_may_be_in_the_future_and_never_in_the_past()
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2027-03-01"), new TimeOnly(9, 30)));
        IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), null));
        Assert.Equal(ProblemKind.NotInFuture, IsInvalid(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-21"), null), nameof(Visit.HeldOn)));
        Assert.Equal(AwayState.NoVisit, _journal.Judge(person).State);
    }

    [Fact]
    public async Task A_planned_visit_becomes_the_held_one_under_its_own_id()
    {
        Guid person = await PatientAsync(_journal);
        Guid id = Guid.CreateVersion7();
        IsSaved(await Recorder.PlanAsync(id, person, Day("2026-11-22"), new TimeOnly(9, 30)));
        IsSaved(await Recorder.HeldNothingToAddAsync(person, id, 1, Day("2026-11-22"), new TimeOnly(9, 30)));
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Equal((1, 0), (timeline.Held.Count, timeline.Planned.Count));
        Assert.Empty((await ReadAsync(_journal, id)).Earlier);
    }

    [Fact]
    public async Task A_missed_visit_is_kept_and_counts_in_no_interval()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05");
        Guid id = Guid.CreateVersion7();
        IsSaved(await Recorder.PlanAsync(id, person, Day("2026-11-22"), null));
        IsSaved(await Recorder.NotHeldAsync(id, 1, VisitStatus.NoShow));
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Equal(id, Assert.Single(timeline.NotHeld).Id);
        Assert.Empty(timeline.Course.Intervals);
    }

    [Fact]
    public async Task A_page_that_read_an_older_state_is_stale_and_writes_nothing()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-01-05", note: "un");
        VisitForm one = await FormAsync(_journal, visit, "deux");
        VisitForm other = await FormAsync(_journal, visit, "trois");
        IsSaved(await Recorder.RecordAsync(one));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(other));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.VoidAsync(visit, other.Revision));
        Assert.Equal("deux", (await ReadAsync(_journal, visit)).Form.Note);
    }

    [Fact]
    public async Task A_page_is_stale_too_when_only_an_answer_changed_since()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-01-05");
        VisitForm one = await FormAsync(_journal, visit);
        VisitForm other = await FormAsync(_journal, visit);
        one.Scores[Instrument.Sleep] = 6;
        IsSaved(await Recorder.RecordAsync(one));
        other.Scores[Instrument.Sleep] = 2;
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(other));
    }

    [Fact]
    public async Task Saving_a_form_in_which_nothing_changed_writes_nothing()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-01-05", note: "un");
        long rows = _journal.Rows();
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(await FormAsync(_journal, visit)));
        Assert.Equal(Guid.Empty, saved.ActId);
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_form_that_is_saved_again_after_its_visit_was_taken_back_is_stale()
    {
        VisitForm form = new() { PatientId = await PatientAsync(_journal), HeldOn = Day("2026-01-05") };
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(form));
    }

    [Fact]
    public async Task A_closed_follow_up_is_reopened_by_a_later_visit_and_the_outcome_reports_it()
    {
        using TestJournal journal = TestJournal.Open("2026-06-01");
        Guid person = await PatientAsync(journal);
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.HandedOver, null));
        journal.Clock.MoveTo(Day("2026-11-22"));
        SaveOutcome.Saved saved = IsSaved(await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-06-02") }));
        Assert.True(saved.Reopened);
        Assert.Null((await journal.Get<PatientReader>().ReadAsync(person))!.Closing);

        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Equal(PatientClosing.HandedOver, (await journal.Get<PatientReader>().ReadAsync(person))!.Closing);
    }

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData("2025-01-06")]
    public async Task A_visit_of_a_day_before_the_closing_leaves_it_closed(string heldOn)
    {
        using TestJournal journal = TestJournal.Open("2026-06-01");
        Guid person = await PatientAsync(journal);
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.ClosedOnMySide, null));
        journal.Clock.MoveTo(Day("2026-11-22"));
        Assert.False(IsSaved(await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(heldOn) })).Reopened);
        Assert.Equal(AwayState.Ended, journal.Judge(person).State);
    }

    [Fact]
    public async Task A_visit_of_a_person_who_has_died_is_asked_about_first()
    {
        PatientForm died = new() { FamilyName = "Exemple", DeceasedOn = Day("2026-05-01") };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(died));
        VisitForm form = new() { PatientId = died.Id, HeldOn = Day("2026-04-20") };
        Assert.Equal(Refusal.Deceased, Assert.IsType<SaveOutcome.Refused>(await Recorder.RecordAsync(form)).Why);
        form.DeceasedConfirmed = true;
        IsSaved(await Recorder.RecordAsync(form));
    }

    [Fact]
    public async Task A_voided_visit_is_withdrawn_with_all_that_was_recorded_in_it()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await FullVisitAsync(person, "2026-10-05");
        IsSaved(await Recorder.VoidAsync(visit, 1));
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Empty(timeline.Held);
        Assert.Empty(timeline.Steps);
        Assert.Empty(timeline.Curves);
        Assert.Empty(timeline.Episodes);
        Assert.Null(await _journal.Get<VisitReader>().ReadAsync(visit));
        using Storage.JournalContext context = _journal.Context();
        Assert.Empty(context.Reviews.Where(review => review.PatientId == person));
        Assert.Empty(context.Episodes.Where(episode => episode.PatientId == person));
    }

    [Fact]
    public async Task A_visit_entered_on_the_wrong_person_moves_whole_and_takes_its_emptied_period_with_it()
    {
        Guid wrong = await PatientAsync(_journal);
        Guid right = await PatientAsync(_journal);
        await VisitAsync(_journal, right, "2026-09-21");
        Guid visit = await FullVisitAsync(wrong, "2026-10-05");
        IsSaved(await Recorder.MoveAsync(visit, 1, right));

        Assert.Equal("2026-09-21 2026-10-05", await PeriodsAsync(_journal, right));
        PatientTimeline left = await TimelineAsync(wrong);
        PatientTimeline found = await TimelineAsync(right);
        Assert.Equal((0, 0, 0, 0), (left.Held.Count, left.Steps.Count, left.Curves.Count, left.Episodes.Count));
        Assert.Equal((2, 1, 1), (found.Held.Count, found.Steps.Count, found.Curves.Count));
        Assert.Equal("parce que", (await ReadAsync(_journal, visit)).Form.JustifiesRhythm);
        Assert.Equal((AwayState.NoVisit, AwayState.Expected), (_journal.Judge(wrong).State, _journal.Judge(right).State));
    }

    [Fact]
    public async Task A_visit_does_not_move_to_somebody_who_was_not_born_yet_or_is_unknown()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "1999-12-31");
        Guid young = await PatientAsync(_journal, birth: "2000-01-01");
        Assert.Equal(ProblemKind.BeforeBirth, IsInvalid(await Recorder.MoveAsync(visit, 1, young), nameof(Visit.HeldOn)));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MoveAsync(visit, 1, Guid.NewGuid()));
    }

    [Fact]
    public async Task A_visit_that_moves_to_a_follow_up_closed_before_it_reopens_it()
    {
        using TestJournal journal = TestJournal.Open("2026-06-01");
        Guid closed = await PatientAsync(journal);
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(closed, PatientClosing.HandedOver, null));
        journal.Clock.MoveTo(Day("2026-11-22"));
        Guid visit = await VisitAsync(journal, await PatientAsync(journal), "2026-10-05");
        Assert.True(IsSaved(await journal.Get<VisitRecorder>().MoveAsync(visit, 1, closed)).Reopened);
    }

    private async Task<Guid> FullVisitAsync(Guid person, string heldOn)
    {
        VisitForm form = new()
        {
            PatientId = person,
            HeldOn = Day(heldOn),
            Scores = { [Instrument.Sleep] = 5 },
            NextStep = new NextSteps.NextStepForm { Kind = NextSteps.NextStepKind.Every, Days = 90 },
            JustifiesRhythm = "parce que",
        };
        return IsSaved(await Recorder.RecordAsync(form)).RowId;
    }

    private async Task<PatientTimeline> TimelineAsync(Guid person) => (await _journal.Get<TimelineReader>().ReadAsync(person))!;

    private async Task<IReadOnlyList<TimelineVisit>> HeldAsync(Guid person) => (await TimelineAsync(person)).Held;

    [Fact]
    public async Task What_was_declared_logged_by_mistake_is_read_the_latest_first_and_what_was_undone_never_happened()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal);
        IsSaved(await Recorder.VoidAsync(await VisitAsync(_journal, person, "2026-03-02"), 1));
        IsSaved(await Recorder.VoidAsync(await VisitAsync(_journal, other, "2026-03-09"), 1));
        SaveOutcome.Saved taken = IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-03-16"), Impression = "repris" }));
        SaveOutcome.Saved undone = IsSaved(await UndoAsync(taken));
        SaveOutcome.Saved declared = IsSaved(await Recorder.VoidAsync(await VisitAsync(_journal, person, "2026-03-23"), 1));
        Assert.Equal([Day("2026-03-23"), Day("2026-03-02")], await WithdrawnAsync(person));

        // Each undo that is itself undone puts things as they were before it.
        SaveOutcome.Saved back = IsSaved(await UndoAsync(declared));
        SaveOutcome.Saved redone = IsSaved(await UndoAsync(undone));
        Assert.Equal([Day("2026-03-02")], await WithdrawnAsync(person));
        Assert.Equal([Day("2026-03-16"), Day("2026-03-23")], (await HeldAsync(person)).Select(visit => visit.HeldOn));
        IsSaved(await UndoAsync(back));
        IsSaved(await UndoAsync(redone));
        Assert.Equal([Day("2026-03-23"), Day("2026-03-02")], await WithdrawnAsync(person));
    }

    private Task<SaveOutcome> UndoAsync(SaveOutcome.Saved act) => _journal.Get<UndoRecorder>().UndoAsync(act.ActId);

    private async Task<IEnumerable<DateOnly>> WithdrawnAsync(Guid person) => (await _journal.Get<VisitReader>().ReadWithdrawnAsync(person)).Select(visit => visit.HeldOn);
}
