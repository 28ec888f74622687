using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using static CareJournal.Support.Some;

namespace CareJournal.Patients;

/// <summary>The dates of a person do not contradict each other: nothing before birth, nothing lived after death.</summary>
public sealed class KnownDatesTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private const string Death = "2026-05-01";

    private readonly TestJournal _journal = shared.Journal;

    private VisitRecorder Visits => _journal.Get<VisitRecorder>();

    [Fact]
    public async Task No_session_is_planned_with_somebody_who_has_died()
    {
        Guid person = await DeadAsync();
        SaveOutcome outcome = await Visits.PlanAsync(Guid.CreateVersion7(), person, _journal.Clock.Today, null);
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(outcome, nameof(Visit.HeldOn)));
        Assert.Equal([Day(Death)], ((SaveOutcome.Invalid)outcome).Problems[0].Figures);
    }

    [Theory]
    [InlineData("2026-04-30", true)]
    [InlineData(Death, true)]
    [InlineData("2026-05-02", false)]
    [InlineData("2026-11-22", false)]
    public async Task A_session_after_the_death_is_refused_also_when_it_was_confirmed_as_before(string heldOn, bool saved)
    {
        Guid person = await DeadAsync();
        VisitForm form = new() { PatientId = person, HeldOn = Day(heldOn), DeceasedConfirmed = true };
        SaveOutcome outcome = await Visits.RecordAsync(form);
        Assert.Equal(saved, outcome is SaveOutcome.Saved);
        if (!saved)
        {
            Assert.Equal(ProblemKind.AfterDeath, IsInvalid(outcome, nameof(VisitForm.HeldOn)));
            Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await Visits.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(heldOn) }), nameof(VisitForm.HeldOn)));
        }
    }

    [Fact]
    public async Task A_session_is_not_moved_to_somebody_who_had_died_before_it()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-06-01");
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await Visits.MoveAsync(visit, 1, await DeadAsync()), nameof(Visit.HeldOn)));
    }

    [Theory]
    [InlineData(DatedFactKind.Visit)]
    [InlineData(DatedFactKind.FlareUp)]
    [InlineData(DatedFactKind.LifeEvent)]
    [InlineData(DatedFactKind.Goal)]
    [InlineData(DatedFactKind.Tool)]
    [InlineData(DatedFactKind.WordToSelf)]
    [InlineData(DatedFactKind.Condition)]
    [InlineData(DatedFactKind.Contact)]
    public async Task What_a_person_lived_is_refused_after_their_death_and_a_death_before_it_is_refused_with_its_date(DatedFactKind kind)
    {
        Assert.Contains(Assert.IsType<SaveOutcome.Invalid>(await RecordAsync(kind, await DeadAsync(), Day("2026-05-02"))).Problems, problem => problem.Kind == ProblemKind.AfterDeath);

        Guid person = await PatientAsync(_journal);
        IsSaved(await RecordAsync(kind, person, Day("2026-05-02")));
        SaveOutcome refused = await DieAsync(person, Day(Death));
        Assert.Equal(ProblemKind.ContradictsFact, IsInvalid(refused, nameof(PatientForm.DeceasedOn)));
        Assert.Equal([kind, FuzzyDate.OnDay(Day("2026-05-02"))], ((SaveOutcome.Invalid)refused).Problems[0].Figures);
        IsSaved(await DieAsync(person, Day("2026-05-02")));
    }

    [Fact]
    public async Task A_death_before_an_answer_is_refused_with_its_date()
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await AnswerAsync(person, Day("2026-05-02")));
        SaveOutcome refused = await DieAsync(person, Day(Death));
        Assert.Equal(ProblemKind.ContradictsFact, IsInvalid(refused, nameof(PatientForm.DeceasedOn)));
        Assert.Equal([DatedFactKind.Measure, FuzzyDate.OnDay(Day("2026-05-02"))], ((SaveOutcome.Invalid)refused).Problems[0].Figures);
        IsSaved(await DieAsync(person, Day("2026-05-02")));
    }

    [Theory]
    [InlineData(DatedFactKind.Visit)]
    [InlineData(DatedFactKind.Measure)]
    [InlineData(DatedFactKind.FlareUp)]
    [InlineData(DatedFactKind.LifeEvent)]
    [InlineData(DatedFactKind.Goal)]
    [InlineData(DatedFactKind.Tool)]
    [InlineData(DatedFactKind.WordToSelf)]
    [InlineData(DatedFactKind.Condition)]
    [InlineData(DatedFactKind.Contact)]
    [InlineData(DatedFactKind.Review)]
    public async Task A_birth_after_anything_that_is_recorded_is_refused_with_its_date(DatedFactKind kind)
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await RecordAsync(kind, person, Day("2020-05-02")));
        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.BirthDate = Day("2020-05-03");
        SaveOutcome refused = await _journal.Get<PatientRecorder>().RecordAsync(form);
        Assert.Equal(ProblemKind.ContradictsFact, IsInvalid(refused, nameof(PatientForm.BirthDate)));
        Assert.Equal([kind, FuzzyDate.OnDay(Day("2020-05-02"))], ((SaveOutcome.Invalid)refused).Problems[0].Figures);
        form.BirthDate = Day("2020-05-02");
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
    }

    [Fact]
    public async Task What_is_written_afterwards_stays_possible()
    {
        Guid person = await DeadAsync();
        IsSaved(await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2025), ReportedOn = _journal.Clock.Today }));
        IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2026, 4), End = FuzzyDate.InMonth(2026, 5) }));
        IsSaved(await RecordAsync(DatedFactKind.Review, person, _journal.Clock.Today));
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, From = ContactFrom.Practitioner, Words = "Une lettre à sa sœur" }));
        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.StandingNote = "La famille écrit parfois.";
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
    }

    [Fact]
    public async Task The_end_of_a_flare_up_or_of_a_life_event_is_not_after_the_death()
    {
        Guid person = await DeadAsync();
        FuzzyDate start = FuzzyDate.InMonth(2026, 4);
        FuzzyDate end = FuzzyDate.InMonth(2026, 6);
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = start, End = end }), nameof(FlareUpForm.End)));
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = start, End = end }), nameof(LifeEventForm.End)));
    }

    [Fact]
    public async Task A_goal_and_a_tool_do_not_move_after_the_death()
    {
        Guid person = await PatientAsync(_journal);
        Guid goal = IsSaved(await RecordAsync(DatedFactKind.Goal, person, Day("2026-01-05"))).RowId;
        Guid tool = IsSaved(await RecordAsync(DatedFactKind.Tool, person, Day("2026-01-05"))).RowId;
        IsSaved(await DieAsync(person, Day(Death)));
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await _journal.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.Reached }), nameof(GoalStep.On)));
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await _journal.Get<ToolRecorder>().MoveAsync(new ToolMove { ToolId = tool, State = ToolState.Tried }), nameof(ToolStep.On)));
        DateOnly today = _journal.Clock.Today;
        _journal.Clock.MoveTo(Day(Death));
        IsSaved(await _journal.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.Reached }));
        _journal.Clock.MoveTo(today);
    }

    [Theory]
    [InlineData("1969-01-01", ProblemKind.BeforeBirth)]
    [InlineData("2026-05-02", ProblemKind.AfterDeath)]
    public async Task Somebody_is_informed_of_what_is_kept_about_them_in_their_lifetime(string informedOn, ProblemKind expected)
    {
        PatientForm form = new() { FamilyName = "Exemple", BirthDate = Day("1970-05-04"), DeceasedOn = Day(Death), InformedOn = Day(informedOn) };
        Assert.Equal(expected, IsInvalid(await _journal.Get<PatientRecorder>().RecordAsync(form), nameof(form.InformedOn)));
    }

    [Fact]
    public async Task Nothing_is_concluded_together_with_somebody_who_has_died()
    {
        Guid person = await DeadAsync();
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.ConcludedTogether, "Au revoir"), nameof(Patient.ClosedOn)));
        IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.ClosedOnMySide, null));
    }

    [Fact]
    public async Task A_session_that_was_planned_before_the_death_was_known_can_be_cancelled_and_not_held()
    {
        Guid person = await PatientAsync(_journal);
        Guid planned = Guid.CreateVersion7();
        IsSaved(await Visits.PlanAsync(planned, person, _journal.Clock.Today, null));
        IsSaved(await DieAsync(person, Day(Death)));
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await Visits.HeldNothingToAddAsync(person, planned, 1, _journal.Clock.Today, null), nameof(VisitForm.HeldOn)));
        IsSaved(await Visits.NotHeldAsync(planned, 1, VisitStatus.CancelledByPractice));
    }

    [Fact]
    public async Task Undoing_brings_back_no_session_after_a_death_and_no_death_before_a_session()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-06-01");
        SaveOutcome.Saved withdrawn = IsSaved(await Visits.VoidAsync(visit, 1));
        SaveOutcome.Saved died = IsSaved(await DieAsync(person, Day(Death)));
        UndoRecorder undo = _journal.Get<UndoRecorder>();
        Assert.Equal(Refusal.DatesContradict, Assert.IsType<SaveOutcome.Refused>(await undo.UndoAsync(withdrawn.ActId)).Why);
        SaveOutcome.Saved alive = IsSaved(await undo.UndoAsync(died.ActId));
        IsSaved(await undo.UndoAsync(withdrawn.ActId));
        Assert.Equal(Refusal.DatesContradict, Assert.IsType<SaveOutcome.Refused>(await undo.UndoAsync(alive.ActId)).Why);
    }

    [Fact]
    public async Task Two_entries_whose_dates_contradict_each_other_are_not_made_one()
    {
        PatientForm undated = new() { FamilyName = "Exemple" };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(undated));
        await VisitAsync(_journal, undated.Id, "2019-03-04");
        Guid young = await PatientAsync(_journal, birth: "2020-01-01");
        PatientMergeRecorder merge = _journal.Get<PatientMergeRecorder>();
        Assert.Equal(Refusal.DatesContradict, Assert.IsType<SaveOutcome.Refused>(await merge.MergeAsync(undated.Id, young)).Why);
        Assert.Equal(Refusal.DatesContradict, Assert.IsType<SaveOutcome.Refused>(await merge.MergeAsync(young, undated.Id)).Why);
    }

    private async Task<Guid> DeadAsync()
    {
        PatientForm form = new() { FamilyName = "Exemple", BirthDate = Day("1970-05-04"), DeceasedOn = Day(Death) };
        return IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form)).RowId;
    }

    private async Task<SaveOutcome> DieAsync(Guid person, DateOnly on)
    {
        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.DeceasedOn = on;
        return await _journal.Get<PatientRecorder>().RecordAsync(form);
    }

    // No form records an answer without a visit; a file may hold one.
    private Task<SaveOutcome> AnswerAsync(Guid person, DateOnly on) =>
        _journal.Get<JournalWriter>().WriteAsync(ActKind.MeasuresRecorded, person, journal =>
        {
            Measure measure = Measure.Create(person, null, on, Instrument.Sleep, 4);
            journal.Add(measure);
            return Task.FromResult<SaveOutcome>(new SaveOutcome.Saved(measure.Id, Guid.Empty));
        });

    private async Task<SaveOutcome> RecordAsync(DatedFactKind kind, Guid person, DateOnly on) => kind switch
    {
        DatedFactKind.Visit => await Visits.RecordAsync(new VisitForm { PatientId = person, HeldOn = on }),
        DatedFactKind.Measure => await AnswerAsync(person, on),
        DatedFactKind.FlareUp => await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.OnDay(on), Ongoing = true }),
        DatedFactKind.LifeEvent => await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.OnDay(on) }),
        DatedFactKind.Goal => await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Aller au marché", SetOn = on }),
        DatedFactKind.Tool => await _journal.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Label = "Respirer", MetOn = on }),
        DatedFactKind.WordToSelf => await _journal.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, Words = "Ça passe.", On = on }),
        DatedFactKind.Condition => await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = person, Label = "Lombalgie", Onset = FuzzyDate.OnDay(on) }),
        DatedFactKind.Contact => await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = on }),
        DatedFactKind.Review => await _journal.Get<ReviewRecorder>().RecordAsync(new ReviewForm { PatientId = person, Needs = "Du repos", TakenOn = on }),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
