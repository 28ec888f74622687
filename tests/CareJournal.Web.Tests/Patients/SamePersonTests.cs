using CareJournal.Acts;
using CareJournal.Patients;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Patients;

/// <summary>Two entries of one person are seen side by side before they are made one.</summary>
public sealed class SamePersonTests
{
    [Fact]
    public async Task Both_are_shown_and_made_one_and_the_page_goes_to_the_person()
    {
        await using var room = PeopleRoom.French();
        var kept = await room.PersonAsync("Solène", "Vauquelin");
        var merged = await room.PersonAsync("Solenn", "Vauquelin", "1971-03-12");
        var page = await ChooseAsync(room, kept, "solenn");
        Assert.Equal(["Solène Vauquelin", "Solenn Vauquelin", "non renseignée", "12 mars 1971"], page.FindAll("table td").Select(PeopleSight.Read));

        await page.Button("Réunir les deux fiches").ClickAsync(new());

        Assert.Equal(Urls.Person(kept), room.Address);
        Assert.Null(room.Get<PatientNames>().Of(merged));
        PeopleRoom.Saved(await room.Get<UndoRecorder>().UndoAsync(room.Notices.Current!.ActId!.Value));
        Assert.NotNull(room.Get<PatientNames>().Of(merged));
    }

    [Fact]
    public async Task Different_days_of_birth_are_told_and_nothing_is_moved()
    {
        await using var room = PeopleRoom.French();
        var kept = await room.PersonAsync("Anne", "Martin", "1958-11-30");
        var other = await room.PersonAsync("Annie", "Martin", "1971-03-12");
        var page = await ChooseAsync(room, kept, "annie");

        await page.Button("Réunir les deux fiches").ClickAsync(new());

        Assert.Equal("La date de naissance ou de décès diffère d’une fiche à l’autre : corrigez l’une d’elles avant de les réunir.", page.Find("#same-problem").Read());
        Assert.NotNull(room.Get<PatientNames>().Of(other));
    }

    [Fact]
    public async Task The_very_same_record_is_not_offered_a_second_time()
    {
        await using var room = PeopleRoom.French();
        var page = await ChooseAsync(room, await room.PersonAsync("Anne", "Martin"), "anne");
        Assert.Equal("C’est déjà cette fiche. Cherchez l’autre.", page.Find("#same-problem").Read());
    }

    private static async Task<IRenderedComponent<EditPatientPage>> ChooseAsync(PeopleRoom room, Guid person, string typed)
    {
        var page = room.Open<EditPatientPage>($"/patients/{person}/edit", person);
        await page.Button("Chercher l’autre fiche").ClickAsync(new());
        await page.Find("[role=combobox]").InputAsync(typed);
        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        return page;
    }
}
