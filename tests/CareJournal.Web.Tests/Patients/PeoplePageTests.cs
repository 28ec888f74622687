using AngleSharp.Dom;
using CareJournal.Patients;

namespace CareJournal.Web.Patients;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task The_list_of_everybody_is_shown_only_when_it_is_asked_for()
    {
        await using var room = PeopleRoom.French();
        await room.PersonAsync("Claire", "Vasseur");

        var page = room.Open<PeoplePage>(Urls.People);

        Assert.Contains("1 personne dans le journal", page.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Vasseur", page.Markup, StringComparison.Ordinal);
        Assert.Equal(Urls.AllPeople(), page.Button("Voir toutes les personnes").GetAttribute("href"));
        Assert.Equal(Urls.NewPerson, page.Button("Ajouter une personne").GetAttribute("href"));
    }

    [Fact]
    public async Task Everybody_stands_by_family_name_with_age_last_session_and_where_we_are()
    {
        await using var room = PeopleRoom.French();
        await room.HeldAsync(await room.PersonAsync("Claire", "Vasseur", "1972-07-17"), "2026-11-21");
        await room.PersonAsync("Zoé", "Émond");
        await room.HeldAsync(await room.PersonAsync("Ali", "Fabre", "1990-01-01"), "2025-10-05");

        var page = room.Open<PeoplePage>(Urls.AllPeople());

        Assert.Equal(
            ["Émond Zoé Pas encore de séance", "Fabre Ali 36 ans il y a 1 an et 1 mois Suite à préciser", "Vasseur Claire 54 ans hier Séance récente"],
            page.FindAll("tbody tr").Select(PeopleSight.Read));
    }

    [Fact]
    public async Task Concluded_follow_ups_are_shown_when_they_are_asked_for()
    {
        await using var room = PeopleRoom.French();
        await room.PersonAsync("Ali", "Fabre");
        await room.Get<PatientRecorder>().CloseAsync(await room.PersonAsync("Claire", "Vasseur"), PatientClosing.ClosedOnMySide, null);

        var page = room.Open<PeoplePage>(Urls.AllPeople());
        Assert.Equal(["Fabre Ali Pas encore de séance"], page.FindAll("tbody tr").Select(PeopleSight.Read));
        Assert.Equal(Urls.AllPeople(ended: true), page.Button("Montrer aussi les suivis conclus").GetAttribute("href"));

        page = room.Open<PeoplePage>(Urls.AllPeople(ended: true));
        Assert.Equal(["Fabre Ali Pas encore de séance", "Vasseur Claire Suivi conclu"], page.FindAll("tbody tr").Select(PeopleSight.Read));
    }

    [Fact]
    public async Task A_hundred_stand_on_a_page_and_the_letters_lead_to_the_others()
    {
        await using var room = PeopleRoom.French();
        foreach (int number in Enumerable.Range(0, 100))
        {
            await room.PersonAsync("A", $"Aa{number:000}");
        }

        await room.PersonAsync("Zoé", "Émond");

        var page = room.Open<PeoplePage>(Urls.AllPeople());
        Assert.Equal(100, page.FindAll("tbody tr").Count);
        Assert.Equal([("A", Urls.AllPeople()), ("E", Urls.AllPeople(2))], page.FindAll("nav.letters a").Select(letter => (letter.Read(), letter.GetAttribute("href")!)));

        page = room.Open<PeoplePage>(Urls.AllPeople(2));
        Assert.Equal(["Émond Zoé Pas encore de séance"], page.FindAll("tbody tr").Select(PeopleSight.Read));
        Assert.Contains("Page 2 sur 2", page.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        await using var room = PeopleRoom.French();

        Assert.Contains("Aucune personne pour l’instant.", room.Open<PeoplePage>(Urls.People).Read(), StringComparison.Ordinal);
    }
}
