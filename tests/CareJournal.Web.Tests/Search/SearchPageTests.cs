using CareJournal.Visits;
using CareJournal.Web.Controls;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Search;

/// <summary>Tests what the search through the whole journal shows.</summary>
public sealed class SearchPageTests
{
    [Fact]
    public async Task Places_are_listed_by_person_with_the_words_around_what_was_found()
    {
        await using var test = PeopleTestContext.French();
        var (person, visit) = await NotedAsync(test, "Vasseur", "Elle nage de nouveau ; l’épaule tient bien.");
        await NotedAsync(test, "Grand", "Le dos, rien de plus.");
        var page = Open(test, "épaule nag");
        Assert.Equal("Claire Vasseur 4 mai 1970", page.Find("section header").Read());
        Assert.Equal(Urls.PersonVisit(person, visit), page.Find("li a").GetAttribute("href"));
        Assert.Equal(["nag", "épaule"], page.FindAll("mark").Select(PeopleSight.Read));
        Assert.Equal("1 passage trouvé · 1 personne", page.Find("[role=status]").Read());
    }

    [Theory]
    [InlineData("zibeline", "Rien de tel dans le journal.")]
    [InlineData("😀", "Rien de tel dans le journal.")]
    [InlineData("\"l’eau\" *", "Rien de tel dans le journal.")]
    [InlineData("a", "")]
    [InlineData("*", "")]
    public async Task What_is_nowhere_is_said_to_be_nowhere_and_too_little_is_no_search(string typed, string said)
    {
        await using var test = PeopleTestContext.French();
        await NotedAsync(test, "Vasseur", "Le dos.");
        var page = Open(test, typed);
        Assert.Equal(said, page.Find("[role=status]").Read());
        Assert.Empty(page.FindAll("h2"));
    }

    [Fact]
    public async Task A_person_with_many_places_shows_a_few_and_the_others_when_asked()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        for (int day = 1; day <= 7; day++)
        {
            PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = new DateOnly(2026, 1, day), Note = "Le dos." }));
        }

        var page = Open(test, "dos");
        Assert.Equal(4, page.FindAll("li").Count);
        await page.Button("Voir encore 3 passages").ClickAsync(new());
        Assert.Equal(7, page.FindAll("li").Count);
    }

    [Fact]
    public async Task Themes_are_offered_before_anything_is_typed_and_no_name_is()
    {
        await using var test = PeopleTestContext.French();
        await NotedAsync(test, "Vasseur", "Nuits courtes. #sommeil");
        var page = Open(test, "");
        Assert.Equal("#sommeil 1", page.Find(".mud-chip").Read());
        Assert.DoesNotContain("Vasseur", page.Read(), StringComparison.Ordinal);
        await page.Find(".mud-chip").ClickAsync(new());
        Assert.Equal("Claire Vasseur 4 mai 1970", page.Find("section header").Read());
    }

    [Fact]
    public async Task The_palette_offers_to_search_for_what_is_typed_after_pages_and_people()
    {
        await using var test = PeopleTestContext.French();
        await NotedAsync(test, "Vasseur", "Le dos.");
        IReadOnlyList<PaletteEntry> found = PaletteEntry.Find("vasseur", null, test.Get<CareJournal.Patients.PatientNames>(), test.Get<Words>()).Items;
        Assert.Equal(("Chercher «\u202fvasseur\u202f» dans tout le journal", Urls.Search, "vasseur"), (found[^1].Words, found[^1].Address, found[^1].Searched));
        Assert.DoesNotContain(PaletteEntry.Find("v", null, test.Get<CareJournal.Patients.PatientNames>(), test.Get<Words>()).Items, entry => entry.Searched is not null);
    }

    private static async Task<(Guid Person, Guid Visit)> NotedAsync(PeopleTestContext test, string family, string note)
    {
        var person = await test.PersonAsync("Claire", family, "1970-05-04");
        return (person, PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = new DateOnly(2026, 1, 5), Note = note })).RowId);
    }

    private static IRenderedComponent<SearchPage> Open(PeopleTestContext test, string typed)
    {
        test.Get<SearchedText>().Text = typed;
        return test.Open<SearchPage>(Urls.Search);
    }
}
