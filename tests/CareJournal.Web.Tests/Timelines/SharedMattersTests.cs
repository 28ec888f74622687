using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Web.Patients;
using CareJournal.WordsToSelf;

namespace CareJournal.Web.Timelines;

/// <summary>What matters, what one leans on and the word for when it overflows, on the screen that is looked at together.</summary>
public sealed class SharedMattersTests
{
    [Fact]
    public async Task Goals_tools_and_the_word_stand_side_by_side_and_the_practitioners_own_view_stays_out()
    {
        await using var room = PeopleRoom.French();
        var shared = await TellAsync(room);
        var part = room.Room.Render<SharedMatters>(matters => matters.Add(one => one.Shared, shared));

        Assert.Equal(["Objectifs", "Outils", "Le mot pour quand ça déborde"], part.FindAll("h2").Select(PeopleSight.Read));
        Assert.Equal(["« Marcher jusqu’au pont » En attente", "Souffler avant la porte À reprendre"], part.FindAll("li p.row").Select(PeopleSight.Read));
        Assert.Equal("« Une chose à la fois. »", part.Find("blockquote").Read());
        Assert.DoesNotContain("canari", part.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Laisser tomber", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stand_in_the_list_at_their_day_and_lead_nowhere()
    {
        await using var room = PeopleRoom.French();
        var shared = await TellAsync(room);
        var list = room.Room.Render<SharedList>(part => part.Add(one => one.Shared, shared).Add(one => one.Timeline, shared.AsDrawn()));

        string[] lines = [.. list.FindAll("li").Select(PeopleSight.Read)];
        Assert.Contains("22 novembre 2026 · « Marcher jusqu’au pont » : En attente", lines);
        Assert.Contains("22 novembre 2026 · Souffler avant la porte : À reprendre", lines);
        Assert.Contains("22 novembre 2026 · Le mot pour quand ça déborde : « Une chose à la fois. »", lines);
        Assert.Empty(list.FindAll("a"));
        Assert.DoesNotContain("canari", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_said_nothing_asks_for_it()
    {
        await using var room = PeopleRoom.French();
        var shared = (await room.Get<SharedTimelineReader>().ReadAsync(await room.PersonAsync("Claire", "Vasseur")))!;
        Assert.Equal("", room.Room.Render<SharedMatters>(matters => matters.Add(one => one.Shared, shared)).Markup.Trim());
    }

    private static async Task<SharedTimeline> TellAsync(PeopleRoom room)
    {
        var person = await room.PersonAsync("Claire", "Vasseur");
        var (goals, tools) = (room.Get<GoalRecorder>(), room.Get<ToolRecorder>());
        var walk = PeopleRoom.Saved(await goals.RecordAsync(new GoalForm { PatientId = person, Words = "Marcher jusqu’au pont" })).RowId;
        PeopleRoom.Saved(await goals.MoveAsync(new GoalMove { GoalId = walk, State = GoalState.OnHold, Line = "canari" }));
        var gone = PeopleRoom.Saved(await goals.RecordAsync(new GoalForm { PatientId = person, Words = "Laisser tomber" })).RowId;
        PeopleRoom.Saved(await goals.MoveAsync(new GoalMove { GoalId = gone, State = GoalState.SetAside }));
        var breath = PeopleRoom.Saved(await tools.RecordAsync(new ToolForm { PatientId = person, Kind = ToolKind.KnowHow, Label = "Souffler avant la porte" })).RowId;
        PeopleRoom.Saved(await tools.MoveAsync(new ToolMove { ToolId = breath, State = ToolState.ToRevisit, View = ToolView.Practitioner, Line = "canari" }));
        PeopleRoom.Saved(await room.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, Words = "Une chose à la fois." }));
        return (await room.Get<SharedTimelineReader>().ReadAsync(person))!;
    }
}
