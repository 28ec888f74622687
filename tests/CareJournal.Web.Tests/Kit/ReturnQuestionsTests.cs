using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Kit;

/// <summary>What may still be asked of a return, outside of the form.</summary>
public sealed class ReturnQuestionsTests
{
    [Fact]
    public async Task Each_question_is_answered_with_one_key_and_then_asked_no_more()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        await room.HeldAsync(person, "2026-01-12");
        await room.HeldAsync(person, "2026-11-20");
        var part = await OpenAsync(room, person);
        Assert.Equal("Au retour, le 20 novembre 2026", part.Find("h2").Read());

        await part.Button("En partie").ClickAsync(new());
        Assert.Equal("Séance modifiée", room.Notices.Current!.Message);
        Assert.NotNull(room.Notices.Current.ActId);
        Assert.DoesNotContain("même douleur", part.Read(), StringComparison.Ordinal);
        await part.Button("cherchés, aucun").ClickAsync(new());
        Assert.Equal("", part.Markup.Trim());

        var timeline = (await room.Get<TimelineReader>().ReadAsync(person))!;
        var visit = (await room.Get<VisitReader>().ReadAsync(timeline.Held[^1].Id))!;
        Assert.Equal((SamePain.Partly, RedFlags.LookedForNone), (visit.Form.SamePain, visit.Form.RedFlags));
    }

    [Fact]
    public async Task It_is_offered_again_after_the_next_session_and_never_after_that()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        foreach (string day in (string[])["2026-01-12", "2026-11-06", "2026-11-13"])
        {
            await room.HeldAsync(person, day);
        }

        Assert.Equal("Au retour, le 6 novembre 2026", (await OpenAsync(room, person)).Find("h2").Read());
        await room.HeldAsync(person, "2026-11-20");
        Assert.Equal("", (await OpenAsync(room, person)).Markup.Trim());
    }

    [Fact]
    public async Task Nobody_is_asked_during_a_pause_or_before_there_was_one()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        await room.HeldAsync(person, "2026-11-13");
        Assert.Equal("", (await OpenAsync(room, person)).Markup.Trim());
        var away = await room.PersonAsync("Aline", "Berthier");
        await room.HeldAsync(away, "2025-01-13");
        await room.HeldAsync(away, "2026-01-12");
        Assert.Equal("", (await OpenAsync(room, away)).Markup.Trim());
    }

    private static async Task<IRenderedComponent<ReturnQuestions>> OpenAsync(PeopleRoom room, Guid person)
    {
        var timeline = (await room.Get<TimelineReader>().ReadAsync(person))!;
        return room.Room.Render<ReturnQuestions>(part => part.Add(one => one.Timeline, timeline));
    }
}
