using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Kit;

/// <summary>News between sessions: noted in place, the latest in sight.</summary>
public sealed class ContactsPartTests
{
    [Fact]
    public async Task News_are_noted_with_a_date_as_one_types_it_and_taken_back()
    {
        await using var room = PeopleRoom.French();
        var part = Open(room, await room.PersonAsync("Claire", "Vasseur"));
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

        var undone = PeopleRoom.Saved(await room.Get<UndoRecorder>().UndoAsync(room.Notices.Current!.ActId!.Value));
        room.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);
        part.WaitForAssertion(() => Assert.Empty(part.FindAll("li")));
    }

    [Fact]
    public async Task The_latest_three_are_in_sight_and_all_on_demand()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        for (int days = 1; days <= 5; days++)
        {
            PeopleRoom.Saved(await room.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = PeopleRoom.Today.AddDays(-days), Words = $"Il y a {days}" }));
        }

        var part = Open(room, person);
        Assert.Equal(["Il y a 1", "Il y a 2", "Il y a 3"], part.FindAll(".words").Select(PeopleSight.Read));

        await part.Button("Tout montrer (5)").ClickAsync(new());
        Assert.Equal(5, part.FindAll("li").Count);
    }

    [Fact]
    public async Task News_are_changed_in_place_and_withdrawn()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        PeopleRoom.Saved(await room.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, Words = "Va mieux." }));
        var part = Open(room, person);

        await part.Button("Modifier").ClickAsync(new());
        await part.Field("Ce qui s’est dit").ChangeAsync("Va bien mieux.");
        await part.Find("form").SubmitAsync();
        Assert.Equal("Va bien mieux.", part.Find(".words").Read());

        await part.Button("Retirer (noté par erreur)").ClickAsync(new());
        Assert.Empty(part.FindAll("li"));
        Assert.Equal("Échange retiré", room.Notices.Current!.Message);
    }

    private static IRenderedComponent<ContactsPart> Open(PeopleRoom room, Guid person) => room.Room.Render<ContactsPart>(part => part.Add(one => one.PatientId, person));
}
