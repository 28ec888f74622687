using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

public sealed class AwayReviewTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser), IClassFixture<WrittenDemo>
{
    private const string Late = "Date convenue passée";
    private const string Undecided = "Suite à préciser";
    private const string SeriesToReview = "Point à faire";

    [Fact]
    public async Task Each_shelf_gives_a_row_away_by_its_act_and_gets_it_back()
    {
        var practitioner = await OpenReviewAsync();

        await LeavesAndComesBackAsync(practitioner, Late, async row =>
        {
            await row.GetByRole(AriaRole.Button, new() { Name = "Préciser la suite" }).ClickAsync();
            await row.GetByText("Porte ouverte", new() { Exact = true }).ClickAsync();
            await row.GetByText("Nous deux", new() { Exact = true }).ClickAsync();
            await row.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        });
        await LeavesAndComesBackAsync(practitioner, Undecided, row => row.GetByRole(AriaRole.Button, new() { Name = "C’est bien ainsi", Exact = true }).ClickAsync());
        await LeavesAndComesBackAsync(practitioner, SeriesToReview, async row =>
        {
            await row.GetByRole(AriaRole.Button, new() { Name = "Faire le point", Exact = true }).ClickAsync();
            await row.GetByLabel("Ce qui justifie ce rythme aujourd’hui").FillAsync("Elle tient à ce rythme tant que le travail n’est pas réglé.");
            await row.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        });
    }

    [Fact]
    public async Task Today_counts_what_the_review_shows()
    {
        var practitioner = await OpenReviewAsync();
        Dictionary<string, int> counts = [];
        foreach (var shelf in (string[])[Late, Undecided, SeriesToReview])
        {
            counts[shelf] = await CountAsync(practitioner, shelf);
        }

        await practitioner.Link("Aujourd’hui").ClickAsync();

        foreach ((string shelf, int people) in counts)
        {
            await Expect(practitioner.Link($"{shelf} {people}")).ToBeVisibleAsync();
        }
    }

    private async Task<Practitioner> OpenReviewAsync()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.Link("Revue des suivis").ClickAsync();
        await practitioner.SeesTitleAsync("Revue des suivis");
        return practitioner;
    }

    private static async Task LeavesAndComesBackAsync(Practitioner practitioner, string name, Func<ILocator, Task> act)
    {
        var before = await CountAsync(practitioner, name);
        var first = Shelf(practitioner, name).GetByRole(AriaRole.Heading, new() { Level = 3 }).First;
        var person = await first.InnerTextAsync();
        var row = Shelf(practitioner, name).GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Heading(person) });

        await act(row);
        await Expect(row).ToHaveCountAsync(0);
        await SeesAsync(practitioner, name, before - 1);

        await practitioner.UndoesAsync();
        await Expect(row).ToHaveCountAsync(1);
        await SeesAsync(practitioner, name, before);
    }

    private static async Task SeesAsync(Practitioner practitioner, string shelf, int people)
    {
        var count = people < 2 ? $"{people} personne" : $"{people} personnes";
        await Expect(practitioner.Heading($"{shelf} {count}")).ToBeVisibleAsync();
        await Expect(practitioner.Button($"{people} {shelf}")).ToBeVisibleAsync();
    }

    private static async Task<int> CountAsync(Practitioner practitioner, string shelf)
    {
        var heading = practitioner.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(@$"^{shelf} \d+ personnes?$") });
        return int.Parse(Regex.Match(await heading.InnerTextAsync(), @"\d+").Value, CultureInfo.InvariantCulture);
    }

    private static ILocator Shelf(Practitioner practitioner, string name) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex(@$"^{name} \d") });
}
