using CareJournal.Goals;
using CareJournal.Timelines;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the tabs below the drawing.</summary>
public sealed class PersonTabsTests
{
    [Fact]
    public async Task Only_the_tab_that_is_looked_at_is_rendered_and_it_stays_after_a_save()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var tabs = await test.ShowAsync<PersonTabs>(person);
        Assert.Equal(["Où en étions-nous ?", "Objectifs", "Outils", "Le mot pour quand ça déborde", "Appels, courriers, nouvelles"], tabs.FindAll("[role=tab]").Select(PeopleSight.Read));
        Assert.Equal("Où en étions-nous ?", Selected(tabs));
        Assert.Empty(tabs.FindAll(".state-list"));

        await tabs.FindAll("[role=tab]")[1].ClickAsync(new());
        Assert.Equal("Objectifs", Selected(tabs));
        Assert.Single(tabs.FindAll(".state-list"));

        PeopleTestContext.Saved(await test.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "Marcher" }));
        tabs.WaitForAssertion(() => Assert.Contains("Marcher", tabs.Find(".state-list").Read(), StringComparison.Ordinal));
        Assert.Equal("Objectifs", Selected(tabs));
    }

    [Theory]
    [InlineData("goal", "Objectifs")]
    [InlineData("tool-0157b49d-7300-7001-91a2-eae3b3d01a9b", "Outils")]
    [InlineData("word", "Le mot pour quand ça déborde")]
    [InlineData("contact", "Appels, courriers, nouvelles")]
    [InlineData("flare-up", "Où en étions-nous ?")]
    [InlineData(null, "Où en étions-nous ?")]
    public async Task The_form_that_an_address_opens_is_in_the_tab_that_is_shown(string? opened, string tab)
    {
        await using var test = PeopleTestContext.French();
        PatientTimeline timeline = await test.TimelineAsync(await test.PersonAsync("Claire", "Vasseur"));
        var tabs = test.Context.Render<PersonTabs>(part => part.Add(shown => shown.Timeline, timeline).Add(shown => shown.Opened, opened));
        Assert.Equal(tab, Selected(tabs));
        Assert.Equal(opened is "goal" or "word" or "contact", tabs.FindAll("form").Count > 0);
    }

    private static string Selected(IRenderedComponent<PersonTabs> tabs) => tabs.Find("[role=tab][aria-selected=true]").Read();
}
