using CareJournal.Timelines;
using CareJournal.Web.Patients;
using CareJournal.WordsToSelf;

namespace CareJournal.Web.Visits;

/// <summary>Tests the card « Où en étions-nous ? », which is there only if it says something.</summary>
public sealed class BriefingTests
{
    [Fact]
    public async Task A_person_of_whom_there_is_nothing_to_tell_has_no_card_beside_the_session_that_is_written()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Odile", "Lemoine");
        await test.HeldAsync(person, "2025-01-13");
        Assert.Equal("", (await OpenAsync(test, person)).Markup.Trim());

        PeopleTestContext.Saved(await test.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, Words = "Respirer d’abord." }));
        Assert.Contains("Respirer d’abord.", (await OpenAsync(test, person)).Find("section.card").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_page_of_a_person_without_a_session_the_card_says_that_it_is_the_first()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Odile", "Lemoine");
        var timeline = await test.TimelineAsync(person);

        Assert.Single(test.Context.Render<Briefing>(part => part.Add(shown => shown.Timeline, timeline)).FindAll("section.card p"));
    }

    private static async Task<IRenderedComponent<Briefing>> OpenAsync(PeopleTestContext test, Guid person)
    {
        PatientTimeline timeline = await test.TimelineAsync(person);
        return test.Context.Render<Briefing>(part => part.Add(shown => shown.Timeline, timeline).Add(shown => shown.Short, true));
    }
}
