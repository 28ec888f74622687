using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Conditions;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Patients;

public sealed class PatientRecorderTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private PatientRecorder Recorder => _journal.Get<PatientRecorder>();

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", "\t")]
    [InlineData("\0", null)]
    public async Task A_person_without_any_name_is_refused(string? family, string? given) =>
        Assert.Equal(ProblemKind.Missing, IsInvalid(await Recorder.RecordAsync(new PatientForm { FamilyName = family, GivenName = given }), nameof(PatientForm.FamilyName)));

    [Fact]
    public async Task A_new_person_and_the_reason_they_come_for_are_one_act()
    {
        PatientForm form = new() { FamilyName = "Exemple" };
        SaveOutcome refused = await Recorder.RecordAsync(form, new ConditionForm { PatientId = form.Id, Label = new string('a', 5_000) });
        Assert.IsType<SaveOutcome.Invalid>(refused);
        Assert.Null(await _journal.Get<PatientReader>().ReadAsync(form.Id));

        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form, new ConditionForm { PatientId = form.Id, Label = "Dos" }));
        Assert.Equal("Dos", Assert.Single(await _journal.Get<ConditionReader>().ReadAsync(form.Id)).Label);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Null(await _journal.Get<PatientReader>().ReadAsync(form.Id));
    }

    [Fact]
    public async Task One_name_is_enough() =>
        IsSaved(await Recorder.RecordAsync(new PatientForm { GivenName = "Dominique" }));

    [Fact]
    public async Task Days_that_cannot_be_right_are_refused_each_at_its_field()
    {
        PatientForm form = new() { FamilyName = "Exemple", BirthDate = Day("2026-11-23"), DeceasedOn = Day("2026-11-23"), InformedOn = Day("2026-11-23") };
        IReadOnlyList<Problem> problems = Assert.IsType<SaveOutcome.Invalid>(await Recorder.RecordAsync(form)).Problems;
        Assert.Equal([nameof(form.BirthDate), nameof(form.DeceasedOn), nameof(form.InformedOn)], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal(ProblemKind.AfterToday, problem.Kind));

        PatientForm dead = new() { FamilyName = "Exemple", BirthDate = Day("2000-01-02"), DeceasedOn = Day("2000-01-01") };
        Assert.Equal(ProblemKind.BeforeBirth, IsInvalid(await Recorder.RecordAsync(dead), nameof(dead.DeceasedOn)));
    }

    [Fact]
    public async Task A_double_click_makes_one_person()
    {
        PatientForm form = new() { FamilyName = "Jumelle" };
        Assert.Equal(IsSaved(await Recorder.RecordAsync(form)), await Recorder.RecordAsync(form));
        Assert.Single(_journal.Get<PatientNames>().Find("jumelle", 10));
    }

    [Fact]
    public async Task A_page_that_read_an_older_state_is_stale_and_an_unknown_person_is_not_found()
    {
        Guid person = await PatientAsync(_journal);
        PatientForm one = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        PatientForm other = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        one.Phone = "1";
        other.Phone = "2";
        IsSaved(await Recorder.RecordAsync(one));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(other));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new PatientForm { FamilyName = "Exemple", Revision = 3 }));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.CloseAsync(Guid.NewGuid(), PatientClosing.HandedOver, null));
        Assert.Equal("1", (await _journal.Get<PatientReader>().ReadAsync(person))!.Form.Phone);
    }

    [Fact]
    public async Task Concluding_together_needs_the_words_that_were_exchanged()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05");
        Assert.Equal(Refusal.NeedsContact, Assert.IsType<SaveOutcome.Refused>(await Recorder.CloseAsync(person, PatientClosing.ConcludedTogether, " ")).Why);
        IsSaved(await Recorder.CloseAsync(person, PatientClosing.ConcludedTogether, "au téléphone, d'accord tous les deux"));
        Assert.Equal(AwayState.Ended, _journal.Judge(person).State);
        IsSaved(await Recorder.ReopenAsync(person));
        Assert.Equal(AwayState.Recent, _journal.Judge(person).State);
    }

    [Fact]
    public async Task The_day_of_consent_is_kept_while_the_consent_stays_the_same()
    {
        using TestJournal journal = TestJournal.Open();
        PatientForm form = new() { FamilyName = "Exemple", CheckInConsent = CheckInConsent.InWriting };
        IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form));
        journal.Clock.MoveTo(Day("2026-12-24"));
        PatientForm later = (await journal.Get<PatientReader>().ReadAsync(form.Id))!.Form;
        later.Phone = "01";
        IsSaved(await journal.Get<PatientRecorder>().RecordAsync(later));
        await using Storage.JournalContext context = journal.Context();
        Assert.Equal(Day("2026-11-22"), context.Patients.Single().CheckInConsentOn);
    }
}
