using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Search;
using CareJournal.Timelines;
using CareJournal.Web.Patients;
using CareJournal.Web.Search;
using CareJournal.Web.Timelines.Printing;

namespace CareJournal.Web.Timelines;

/// <summary>Tests that what was told as a month, a season or a year is printed as that everywhere, and never as a day.</summary>
public sealed class RememberedDatesTests
{
    [Fact]
    public async Task Lists_searches_and_paper_keep_the_unit_of_the_memory()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2024-12-02");
        FuzzyDate autumn = FuzzyDate.InSeason(2024, Season.Autumn);
        PeopleTestContext.Saved(await test.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = autumn, End = FuzzyDate.InYear(2025).Of(DatePart.Early), WhatHelped = "La rivière." }));
        PeopleTestContext.Saved(await test.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InMonth(2024, 3).Of(DatePart.Late), Words = "Un nouveau poste près de la rivière" }));
        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;

        var list = test.Context.Render<TimelineList>(part => part.Add(one => one.Timeline, timeline));
        await list.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await list.Button("Voir en tableau").ClickAsync(new());
        Assert.Contains("à l’automne 2024", list.FindAll("td.number").Select(PeopleSight.Read));
        Assert.Contains("fin mars 2024", list.FindAll("td.number").Select(PeopleSight.Read));
        Assert.Contains("2 décembre 2024", list.FindAll("td.number").Select(PeopleSight.Read));

        var search = test.Context.Render<RecordSearch>(part => part.Add(one => one.Timeline, timeline));
        await search.Find("input").InputAsync("rivière");
        search.WaitForAssertion(() => Assert.Equal(["à l’automne 2024", "fin mars 2024"], search.FindAll("li strong").Select(PeopleSight.Read)));

        var hits = (await test.Get<SearchReader>().FindAsync("rivière")).Hits;
        var found = test.Context.Render<SearchedPerson>(part => part.Add(one => one.Person, null).Add(one => one.Hits, hits).Add(one => one.Query, SearchQuery.Of("rivière")!));
        Assert.Equal(["à l’automne 2024 · Poussée", "fin mars 2024 · Moment de vie"], found.FindAll("li strong").Select(PeopleSight.Read));

        Sheet sheet = Disclosure.OnPaper(timeline, new SheetForm { Lanes = [.. Enum.GetValues<SheetLane>()] }.Choose(PeopleTestContext.Today).Choice!);
        Assert.Equal(["~ Poussée rapportée, a commencé à l’automne 2024, a pris fin début 2025, environ 4 mois."], SheetSentences.FlareUps(sheet, test.Get<Wording.Words>()).Select(Plain));
        Assert.Equal(["~ Un nouveau poste près de la rivière, fin mars 2024."], SheetSentences.LifeEvents(sheet, test.Get<Wording.Words>()).Select(Plain));

        static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
    }
}
