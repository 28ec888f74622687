using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Timelines;
using CareJournal.Web.LifeEvents;
using CareJournal.Web.Patients;

namespace CareJournal.Web.FlareUps;

/// <summary>Tests the forms of a flare-up and a life event: the day on which they were reported, beside the dates on which they were.</summary>
public sealed class FlareUpEditorTests
{
    [Fact]
    public async Task A_flare_up_is_reported_on_the_day_of_the_session_or_today_and_every_date_that_is_not_read_is_named()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var form = test.Context.Render<FlareUpEditor>(editor => editor.Add(part => part.Form, new FlareUpForm { PatientId = person, ReportedOn = new DateOnly(2026, 11, 20) }));
        Assert.Equal("Rapporté le 20 novembre 2026", form.Find("summary").Read());

        await form.Field("Début").ChangeAsync("jadis");
        await form.Field("Fin").ChangeAsync("jadis");
        await form.Field("Rapporté le").ChangeAsync("jadis");
        await form.Find("form").SubmitAsync();
        Assert.Equal(3, form.FindAll(".problem").Count(problem => problem.Read().StartsWith("Date non comprise", StringComparison.Ordinal)));

        await form.Field("Début").ChangeAsync("fin mars");
        await form.Field("Fin").ChangeAsync("mi-juin");
        await form.Field("Rapporté le").ChangeAsync("12/11");
        await form.Find("form").SubmitAsync();
        var flareUp = Assert.Single((await test.Get<TimelineReader>().ReadAsync(person))!.FlareUps);
        Assert.Equal((FuzzyDate.InMonth(2026, 3).Of(DatePart.Late), FuzzyDate.InMonth(2026, 6).Of(DatePart.Middle), new DateOnly(2026, 11, 12)), (flareUp.Start, flareUp.End, flareUp.ReportedOn));
    }

    [Fact]
    public async Task A_life_event_is_reported_today_unless_it_is_said_otherwise()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var form = test.Context.Render<LifeEventEditor>(editor => editor.Add(part => part.Form, new LifeEventForm { PatientId = person }));
        Assert.Equal("Rapporté le 22 novembre 2026", form.Find("summary").Read());
        await form.Field("Début").ChangeAsync("la rentrée 2020");
        await form.Field("Rapporté le").ChangeAsync("");
        await form.Find("form").SubmitAsync();
        var lifeEvent = Assert.Single((await test.Get<TimelineReader>().ReadAsync(person))!.LifeEvents);
        Assert.Equal((FuzzyDate.InMonth(2020, 9), PeopleTestContext.Today), (lifeEvent.Start, lifeEvent.ReportedOn));
    }
}
