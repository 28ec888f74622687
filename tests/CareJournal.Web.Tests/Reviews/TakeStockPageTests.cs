using CareJournal.Acts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Reviews;

/// <summary>Taking stock: what is said of goals and tools there is part of the review.</summary>
public sealed class TakeStockPageTests
{
    [Fact]
    public async Task What_is_said_of_a_goal_and_a_tool_is_recorded_with_the_review_in_one_act()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var goal = PeopleRoom.Saved(await room.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Marcher" })).RowId;
        var tool = PeopleRoom.Saved(await room.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Kind = ToolKind.KnowHow, Label = "Souffler" })).RowId;
        var page = Open(room, person);

        await page.Button("Dire où il en est").ClickAsync(new());
        await page.Chip("Atteint").ChangeAsync(true);
        await page.Field("En une ligne").ChangeAsync("Jusqu’au pont.");
        await page.FindAll("form")[1].SubmitAsync();
        Assert.Contains("Avec ce point · Atteint · Jusqu’au pont.", page.Read(), StringComparison.Ordinal);
        Assert.Empty((await room.Get<GoalReader>().ReadAsync(person))[0].Steps);
        await page.Button("Réajuster").ClickAsync(new());
        await page.Chip("Réajusté").ChangeAsync(true);
        await page.FindAll("form")[1].SubmitAsync();

        await page.Find("form").SubmitAsync();
        var review = Assert.Single(await room.Get<ReviewReader>().ReadAsync(person));
        Assert.Equal([(goal, GoalState.Reached, "Jusqu’au pont.")], review.Goals.Select(move => (move.GoalId, move.State, move.Line)));
        Assert.Equal([(tool, ToolState.Readjusted)], review.Tools.Select(move => (move.ToolId, move.State)));

        PeopleRoom.Saved(await room.Get<UndoRecorder>().UndoAsync(room.Notices.Current!.ActId!.Value));
        Assert.Empty(await room.Get<ReviewReader>().ReadAsync(person));
        Assert.Empty((await room.Get<GoalReader>().ReadAsync(person))[0].Steps);
    }

    [Fact]
    public async Task What_was_gathered_may_be_left_as_it_was_before()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        PeopleRoom.Saved(await room.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Marcher" }));
        var page = Open(room, person);
        await page.Button("Dire où il en est").ClickAsync(new());
        await page.Chip("Atteint").ChangeAsync(true);
        await page.FindAll("form")[1].SubmitAsync();

        await page.Button("Laisser comme avant").ClickAsync(new());
        Assert.DoesNotContain("Avec ce point", page.Read(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();
        Assert.Empty(await room.Get<ReviewReader>().ReadAsync(person));
    }

    private static IRenderedComponent<TakeStockPage> Open(PeopleRoom room, Guid person) => room.Room.Render<TakeStockPage>(page => page.Add(one => one.PatientId, person));
}
