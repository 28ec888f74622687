using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Contacts;

/// <summary>Tests the part about news between sessions: noted in place, the latest in sight.</summary>
public sealed class ContactsPartTests
{
    [Fact]
    public async Task News_are_noted_with_a_date_as_one_types_it_and_taken_back()
    {
        await using var test = PeopleTestContext.French();
        var part = await OpenAsync(test, await test.PersonAsync("Claire", "Vasseur"));
        Assert.Contains("Aucune nouvelle notée entre les séances.", part.Read(), StringComparison.Ordinal);

        await part.Button("Noter un appel, un courrier, une nouvelle").ClickAsync(new());
        await part.Chip("Courrier").ChangeAsync(true);
        await part.Field("Quel jour ?").ChangeAsync("un mardi de pluie");
        await part.Field("Ce qui s’est dit").ChangeAsync("Elle remercie.");
        await part.Find("form").SubmitAsync();
        Assert.Equal("Date non comprise. Essayez 12/3, hier ou -2s.", part.ProblemAt("Quel jour ?"));

        await part.Field("Quel jour ?").ChangeAsync("hier");
        await part.Find("form").SubmitAsync();
        Assert.Equal("Courrier · De la personne · 21 novembre 2026 Elle remercie.", string.Join(' ', part.FindAll("li > p").Take(2).Select(PeopleSight.Read)));

        var undone = PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        test.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);
        part.WaitForAssertion(() => Assert.Empty(part.FindAll("li")));
    }

    [Fact]
    public async Task The_latest_three_are_in_sight_and_all_on_demand()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        for (int days = 1; days <= 5; days++)
        {
            PeopleTestContext.Saved(await test.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = PeopleTestContext.Today.AddDays(-days), Words = $"Il y a {days}" }));
        }

        var part = await OpenAsync(test, person);
        Assert.Equal(["Il y a 1", "Il y a 2", "Il y a 3"], part.FindAll(".words").Select(PeopleSight.Read));

        await part.Button("Tout montrer (5)").ClickAsync(new());
        Assert.Equal(5, part.FindAll("li").Count);
    }

    [Fact]
    public async Task News_are_changed_in_place_and_withdrawn()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        PeopleTestContext.Saved(await test.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Va mieux." }));
        var part = await OpenAsync(test, person);

        await part.Button("Modifier").ClickAsync(new());
        await part.Field("Ce qui s’est dit").ChangeAsync("Va bien mieux.");
        await part.Find("form").SubmitAsync();
        Assert.Equal("Va bien mieux.", part.Find(".words").Read());

        await part.Button("Retirer (noté par erreur)").ClickAsync(new());
        Assert.Empty(part.FindAll("li"));
        Assert.Equal("Échange retiré", test.Notices.Current!.Message);
    }

    private static Task<IRenderedComponent<ContactsPart>> OpenAsync(PeopleTestContext test, Guid person) => test.ShowAsync<ContactsPart>(person);
}
