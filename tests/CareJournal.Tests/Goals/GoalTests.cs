using CareJournal.Acts;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Goals;

/// <summary>Goals in the person's words: the last step recorded for a goal gives its state.</summary>
public sealed class GoalTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private GoalRecorder Recorder => _journal.Get<GoalRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_goal_is_on_its_way_from_the_day_it_was_set_and_goes_through_its_states()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm form = await SetAsync(person, "Reprendre le marché du samedi", "2026-03-02");
        Assert.Equal((GoalState.Active, Day("2026-03-02"), true), await InForceAsync(person));
        await MoveAsync(form, GoalState.SetAside, "2026-04-06", "Trop tôt.");
        Assert.Equal((GoalState.SetAside, Day("2026-04-06"), false), await InForceAsync(person));
        await MoveAsync(form, GoalState.Active, "2026-06-01");
        await MoveAsync(form, GoalState.Reached, "2026-09-07");
        Assert.Equal((GoalState.Reached, Day("2026-09-07"), false), await InForceAsync(person));

        // A step of an earlier day that is recorded later changes nothing of what came after it.
        await MoveAsync(form, GoalState.OnHold, "2026-05-04");
        Assert.Equal(GoalState.Reached, (await InForceAsync(person)).State);
        Assert.Equal(["Trop tôt."], (await ReadAsync(person))[0].Steps.Select(step => step.Line).OfType<string>());
    }

    [Fact]
    public async Task Open_goals_come_first_each_by_its_day()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm reached = await SetAsync(person, "Le premier", "2026-01-05");
        await SetAsync(person, "Le troisième", "2026-03-02");
        await SetAsync(person, "Le deuxième", "2026-02-02");
        await MoveAsync(reached, GoalState.Reached, "2026-04-06");
        Assert.Equal(["Le deuxième", "Le troisième", "Le premier"], (await ReadAsync(person)).Select(goal => goal.Words));
    }

    [Fact]
    public async Task Recalibrating_puts_it_in_other_words_keeps_the_former_ones_and_is_taken_back_whole()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm form = await SetAsync(person, "Marcher une heure", "2026-03-02");
        GoalMove move = new() { GoalId = form.Id, State = GoalState.Changed, Line = "Chaque jour plutôt que longtemps.", NewWords = "Marcher chaque jour" };
        SaveOutcome.Saved saved = IsSaved(await Recorder.MoveAsync(move));
        TimelineGoal goal = Assert.Single(await ReadAsync(person));
        Assert.Equal(("Marcher chaque jour", GoalState.Changed, true), (goal.Words, goal.State, goal.IsOpen));
        Assert.Equal("Marcher une heure", Assert.Single(goal.Steps).WordsBefore);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        goal = Assert.Single(await ReadAsync(person));
        Assert.Equal(("Marcher une heure", GoalState.Active, 0), (goal.Words, goal.State, goal.Steps.Count));
    }

    [Fact]
    public async Task What_cannot_be_right_is_reported_at_its_field_and_nothing_is_written()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm form = await SetAsync(person, "Marcher", "2026-03-02");
        long rows = _journal.Rows();
        Assert.Equal(ProblemKind.Missing, IsInvalid(await Recorder.RecordAsync(new GoalForm { PatientId = person, Words = " " }), nameof(GoalForm.Words)));
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await Recorder.RecordAsync(new GoalForm { PatientId = person, Words = "x", SetOn = Day("2026-11-23") }), nameof(GoalForm.SetOn)));
        Assert.Equal(ProblemKind.BeforeBirth, IsInvalid(await Recorder.RecordAsync(new GoalForm { PatientId = person, Words = "x", SetOn = Day("1960-01-01") }), nameof(GoalForm.SetOn)));
        GoalMove move = new() { GoalId = form.Id, State = GoalState.Reached };
        _journal.Clock.MoveTo(Day("2026-03-01"));
        Assert.Equal(ProblemKind.EndBeforeStart, IsInvalid(await Recorder.MoveAsync(move), nameof(GoalStep.On)));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MoveAsync(new GoalMove { GoalId = Guid.CreateVersion7(), State = GoalState.Reached }));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new GoalForm { PatientId = Guid.CreateVersion7(), Words = "x" }));
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_double_click_makes_one_goal_and_an_older_page_is_stale()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm form = await SetAsync(person, "Marcher", "2026-03-02");
        IsSaved(await Recorder.RecordAsync(form));
        IsSaved(await Recorder.RecordAsync(new GoalForm { Id = form.Id, PatientId = person, Revision = 1, Words = "Marcher mieux", SetOn = form.SetOn }));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(new GoalForm { Id = form.Id, PatientId = person, Revision = 1, Words = "Autre", SetOn = form.SetOn }));
        Assert.Equal("Marcher mieux", Assert.Single(await ReadAsync(person)).Words);
    }

    [Fact]
    public async Task A_goal_entered_in_error_is_withdrawn_with_all_its_steps_and_comes_back_whole()
    {
        Guid person = await PatientAsync(_journal);
        GoalForm form = await SetAsync(person, "Marcher", "2026-03-02");
        SaveOutcome.Saved set = IsSaved(await Recorder.RecordAsync(form));
        await MoveAsync(form, GoalState.Reached, "2026-05-04");
        Assert.Equal(Refusal.ChangedSince, Assert.IsType<SaveOutcome.Refused>(await _journal.Get<UndoRecorder>().UndoAsync(set.ActId)).Why);
        SaveOutcome.Saved voided = IsSaved(await Recorder.VoidAsync(form.Id, 1));
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"GoalSteps\" WHERE \"VoidedAtUtc\" IS NULL"));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(voided.ActId));
        Assert.Equal(GoalState.Reached, (await InForceAsync(person)).State);
    }

    private async Task<GoalForm> SetAsync(Guid person, string words, string on)
    {
        GoalForm form = new() { PatientId = person, Words = words, SetOn = Day(on) };
        IsSaved(await Recorder.RecordAsync(form));
        return form;
    }

    private async Task MoveAsync(GoalForm goal, GoalState state, string on, string? line = null)
    {
        DateOnly today = _journal.Clock.Today;
        _journal.Clock.MoveTo(Day(on));
        IsSaved(await Recorder.MoveAsync(new GoalMove { GoalId = goal.Id, State = state, Line = line }));
        _journal.Clock.MoveTo(today);
    }

    private async Task<IReadOnlyList<TimelineGoal>> ReadAsync(Guid person) => (await TimelineAsync(_journal, person)).Goals;

    private async Task<(GoalState State, DateOnly Since, bool IsOpen)> InForceAsync(Guid person)
    {
        TimelineGoal goal = Assert.Single(await ReadAsync(person));
        return (goal.State, goal.Since, goal.IsOpen);
    }
}
