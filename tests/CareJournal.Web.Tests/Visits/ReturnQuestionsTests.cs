using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;

namespace CareJournal.Web.Visits;

/// <summary>Tests the questions that may still be asked about a return, outside of the form.</summary>
public sealed class ReturnQuestionsTests
{
    [Fact]
    public async Task Each_question_is_answered_with_one_key_and_then_asked_no_more()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-12");
        await test.HeldAsync(person, "2026-11-20");
        var part = await OpenAsync(test, person);
        Assert.Equal("Au retour, le 20 novembre 2026", part.Find("h2").Read());

        await part.Button("En partie").ClickAsync(new());
        Assert.Equal("Séance modifiée", test.Notices.Current!.Message);
        Assert.NotNull(test.Notices.Current.ActId);
        Assert.DoesNotContain("même douleur", part.Read(), StringComparison.Ordinal);
        await part.Button("recherchés, aucun retrouvé").ClickAsync(new());
        Assert.Equal("", part.Markup.Trim());

        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;
        var visit = (await test.Get<VisitReader>().ReadAsync(timeline.Held[^1].Id))!;
        Assert.Equal((SamePain.Partly, RedFlags.LookedForNone), (visit.Form.SamePain, visit.Form.RedFlags));
    }

    [Fact]
    public async Task It_is_offered_again_after_the_next_session_and_never_after_that()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        foreach (string day in (string[])["2026-01-12", "2026-11-06", "2026-11-13"])
        {
            await test.HeldAsync(person, day);
        }

        Assert.Equal("Au retour, le 6 novembre 2026", (await OpenAsync(test, person)).Find("h2").Read());
        await test.HeldAsync(person, "2026-11-20");
        Assert.Equal("", (await OpenAsync(test, person)).Markup.Trim());
    }

    [Fact]
    public async Task Nobody_is_asked_during_a_pause_or_before_there_was_one()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-11-13");
        Assert.Equal("", (await OpenAsync(test, person)).Markup.Trim());
        var away = await test.PersonAsync("Aline", "Berthier");
        await test.HeldAsync(away, "2025-01-13");
        await test.HeldAsync(away, "2026-01-12");
        Assert.Equal("", (await OpenAsync(test, away)).Markup.Trim());
    }

    private static Task<IRenderedComponent<ReturnQuestions>> OpenAsync(PeopleTestContext test, Guid person) => test.ShowAsync<ReturnQuestions>(person);
}
