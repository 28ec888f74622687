using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Acts;

/// <summary>Taking an act back, doing it again, and what can no longer be taken back.</summary>
public sealed class UndoTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private UndoRecorder Undo => _journal.Get<UndoRecorder>();

    private VisitRecorder Visits => _journal.Get<VisitRecorder>();

    [Fact]
    public async Task An_act_is_taken_back_once()
    {
        SaveOutcome.Saved saved = await LogAsync(await PatientAsync(_journal), "2026-10-05");
        IsSaved(await Undo.UndoAsync(saved.ActId));
        Assert.Equal(Refusal.AlreadyUndone, await RefusalAsync(saved.ActId));
        Assert.IsType<SaveOutcome.NotFound>(await Undo.UndoAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Taking_back_an_undo_does_the_act_again_with_all_that_was_recorded()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new()
        {
            PatientId = person,
            HeldOn = Day("2026-10-05"),
            Note = "le mot",
            Scores = { [Instrument.Sleep] = 3 },
            NextStep = new NextStepForm { Kind = NextStepKind.Every, Days = 21 },
            JustifiesRhythm = "le sens",
        };
        SaveOutcome.Saved saved = IsSaved(await Visits.RecordAsync(form));
        SaveOutcome.Saved undone = IsSaved(await Undo.UndoAsync(saved.ActId));
        Assert.Null(await _journal.Get<VisitReader>().ReadAsync(form.Id));

        IsSaved(await Undo.UndoAsync(undone.ActId));
        VisitForm again = await FormAsync(_journal, form.Id);
        Assert.Equal(("le mot", 3, 21, "le sens"), (again.Note, again.Scores[Instrument.Sleep], again.NextStep!.Days, again.JustifiesRhythm));
        Assert.Equal("2026-10-05", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_change_is_taken_back_to_the_letter()
    {
        Guid person = await PatientAsync(_journal);
        PatientForm before = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.Phone = "01 02 03 04 05";
        form.Sex = Sex.Woman;
        form.CheckInConsent = CheckInConsent.ByPhone;
        form.OwnScales = [Instrument.Work];
        form.BirthDate = null;
        SaveOutcome.Saved saved = IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
        IsSaved(await Undo.UndoAsync(saved.ActId));
        PatientForm after = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        Assert.Equal((before.Phone, before.Sex, before.CheckInConsent, before.BirthDate), (after.Phone, after.Sex, after.CheckInConsent, after.BirthDate));
        Assert.Equal(before.OwnScales, after.OwnScales);
        Assert.Equal(3, after.Revision);
    }

    [Fact]
    public async Task An_act_whose_row_changed_since_is_not_taken_back()
    {
        SaveOutcome.Saved saved = await LogAsync(await PatientAsync(_journal), "2026-10-05");
        IsSaved(await Visits.RecordAsync(await FormAsync(_journal, saved.RowId, "changé depuis")));
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(saved.ActId));
        Assert.Equal("changé depuis", (await FormAsync(_journal, saved.RowId)).Note);
    }

    [Fact]
    public async Task A_visit_in_which_an_answer_was_given_since_is_not_taken_back()
    {
        SaveOutcome.Saved saved = await LogAsync(await PatientAsync(_journal), "2026-10-05");
        VisitForm form = await FormAsync(_journal, saved.RowId);
        form.Scores[Instrument.Work] = 2;
        IsSaved(await Visits.RecordAsync(form));
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(saved.ActId));
    }

    [Fact]
    public async Task A_person_with_a_record_is_not_taken_back()
    {
        PatientForm form = new() { FamilyName = "Exemple" };
        SaveOutcome.Saved added = IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
        SaveOutcome.Saved logged = await LogAsync(form.Id, "2026-10-05");
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(added.ActId));

        IsSaved(await Undo.UndoAsync(logged.ActId));
        IsSaved(await Undo.UndoAsync(added.ActId));
        Assert.Null(await _journal.Get<PatientReader>().ReadAsync(form.Id));
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(await LastActAsync(ActKind.Undone, logged.ActId)));
    }

    [Fact]
    public async Task The_visit_that_opened_a_period_is_not_taken_back_while_it_has_another()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome.Saved first = await LogAsync(person, "2026-10-05");
        SaveOutcome.Saved second = await LogAsync(person, "2026-10-12");
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(first.ActId));
        Assert.Equal("2026-10-05 2026-10-12", await PeriodsAsync(_journal, person));

        IsSaved(await Undo.UndoAsync(second.ActId));
        IsSaved(await Undo.UndoAsync(first.ActId));
        Assert.Equal("", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_period_that_was_withdrawn_since_gets_no_visit_back()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome.Saved first = await LogAsync(person, "2026-10-05");
        SaveOutcome.Saved second = await LogAsync(person, "2026-10-12");
        SaveOutcome.Saved opened = IsSaved(await _journal.Get<EpisodeRecorder>().OpenAtAsync(second.RowId));
        IsSaved(await Visits.VoidAsync(first.RowId, 1));
        Assert.Equal(Refusal.ChangedSince, await RefusalAsync(opened.ActId));
        Assert.Equal("2026-10-12", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_period_that_loses_its_last_visit_by_an_undo_goes_with_it_and_comes_back_with_it()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome.Saved first = await LogAsync(person, "2026-10-05");
        SaveOutcome.Saved second = await LogAsync(person, "2026-10-12");
        IsSaved(await Visits.VoidAsync(first.RowId, 1));
        SaveOutcome.Saved undone = IsSaved(await Undo.UndoAsync(second.ActId));
        await using (Storage.JournalContext context = _journal.Context())
        {
            Assert.Empty(context.Episodes.Where(episode => episode.PatientId == person));
        }

        IsSaved(await Undo.UndoAsync(undone.ActId));
        Assert.Equal("2026-10-12", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task A_withdrawn_decision_puts_the_person_back_on_the_list()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-06-01");
        Assert.Equal([AwayList.Undecided], _journal.Judge(person).Lists);
        SaveOutcome.Saved decided = IsSaved(await DecideAsync(_journal, person, AwayList.Undecided, AwayDecisionKind.LeaveInPeace));
        Assert.Empty(_journal.Judge(person).Lists);
        IsSaved(await Undo.UndoAsync(decided.ActId));
        Assert.Equal([AwayList.Undecided], _journal.Judge(person).Lists);
    }

    [Fact]
    public async Task A_setting_is_taken_back_and_every_timeline_reads_as_before()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        await VisitAsync(journal, person, "2026-06-01");
        await VisitAsync(journal, person, "2026-08-17");
        SaveOutcome.Saved saved = IsSaved(await journal.Get<SettingsRecorder>().ChooseAsync(60, 10, "Europe/Paris"));
        Assert.Single((await journal.Get<TimelineReader>().ReadAsync(person))!.Course.Gaps);
        Assert.Equal(AwayReview.AwayState.Undecided, journal.Judge(person).State);
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Empty((await journal.Get<TimelineReader>().ReadAsync(person))!.Course.Gaps);
    }

    [Fact]
    public async Task The_last_acts_are_listed_with_what_was_taken_back()
    {
        using TestJournal journal = TestJournal.Open();
        SaveOutcome.Saved saved = IsSaved(await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = await PatientAsync(journal), HeldOn = Day("2026-10-05") }));
        journal.Clock.Advance(TimeSpan.FromMinutes(1));
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        IReadOnlyList<ActAnswer> acts = await journal.Get<ActReader>().ReadLastAsync(10);
        Assert.Equal(ActKind.Undone, acts[0].Kind);
        Assert.Equivalent(new[] { ActKind.Undone, ActKind.PatientAdded, ActKind.VisitLogged }, acts.Select(act => act.Kind));
        Assert.True(acts.Single(act => act.Id == saved.ActId).Undone);
    }

    private async Task<SaveOutcome.Saved> LogAsync(Guid person, string heldOn) =>
        IsSaved(await Visits.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(heldOn) }));

    private async Task<Refusal> RefusalAsync(Guid actId) => Assert.IsType<SaveOutcome.Refused>(await Undo.UndoAsync(actId)).Why;

    private async Task<Guid> LastActAsync(ActKind kind, Guid undoes)
    {
        await using Storage.JournalContext context = _journal.Context();
        return context.Acts.Single(act => act.Kind == kind && act.UndoesActId == undoes).Id;
    }
}
