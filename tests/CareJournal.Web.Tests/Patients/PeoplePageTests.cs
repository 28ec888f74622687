using AngleSharp.Dom;
using CareJournal.Patients;

namespace CareJournal.Web.Patients;

public sealed class PeoplePageTests
{
    [Fact]
    public async Task The_list_of_everybody_is_shown_only_when_it_is_asked_for()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");

        var page = test.Open<PeoplePage>(Urls.People);

        Assert.Contains("1 personne dans le journal", page.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Vasseur", page.Markup, StringComparison.Ordinal);
        Assert.Equal(Urls.AllPeople(), page.Button("Voir toutes les personnes").GetAttribute("href"));
        Assert.Equal(Urls.NewPerson, page.Button("Ajouter une personne").GetAttribute("href"));
    }

    [Fact]
    public async Task Everybody_is_listed_by_family_name_with_age_last_session_and_where_we_are()
    {
        await using var test = PeopleTestContext.French();
        await test.HeldAsync(await test.PersonAsync("Claire", "Vasseur", "1972-07-17"), "2026-11-21");
        await test.PersonAsync("Zoé", "Émond");
        await test.HeldAsync(await test.PersonAsync("Ali", "Fabre", "1990-01-01"), "2025-10-05");

        var page = test.Open<PeoplePage>(Urls.AllPeople());

        Assert.Equal(
            ["Émond Zoé Pas encore de séance", "Fabre Ali 36 ans il y a 1 an et 1 mois Suite à préciser", "Vasseur Claire 54 ans hier Séance récente"],
            Rows(page));
    }

    [Fact]
    public async Task Concluded_follow_ups_are_shown_when_they_are_asked_for()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Ali", "Fabre");
        await test.Get<PatientRecorder>().CloseAsync(await test.PersonAsync("Claire", "Vasseur"), PatientClosing.ClosedOnMySide, null);

        var page = test.Open<PeoplePage>(Urls.AllPeople());
        Assert.Equal(["Fabre Ali Pas encore de séance"], Rows(page));
        Assert.Equal(Urls.AllPeople(ended: true), page.Button("Montrer aussi les suivis conclus").GetAttribute("href"));

        page = test.Open<PeoplePage>(Urls.AllPeople(ended: true));
        Assert.Equal(["Fabre Ali Pas encore de séance", "Vasseur Claire Suivi clos de mon côté"], Rows(page));
    }

    [Fact]
    public async Task A_long_list_has_letters_and_each_leads_to_the_first_person_of_that_letter()
    {
        await using var test = PeopleTestContext.French();
        foreach (int number in Enumerable.Range(0, PeopleList.FewEnoughToSee - 1))
        {
            await test.PersonAsync("A", $"Aa{number:000}");
        }

        await test.PersonAsync("Zoé", "Émond");
        Assert.Empty(test.Open<PeoplePage>(Urls.AllPeople()).FindAll("nav"));

        await test.PersonAsync("Ali", "Étier");
        var page = test.Open<PeoplePage>(Urls.AllPeople());

        Assert.Equal(["A", "E"], page.FindAll("nav button").Select(PeopleSight.Read));
        await page.FindAll("nav button")[1].ClickAsync(new());
        Assert.Contains(test.Context.JSInterop.Invocations, call => call is { Identifier: "go", Arguments: [_, PeopleList.FewEnoughToSee - 1, PeopleList.FewEnoughToSee - 1] });

        await page.Button("Nom").ClickAsync(new());
        Assert.Equal(["E", "A"], page.FindAll("nav button").Select(PeopleSight.Read));
        await page.FindAll("nav button")[0].ClickAsync(new());
        Assert.Contains(test.Context.JSInterop.Invocations, call => call is { Identifier: "go", Arguments: [_, 0, PeopleList.FewEnoughToSee] });

        await page.Button("Âge").ClickAsync(new());
        Assert.Empty(page.FindAll("nav"));
    }

    [Theory]
    [InlineData("Nom", "Vasseur Claire, Fabre Ali, Émond Zoé", "Émond Zoé, Fabre Ali, Vasseur Claire")]
    [InlineData("Âge", "Fabre Ali, Vasseur Claire, Émond Zoé", "Émond Zoé, Vasseur Claire, Fabre Ali")]
    [InlineData("Dernière séance", "Vasseur Claire, Fabre Ali, Émond Zoé", "Émond Zoé, Fabre Ali, Vasseur Claire")]
    public async Task A_column_is_sorted_by_its_words_and_says_so(string column, string first, string second)
    {
        await using var test = PeopleTestContext.French();
        await test.HeldAsync(await test.PersonAsync("Claire", "Vasseur", "1972-07-17"), "2026-11-21");
        await test.PersonAsync("Zoé", "Émond");
        await test.HeldAsync(await test.PersonAsync("Ali", "Fabre", "1990-01-01"), "2025-10-05");
        var page = test.Open<PeoplePage>(Urls.AllPeople());
        Assert.Equal("ascending", Order(page, "Nom"));

        await page.Button(column).ClickAsync(new());
        Assert.Equal(first, string.Join(", ", page.FindAll("tbody a").Select(PeopleSight.Read)));
        Assert.Equal(column == "Nom" ? "descending" : "ascending", Order(page, column));
        await page.Button(column).ClickAsync(new());
        Assert.Equal(second, string.Join(", ", page.FindAll("tbody a").Select(PeopleSight.Read)));
        Assert.Single(page.FindAll("[aria-sort]"));
    }

    [Fact]
    public async Task An_empty_list_says_so()
    {
        await using var test = PeopleTestContext.French();

        Assert.Contains("Aucune personne pour l’instant.", test.Open<PeoplePage>(Urls.People).Read(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(IRenderedComponent<PeoplePage> page) => page.FindAll("tbody tr:has(a)").Select(PeopleSight.Read);

    private static string? Order(IRenderedComponent<PeoplePage> page, string column) => page.Button(column).Closest("th")!.GetAttribute("aria-sort");
}
