using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Web.Patients;
using CareJournal.Web.Wording;
using CareJournal.WordsToSelf;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the goals, the tools and the word for when it overflows on the shared screen.</summary>
public sealed class SharedMattersTests
{
    [Fact]
    public async Task Goals_tools_and_the_word_are_shown_side_by_side_and_the_practitioners_own_view_stays_out()
    {
        await using var test = PeopleTestContext.French();
        var shared = await RecordThenReadAsync(test);
        var part = test.Context.Render<SharedMatters>(matters => matters.Add(one => one.Timeline, shared));

        Assert.Equal(["Objectifs", "Outils", "Le mot pour quand ça déborde"], part.FindAll("h2").Select(PeopleSight.Read));
        Assert.Equal(["« Marcher jusqu’au pont » En attente", "Souffler avant la porte À reprendre"], part.FindAll("li p.row").Select(PeopleSight.Read));
        Assert.Equal("« Une chose à la fois. »", part.Find("blockquote").Read());
        Assert.DoesNotContain("canari", part.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Laisser tomber", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_in_the_list_at_their_day_and_lead_nowhere()
    {
        await using var test = PeopleTestContext.French();
        var shared = await RecordThenReadAsync(test);
        var list = test.Context.Render<SharedList>(part => part.Add(one => one.Timeline, shared));

        string[] lines = [.. list.FindAll("li").Select(PeopleSight.Read)];
        Assert.Contains("22 novembre 2026 · « Marcher jusqu’au pont » : En attente", lines);
        Assert.Contains("22 novembre 2026 · Souffler avant la porte : À reprendre", lines);
        Assert.Contains("22 novembre 2026 · Le mot pour quand ça déborde : « Une chose à la fois. »", lines);
        Assert.Empty(list.FindAll("a"));
        Assert.DoesNotContain("canari", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_recorded_nothing_asks_for_it()
    {
        await using var test = PeopleTestContext.French();
        var shared = (await test.Get<TimelineReader>().ReadTogetherAsync(await test.PersonAsync("Claire", "Vasseur")))!;
        Assert.Equal("", test.Context.Render<SharedMatters>(matters => matters.Add(one => one.Timeline, shared)).Markup.Trim());
    }

    private static async Task<PatientTimeline> RecordThenReadAsync(PeopleTestContext test)
    {
        var person = await test.PersonAsync("Claire", "Vasseur");
        var (goals, tools) = (test.Get<GoalRecorder>(), test.Get<ToolRecorder>());
        var walk = PeopleTestContext.Saved(await goals.RecordAsync(new GoalForm { PatientId = person, Words = "Marcher jusqu’au pont" })).RowId;
        PeopleTestContext.Saved(await goals.MoveAsync(new GoalMove { GoalId = walk, State = GoalState.OnHold, Line = "canari" }));
        var gone = PeopleTestContext.Saved(await goals.RecordAsync(new GoalForm { PatientId = person, Words = "Laisser tomber" })).RowId;
        PeopleTestContext.Saved(await goals.MoveAsync(new GoalMove { GoalId = gone, State = GoalState.SetAside }));
        var breath = PeopleTestContext.Saved(await tools.RecordAsync(new ToolForm { PatientId = person, Kind = ToolKind.KnowHow, Label = "Souffler avant la porte" })).RowId;
        PeopleTestContext.Saved(await tools.MoveAsync(new ToolMove { ToolId = breath, State = ToolState.ToRevisit, View = ToolView.Practitioner, Line = "canari" }));
        PeopleTestContext.Saved(await test.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, Words = "Une chose à la fois." }));
        return (await test.Get<TimelineReader>().ReadTogetherAsync(person))!;
    }
}
