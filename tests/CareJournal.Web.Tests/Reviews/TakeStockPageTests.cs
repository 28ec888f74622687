using CareJournal.Acts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Reviews;

/// <summary>Tests that what is recorded about goals and tools while taking stock is part of the review.</summary>
public sealed class TakeStockPageTests
{
    [Fact]
    public async Task What_is_written_about_a_goal_and_a_tool_is_recorded_with_the_review_in_one_act()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var goal = PeopleTestContext.Saved(await test.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Marcher" })).RowId;
        var tool = PeopleTestContext.Saved(await test.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Kind = ToolKind.KnowHow, Label = "Souffler" })).RowId;
        var page = Open(test, person);

        await page.Button("Dire où il en est").ClickAsync(new());
        await page.Chip("Atteint").ChangeAsync(true);
        await page.Field("En une ligne").ChangeAsync("Jusqu’au pont.");
        await page.FindAll("form")[1].SubmitAsync();
        Assert.Contains("Avec ce point · Atteint · Jusqu’au pont.", page.Read(), StringComparison.Ordinal);
        Assert.Empty((await test.TimelineAsync(person)).Goals[0].Steps);
        await page.Button("Réajuster").ClickAsync(new());
        await page.Chip("Réajusté").ChangeAsync(true);
        await page.FindAll("form")[1].SubmitAsync();

        await page.Find("form").SubmitAsync();
        var timeline = await test.TimelineAsync(person);
        var review = Assert.Single(timeline.Reviews).AsForm(timeline);
        Assert.Equal([(goal, GoalState.Reached, "Jusqu’au pont.")], review.Goals.Select(move => (move.GoalId, move.State, move.Line)));
        Assert.Equal([(tool, ToolState.Readjusted)], review.Tools.Select(move => (move.ToolId, move.State)));

        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.Empty((await test.TimelineAsync(person)).Reviews);
        Assert.Empty((await test.TimelineAsync(person)).Goals[0].Steps);
    }

    [Fact]
    public async Task What_was_gathered_may_be_left_as_it_was_before()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        PeopleTestContext.Saved(await test.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Marcher" }));
        var page = Open(test, person);
        await page.Button("Dire où il en est").ClickAsync(new());
        await page.Chip("Atteint").ChangeAsync(true);
        await page.FindAll("form")[1].SubmitAsync();

        await page.Button("Laisser comme avant").ClickAsync(new());
        Assert.DoesNotContain("Avec ce point", page.Read(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();
        Assert.Empty((await test.TimelineAsync(person)).Reviews);
    }

    private static IRenderedComponent<TakeStockPage> Open(PeopleTestContext test, Guid person) => test.Context.Render<TakeStockPage>(page => page.Add(one => one.PatientId, person));
}
