using CareJournal.Acts;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Tools;

/// <summary>The tools that help a person: noted, readjusted, set aside, taken up again.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private ToolRecorder Recorder => _journal.Get<ToolRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_tool_is_met_and_goes_through_its_states_each_with_a_line_and_a_view()
    {
        Guid person = await PatientAsync(_journal);
        ToolForm form = await NoteAsync(person, "La respiration du soir");
        Assert.Equal((ToolState.Met, Day("2026-03-02"), false), await InForceAsync(person));
        await MoveAsync(form, ToolState.InDailyLife, "2026-04-06", "Chaque soir.", ToolView.Person);
        await MoveAsync(form, ToolState.Readjusted, "2026-06-01", "Assise plutôt que couchée.", ToolView.Both);
        await MoveAsync(form, ToolState.SetAside, "2026-09-07", null, ToolView.Practitioner);
        TimelineTool tool = Assert.Single(await ReadAsync(person));
        Assert.Equal((ToolKind.KnowHow, "La respiration du soir"), (tool.Kind, tool.Label));
        Assert.Equal((ToolState.SetAside, Day("2026-09-07"), false), await InForceAsync(person));
        await MoveAsync(form, ToolState.InDailyLife, "2026-10-05", null, ToolView.NotSaid);
        TimelineTool again = Assert.Single(await ReadAsync(person));
        Assert.True(again.IsInUse);
        Assert.Equal("Assise plutôt que couchée.", again.LastLine);
        Assert.Equal([ToolView.Person, ToolView.Both, ToolView.Practitioner, ToolView.NotSaid], again.Steps.Select(step => step.View));
    }

    [Fact]
    public async Task A_tool_that_is_in_daily_life_already_is_noted_so_in_one_act()
    {
        Guid person = await PatientAsync(_journal);
        ToolForm form = new() { PatientId = person, Kind = ToolKind.Knowledge, Label = "La douleur n'est pas la lésion", MetOn = Day("2026-03-02"), State = ToolState.InDailyLife, Line = "Elle l'explique à sa sœur.", View = ToolView.Person };
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form));
        Assert.Equal((ToolState.InDailyLife, Day("2026-03-02"), true), await InForceAsync(person));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Empty(await ReadAsync(person));
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"ToolSteps\" WHERE \"VoidedAtUtc\" IS NULL"));
    }

    [Fact]
    public async Task What_cannot_be_right_is_reported_at_its_field()
    {
        Guid person = await PatientAsync(_journal);
        ToolForm form = await NoteAsync(person, "Marcher");
        Assert.Equal(ProblemKind.Missing, IsInvalid(await Recorder.RecordAsync(new ToolForm { PatientId = person }), nameof(ToolForm.Label)));
        _journal.Clock.MoveTo(Day("2026-03-01"));
        Assert.Equal(ProblemKind.EndBeforeStart, IsInvalid(await Recorder.MoveAsync(new ToolMove { ToolId = form.Id, State = ToolState.Tried }), nameof(ToolStep.On)));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MoveAsync(new ToolMove { ToolId = Guid.CreateVersion7(), State = ToolState.Tried }));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.VoidAsync(form.Id, 7));
    }

    [Fact]
    public async Task A_withdrawn_step_leaves_the_one_before_it_in_force()
    {
        Guid person = await PatientAsync(_journal);
        ToolForm form = await NoteAsync(person, "Marcher");
        await MoveAsync(form, ToolState.InDailyLife, "2026-04-06", null, ToolView.Person);
        SaveOutcome.Saved last = await MoveAsync(form, ToolState.SetAside, "2026-05-04", null, ToolView.Person);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(last.ActId));
        Assert.Equal(ToolState.InDailyLife, (await InForceAsync(person)).State);
        IsSaved(await Recorder.VoidAsync(form.Id, 1));
        Assert.Empty(await ReadAsync(person));
    }

    private async Task<ToolForm> NoteAsync(Guid person, string label)
    {
        ToolForm form = new() { PatientId = person, Kind = ToolKind.KnowHow, Label = label, MetOn = Day("2026-03-02") };
        IsSaved(await Recorder.RecordAsync(form));
        return form;
    }

    private async Task<SaveOutcome.Saved> MoveAsync(ToolForm tool, ToolState state, string on, string? line, ToolView view)
    {
        DateOnly today = _journal.Clock.Today;
        _journal.Clock.MoveTo(Day(on));
        SaveOutcome.Saved saved = IsSaved(await Recorder.MoveAsync(new ToolMove { ToolId = tool.Id, State = state, Line = line, View = view }));
        _journal.Clock.MoveTo(today);
        return saved;
    }

    private async Task<IReadOnlyList<TimelineTool>> ReadAsync(Guid person) => (await TimelineAsync(_journal, person)).Tools;

    private async Task<(ToolState State, DateOnly Since, bool InUse)> InForceAsync(Guid person)
    {
        TimelineTool tool = Assert.Single(await ReadAsync(person));
        return (tool.State, tool.Since, tool.IsInUse);
    }
}
