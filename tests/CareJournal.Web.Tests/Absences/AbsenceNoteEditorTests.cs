using AngleSharp.Dom;
using CareJournal.Absences;
using CareJournal.Timelines;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Absences;

/// <summary>Tests the form of a pause: several reasons may be given, and a former one stays until it is taken off.</summary>
public sealed class AbsenceNoteEditorTests
{
    [Fact]
    public async Task Several_reasons_are_chosen_and_one_is_taken_off_again()
    {
        await using var test = PeopleTestContext.French();
        var person = await ReturnedAsync(test);
        var form = await OpenAsync(test, person);
        Assert.DoesNotContain(form.FindAll("button.chip"), chip => chip.Read() is "Pas su" or "Accès, sans autre précision");

        foreach (string why in (string[])["Coût", "Trajet", "Plus d’ordonnance", "Coût"])
        {
            await Why(form, why).ClickAsync(new());
        }

        await form.Find("form").SubmitAsync();
        Assert.Equal(WhyNoSession.Travel | WhyNoSession.NoPrescription, (await GapAsync(test, person)).Note!.WhyNoSession);
        Assert.Equal(["Trajet", "Plus d’ordonnance"], (await OpenAsync(test, person)).FindAll("button.chip[aria-pressed=true]").Select(chip => chip.Read()));
    }

    [Fact]
    public async Task The_former_reason_access_is_kept_where_it_was_recorded_and_can_be_told_apart()
    {
        await using var test = PeopleTestContext.French();
        var person = await ReturnedAsync(test);
        var recorded = AbsenceNoteEditor.Begin((await test.Get<TimelineReader>().ReadAsync(person))!, await GapAsync(test, person));
        recorded.WhyNoSession = WhyNoSession.Access;
        PeopleTestContext.Saved(await test.Get<AbsenceNoteRecorder>().RecordAsync(recorded));

        var form = await OpenAsync(test, person);
        Assert.Equal("true", Why(form, "Accès, sans autre précision").GetAttribute("aria-pressed"));
        await Why(form, "Accès, sans autre précision").ClickAsync(new());
        await Why(form, "Pas de place au cabinet").ClickAsync(new());
        await form.Find("form").SubmitAsync();
        Assert.Equal(WhyNoSession.NoRoomAtPractice, (await GapAsync(test, person)).Note!.WhyNoSession);
    }

    [Fact]
    public async Task A_single_reason_in_a_draft_of_before_is_read_as_none()
    {
        await using var test = PeopleTestContext.French();
        var person = await ReturnedAsync(test);
        var draft = AbsenceNoteEditor.Begin((await test.Get<TimelineReader>().ReadAsync(person))!, await GapAsync(test, person));
        draft.WhyNoSession = (WhyNoSession)7;
        PeopleTestContext.Saved(await test.Get<AbsenceNoteRecorder>().RecordAsync(draft));
        Assert.Equal(WhyNoSession.NotKnown, (await GapAsync(test, person)).Note!.WhyNoSession);
    }

    [Fact]
    public async Task The_day_on_which_it_was_reported_is_said_and_can_be_another_but_not_a_coming_one()
    {
        await using var test = PeopleTestContext.French();
        var person = await ReturnedAsync(test);
        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;
        var form = test.Context.Render<AbsenceNoteEditor>(editor => editor.Add(part => part.Form, AbsenceNoteEditor.Begin(timeline, timeline.Gaps[0])).Add(part => part.Since, timeline.Gaps[0].From));
        Assert.Equal("Rapporté le 22 novembre 2026", form.Find("summary").Read());
        Assert.False(form.Find("details").HasAttribute("open"));

        foreach ((string typed, string problem) in (IEnumerable<(string, string)>)[("23/11/2026", "Cette date est après aujourd’hui."), ("en mars", "Il faut ici un seul jour, par exemple 12/3/2024."), ("jadis", "Date non comprise. Essayez 12/3, hier ou -2s.")])
        {
            await form.Field("Rapporté le").ChangeAsync(typed);
            await form.Find("form").SubmitAsync();
            Assert.Contains(problem, form.FindAll(".problem").Select(one => one.Read()));
            Assert.True(form.Find("details").HasAttribute("open"));
        }

        await form.Field("Rapporté le").ChangeAsync("hier");
        Assert.Equal("Rapporté le 21 novembre 2026", form.Find("summary").Read());
        await form.Find("form").SubmitAsync();
        Assert.Equal(new DateOnly(2026, 11, 21), (await GapAsync(test, person)).Note!.ReportedOn);
        Assert.Equal("Rapporté le 21 novembre 2026", (await OpenAsync(test, person)).Find("summary").Read());
    }

    private static async Task<Guid> ReturnedAsync(PeopleTestContext test)
    {
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-12");
        await test.HeldAsync(person, "2026-11-20");
        return person;
    }

    private static async Task<TimelineGap> GapAsync(PeopleTestContext test, Guid person) => (await test.Get<TimelineReader>().ReadAsync(person))!.Gaps[0];

    private static async Task<IRenderedComponent<AbsenceNoteEditor>> OpenAsync(PeopleTestContext test, Guid person)
    {
        var timeline = (await test.Get<TimelineReader>().ReadAsync(person))!;
        return test.Context.Render<AbsenceNoteEditor>(form => form.Add(part => part.Form, AbsenceNoteEditor.Begin(timeline, timeline.Gaps[0])).Add(part => part.Since, timeline.Gaps[0].From));
    }

    private static IElement Why(IRenderedComponent<AbsenceNoteEditor> form, string words) => form.FindAll("button.chip").Single(chip => chip.Read() == words);
}
