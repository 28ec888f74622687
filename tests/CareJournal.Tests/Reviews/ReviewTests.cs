using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Goals;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Reviews;

/// <summary>Taking stock: what a review records, which goals and tools it moves, and when the journal offers it.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private ReviewRecorder Recorder => _journal.Get<ReviewRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_review_at_a_visit_keeps_every_field_and_moves_goals_and_tools_in_one_act()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05");
        (Guid goal, Guid tool) = await GoalAndToolAsync(person);
        ReviewForm form = new()
        {
            PatientId = person,
            VisitId = visit,
            Kind = ReviewKind.Interim,
            Situation = "Elle a repris le marché.",
            Needs = "Du temps pour elle.",
            JustifiesRhythm = "Garder l'élan.",
            Goals = [new GoalMove { GoalId = goal, State = GoalState.Changed, NewWords = "Marcher chaque jour", Line = "moins long, plus souvent" }],
            Tools = [new ToolMove { ToolId = tool, State = ToolState.Readjusted, Line = "assise", View = ToolView.Both }],
        };
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form));
        ReviewForm read = Assert.Single(await ReadAsync(person));
        Assert.Equal((form.Id, 1, Day("2026-10-05"), form.Kind, form.Situation, form.Needs, form.JustifiesRhythm), (read.Id, read.Revision, read.TakenOn!.Value, read.Kind, read.Situation, read.Needs, read.JustifiesRhythm));
        Assert.Equal("moins long, plus souvent", Assert.Single(read.Goals).Line);
        Assert.Equal(ToolView.Both, Assert.Single(read.Tools).View);
        Assert.Equal(("Marcher chaque jour", GoalState.Changed), ((await GoalsAsync(person)).Words, (await GoalsAsync(person)).State));
        Assert.Equal("Garder l'élan.", (await FormAsync(_journal, visit)).JustifiesRhythm);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(("Marcher une heure", GoalState.Active), ((await GoalsAsync(person)).Words, (await GoalsAsync(person)).State));
    }

    [Theory]
    [InlineData("Situation")]
    [InlineData("Needs")]
    [InlineData("JustifiesRhythm")]
    [InlineData("Goals")]
    public async Task One_filled_field_is_enough_and_an_empty_review_is_refused(string only)
    {
        Guid person = await PatientAsync(_journal);
        (Guid goal, _) = await GoalAndToolAsync(person);
        ReviewForm empty = new() { PatientId = person, Kind = ReviewKind.Interim, Situation = " " };
        Assert.Equal(ProblemKind.Missing, IsInvalid(await Recorder.RecordAsync(empty), nameof(ReviewForm.Situation)));
        ReviewForm form = new()
        {
            PatientId = person,
            Situation = only == "Situation" ? "x" : null,
            Needs = only == "Needs" ? "x" : null,
            JustifiesRhythm = only == "JustifiesRhythm" ? "x" : null,
            Goals = only == "Goals" ? [new GoalMove { GoalId = goal, State = GoalState.Active }] : [],
        };
        IsSaved(await Recorder.RecordAsync(form));
        Assert.Equal(Day("2026-11-22"), Assert.Single(await ReadAsync(person)).TakenOn);
    }

    [Fact]
    public async Task The_line_that_a_visit_recorded_already_becomes_part_of_its_review()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", justifies: "Garder l'élan.");
        IsSaved(await Recorder.RecordAsync(new ReviewForm { PatientId = person, VisitId = visit, Needs = "Du repos." }));
        ReviewForm read = Assert.Single(await ReadAsync(person));
        Assert.Equal(("Du repos.", "Garder l'élan."), (read.Needs, read.JustifiesRhythm));

        // Clearing the line in the session leaves the rest of the review.
        VisitForm changed = await FormAsync(_journal, visit);
        changed.JustifiesRhythm = null;
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(changed));
        read = Assert.Single(await ReadAsync(person));
        Assert.Equal(("Du repos.", null), (read.Needs, read.JustifiesRhythm));
    }

    [Fact]
    public async Task A_goal_recalibrated_while_its_review_is_changed_has_its_new_words_and_keeps_those_before()
    {
        Guid person = await PatientAsync(_journal);
        (Guid goal, _) = await GoalAndToolAsync(person);
        string before = (await TimelineAsync(_journal, person)).Goals.Single(known => known.Id == goal).Words;
        IsSaved(await Recorder.RecordAsync(new ReviewForm { PatientId = person, Goals = [new GoalMove { GoalId = goal, State = GoalState.Active }] }));
        ReviewForm read = Assert.Single(await ReadAsync(person));
        read.Goals = [new GoalMove { GoalId = goal, State = GoalState.Changed, NewWords = "Deux soirs fermés" }];
        IsSaved(await Recorder.RecordAsync(read));
        TimelineGoal stands = (await TimelineAsync(_journal, person)).Goals.Single(known => known.Id == goal);
        Assert.Equal(("Deux soirs fermés", before), (stands.Words, stands.Steps[^1].WordsBefore));
    }

    [Fact]
    public async Task Moves_of_goals_and_tools_that_a_change_leaves_out_are_withdrawn_and_another_page_is_stale()
    {
        Guid person = await PatientAsync(_journal);
        (Guid goal, Guid tool) = await GoalAndToolAsync(person);
        ReviewForm form = new()
        {
            PatientId = person,
            Goals = [new GoalMove { GoalId = goal, State = GoalState.Reached }],
            Tools = [new ToolMove { ToolId = tool, State = ToolState.Tried }],
        };
        IsSaved(await Recorder.RecordAsync(form));
        ReviewForm read = Assert.Single(await ReadAsync(person));
        read.Goals = [];
        read.Tools = [new ToolMove { ToolId = tool, State = ToolState.SetAside, Line = "plus le temps" }];
        IsSaved(await Recorder.RecordAsync(read));
        Assert.Equal(GoalState.Active, (await GoalsAsync(person)).State);
        Assert.Equal("plus le temps", Assert.Single((await TimelineAsync(_journal, person)).Tools[0].Steps).Line);
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(read));

        IsSaved(await Recorder.VoidAsync(read.Id, 2));
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(ToolState.Met, (await TimelineAsync(_journal, person)).Tools[0].State);
    }

    [Fact]
    public async Task Somebody_elses_visit_goal_or_tool_is_not_found()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal, "Autre");
        Guid visit = await VisitAsync(_journal, other, "2026-10-05");
        (Guid goal, Guid tool) = await GoalAndToolAsync(other);
        long rows = _journal.Rows();
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new ReviewForm { PatientId = person, VisitId = visit, Needs = "x" }));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new ReviewForm { PatientId = person, Needs = "x", Goals = [new GoalMove { GoalId = goal, State = GoalState.Reached }] }));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(new ReviewForm { PatientId = person, Needs = "x", Tools = [new ToolMove { ToolId = tool, State = ToolState.Tried }] }));
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_draft_ends_in_its_review()
    {
        Guid person = await PatientAsync(_journal);
        Guid draft = Guid.CreateVersion7();
        ReviewForm form = new() { PatientId = person, Needs = "Du repos.", DraftId = draft };
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form));
        Assert.Equal(saved, await Recorder.RecordAsync(new ReviewForm { PatientId = person, Needs = "Encore.", DraftId = draft }));
        Assert.Single(await ReadAsync(person));
    }

    [Fact]
    public async Task A_visit_that_moves_to_another_person_withdraws_the_moves_of_the_first_ones_tools()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal, "Autre");
        (_, Guid tool) = await GoalAndToolAsync(person);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05");
        IsSaved(await Recorder.RecordAsync(new ReviewForm { PatientId = person, VisitId = visit, Needs = "x", Tools = [new ToolMove { ToolId = tool, State = ToolState.Tried }] }));
        SaveOutcome.Saved moved = IsSaved(await _journal.Get<VisitRecorder>().MoveAsync(visit, 1, other));
        Assert.Equal("x", Assert.Single(await ReadAsync(other)).Needs);
        Assert.Equal(ToolState.Met, (await TimelineAsync(_journal, person)).Tools[0].State);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(moved.ActId));
        Assert.Equal(ToolState.Tried, (await TimelineAsync(_journal, person)).Tools[0].State);
    }

    [Fact]
    public async Task A_return_without_a_review_is_offered_until_stock_is_taken_and_may_be_put_away_until_the_next_visit()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-01-05");
        Assert.Empty(await PromptsAsync(person));
        await VisitAsync(_journal, person, "2026-10-05");
        Assert.Equal([Prompt.Return], await PromptsAsync(person));

        SaveOutcome.Saved dismissed = IsSaved(await _journal.Get<PromptDismissalRecorder>().DismissAsync(person, Prompt.Return, "Fait la dernière fois."));
        Assert.Empty(await PromptsAsync(person));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(dismissed.ActId));
        Assert.Equal([Prompt.Return], await PromptsAsync(person));
        IsSaved(await Recorder.RecordAsync(new ReviewForm { PatientId = person, Needs = "Du repos." }));
        Assert.Empty(await PromptsAsync(person));
    }

    [Fact]
    public async Task A_series_that_was_put_away_is_offered_again_at_the_next_visit()
    {
        Guid person = await PatientAsync(_journal);
        foreach (int week in Enumerable.Range(0, 10))
        {
            await VisitAsync(_journal, person, Day("2026-09-14").AddDays(7 * week).ToString("yyyy-MM-dd"));
        }

        Assert.Equal([Prompt.Series], await PromptsAsync(person));
        IsSaved(await _journal.Get<PromptDismissalRecorder>().DismissAsync(person, Prompt.Series, null));
        Assert.Empty(await PromptsAsync(person));
        Assert.Contains(Decisions.AwayList.TakeStock, _journal.Judge(person).Lists);
        _journal.Clock.Advance(TimeSpan.FromDays(1));
        await VisitAsync(_journal, person, "2026-11-23");
        Assert.Equal([Prompt.Series], await PromptsAsync(person));
        IsSaved(await Recorder.JustifyAsync(person, "Pour marcher."));
        Assert.Empty(await PromptsAsync(person));
    }

    private async Task<(Guid Goal, Guid Tool)> GoalAndToolAsync(Guid person)
    {
        GoalForm goal = new() { PatientId = person, Words = "Marcher une heure", SetOn = Day("2026-03-02") };
        ToolForm tool = new() { PatientId = person, Label = "La respiration", MetOn = Day("2026-03-02") };
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(goal));
        IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(tool));
        return (goal.Id, tool.Id);
    }

    private Task<IReadOnlyList<ReviewForm>> ReadAsync(Guid person) => ReviewsAsync(_journal, person);

    private async Task<TimelineGoal> GoalsAsync(Guid person) => Assert.Single((await TimelineAsync(_journal, person)).Goals);

    private async Task<IReadOnlyList<Prompt>> PromptsAsync(Guid person) => Prompts.Of(await TimelineAsync(_journal, person));
}
