using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Timelines;

/// <summary>What is found in one follow-up leads to the thing, also where it stands in no lane.</summary>
public sealed class RecordSearchViewTests
{
    [Fact]
    public async Task A_goal_that_is_found_opens_whole_in_the_details()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var goal = PeopleRoom.Saved(await room.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Aller jusqu’au pont" })).RowId;
        PeopleRoom.Saved(await room.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.OnHold, Line = "Quand la rivière aura baissé." }));
        var timeline = (await room.Get<TimelineReader>().ReadAsync(person))!;

        var search = room.Room.Render<RecordSearch>(part => part.Add(one => one.Timeline, timeline));
        await search.Find("input").InputAsync("rivière");
        search.WaitForAssertion(() => Assert.Equal("22 novembre 2026 Quand la rivière aura baissé.", search.Find("li a").Read()));
        Assert.Equal($"/patients/{person}?item=fact-{goal}", search.Find("li a").GetAttribute("href"));

        var detail = room.Room.Render<TimelineDetail>(part => part.Add(one => one.Timeline, timeline).Add(one => one.Item, $"fact-{goal}"));
        Assert.Equal("« Aller jusqu’au pont » · En attente", detail.Find("h2").Read());
        Assert.Equal(["22 novembre 2026", "22 novembre 2026 · En attente · Quand la rivière aura baissé."], detail.FindAll("p.text").Select(PeopleSight.Read));
    }

    [Fact]
    public async Task News_open_whole_in_the_details()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var contact = PeopleRoom.Saved(await room.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Une photo de la rivière." })).RowId;
        var timeline = (await room.Get<TimelineReader>().ReadAsync(person))!;

        var detail = room.Room.Render<TimelineDetail>(part => part.Add(one => one.Timeline, timeline).Add(one => one.Item, TimelineItem.Fact(contact)));
        Assert.Equal("Appel, de la personne · 22 novembre 2026", detail.Find("h2").Read());
        Assert.Equal("Une photo de la rivière.", detail.Find("p.text").Read());
    }
}
