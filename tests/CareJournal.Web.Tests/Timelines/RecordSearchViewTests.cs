using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Timelines;

/// <summary>Tests that what is found in one follow-up can be opened, also where it is in no lane of the drawing.</summary>
public sealed class RecordSearchViewTests
{
    [Fact]
    public async Task A_goal_that_is_found_opens_whole_in_the_details()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var goal = PeopleTestContext.Saved(await test.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Aller jusqu’au pont" })).RowId;
        PeopleTestContext.Saved(await test.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.OnHold, Line = "Quand la rivière aura baissé." }));
        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;

        var search = test.Context.Render<RecordSearch>(part => part.Add(one => one.Timeline, timeline));
        await search.Find("input").InputAsync("rivière");
        search.WaitForAssertion(() => Assert.Equal("22 novembre 2026 Quand la rivière aura baissé.", search.Find("li a").Read()));
        Assert.Equal($"/patients/{person}?item=fact-{goal}", search.Find("li a").GetAttribute("href"));

        var detail = test.Context.Render<TimelineDetail>(part => part.Add(one => one.Timeline, timeline).Add(one => one.Item, $"fact-{goal}"));
        Assert.Equal("« Aller jusqu’au pont » · En attente", detail.Find("h2").Read());
        Assert.Equal(["22 novembre 2026", "22 novembre 2026 · En attente · Quand la rivière aura baissé."], detail.FindAll("p.text").Select(PeopleSight.Read));
    }

    [Fact]
    public async Task Themes_are_offered_when_one_is_about_to_search_and_one_shows_its_places()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        foreach (var (day, note) in ((DateOnly, string)[])[(new(2026, 1, 5), "Nuits courtes. #sommeil"), (new(2026, 2, 5), "Mieux. #sommeil #travail"), (new(2026, 3, 5), "#sommeilleuse")])
        {
            PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = day, Note = note }));
        }

        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;
        IReadOnlyList<TimelineHit> hits = [];
        var search = test.Context.Render<RecordSearch>(part => part.Add(one => one.Timeline, timeline).Add(one => one.Found, found => hits = found));
        Assert.Empty(search.FindAll(".chip"));
        await search.Find("input").FocusAsync(new());
        Assert.Equal(["#sommeil 2", "#sommeilleuse 1", "#travail 1"], search.FindAll(".chip").Select(PeopleSight.Read));

        await search.FindAll(".chip")[0].ClickAsync(new());
        Assert.Equal(("#sommeil", "2 passages trouvés"), (search.Find("input").GetAttribute("value"), search.Find("[role=status]").Read()));
        Assert.Equal([new(2026, 2, 5), new DateOnly(2026, 1, 5)], hits.Select(hit => hit.Day));
        Assert.DoesNotContain("sommeil", test.Address, StringComparison.Ordinal);

        await search.Find("input").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(hits);
        Assert.Equal(3, search.FindAll(".chip").Count);
    }

    [Fact]
    public async Task News_open_whole_in_the_details()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var contact = PeopleTestContext.Saved(await test.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Une photo de la rivière." })).RowId;
        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;

        var detail = test.Context.Render<TimelineDetail>(part => part.Add(one => one.Timeline, timeline).Add(one => one.Item, TimelineItem.Fact(contact)));
        Assert.Equal("Appel, de la personne · 22 novembre 2026", detail.Find("h2").Read());
        Assert.Equal("Une photo de la rivière.", detail.Find("p.text").Read());
    }
}
