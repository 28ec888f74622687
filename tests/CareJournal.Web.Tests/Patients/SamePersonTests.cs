using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Patients;

/// <summary>Tests that two entries of one person are shown side by side before they are merged.</summary>
public sealed class SamePersonTests
{
    [Fact]
    public async Task Both_are_shown_and_made_one_and_the_page_goes_to_the_person()
    {
        await using var test = PeopleTestContext.French();
        var kept = await test.PersonAsync("Solène", "Vauquelin");
        var merged = await test.PersonAsync("Solenn", "Vauquelin", "1971-03-12");
        var page = await ChooseAsync(test, kept, "solenn");
        Assert.Equal(["Solène Vauquelin", "Solenn Vauquelin", "non renseignée", "12 mars 1971"], page.FindAll("table td").Select(PeopleSight.Read));

        await page.Button("Réunir les deux fiches").ClickAsync(new());

        Assert.Equal(Urls.Person(kept), test.Address);
        Assert.Null(test.Get<PatientNames>().Of(merged));
        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.NotNull(test.Get<PatientNames>().Of(merged));
    }

    [Fact]
    public async Task Different_days_of_birth_are_reported_and_nothing_is_moved()
    {
        await using var test = PeopleTestContext.French();
        var kept = await test.PersonAsync("Anne", "Martin", "1958-11-30");
        var other = await test.PersonAsync("Annie", "Martin", "1971-03-12");
        var page = await ChooseAsync(test, kept, "annie");

        await page.Button("Réunir les deux fiches").ClickAsync(new());

        Assert.Equal("La date de naissance ou de décès diffère d’une fiche à l’autre : corrigez l’une d’elles avant de les réunir.", page.Find("#same-problem").Read());
        Assert.NotNull(test.Get<PatientNames>().Of(other));
    }

    [Fact]
    public async Task The_very_same_record_is_not_offered_a_second_time()
    {
        await using var test = PeopleTestContext.French();
        var page = await ChooseAsync(test, await test.PersonAsync("Anne", "Martin"), "anne");
        Assert.Equal("C’est déjà cette fiche. Cherchez l’autre.", page.Find("#same-problem").Read());
    }

    private static async Task<IRenderedComponent<EditPatientPage>> ChooseAsync(PeopleTestContext test, Guid person, string typed)
    {
        var page = test.Open<EditPatientPage>($"/patients/{person}/edit", person);
        await page.Button("Chercher l’autre fiche").ClickAsync(new());
        await page.Find("[role=combobox]").InputAsync(typed);
        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        return page;
    }
}
