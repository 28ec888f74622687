using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

public sealed class AwayReviewTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
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

    [Fact]
    public async Task The_review_is_emptied_by_keyboard_alone_and_all_of_it_comes_back()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await OpenReviewAsync(visit);
        Dictionary<string, int> counts = [];
        foreach (var (shelf, act) in new[] { (Late, "2"), (Undecided, "2"), (SeriesToReview, "3") })
        {
            counts[shelf] = await CountAsync(practitioner, shelf);
            await practitioner.PressesAsync(practitioner.Button($"{counts[shelf]} {shelf}"));
            await Expect(Shelf(practitioner, shelf).GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeFocusedAsync();
            await practitioner.PressesAsync(practitioner.Button($"Tout choisir · {shelf}"));
            await Expect(Shelf(practitioner, shelf).GetByText($"{counts[shelf]} personnes choisies")).ToBeVisibleAsync();
            await practitioner.TabsToAsync(Shelf(practitioner, shelf).Locator("h3 a").First);
            await practitioner.Page.Keyboard.PressAsync($"Digit{act}");
            await Expect(practitioner.Messages).ToContainTextAsync(Practitioner.Saying($"{counts[shelf]} personnes"));
            await Expect(Shelf(practitioner, shelf).Locator("h3")).ToHaveCountAsync(0);
            await practitioner.StandsSomewhereAsync();
        }

        await Expect(practitioner.Page.GetByText("Tout est regardé.")).ToBeVisibleAsync();
        await visit.ScreenshotAsync("review-emptied");
        await visit.CheckAccessibilityAsync();

        // Each shelf was one act, and each is one of the last acts of the day.
        await practitioner.PressesAsync(practitioner.Link("Aujourd’hui"));
        await practitioner.SeesTitleAsync("Aujourd’hui");
        var acts = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Derniers gestes" });
        await practitioner.PressesAsync(practitioner.Button("Derniers gestes"));
        await Expect(acts.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        var undone = await acts.Locator(".undone").CountAsync();
        for (var shelf = 1; shelf <= counts.Count; shelf++)
        {
            await practitioner.PressesAsync(acts.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Défaire") }).First);
            await Expect(acts.Locator(".undone")).ToHaveCountAsync(undone + shelf);
        }

        await practitioner.PressesAsync(practitioner.Link("Revue des suivis"));
        await practitioner.SeesTitleAsync("Revue des suivis");
        foreach (var (shelf, people) in counts)
        {
            await SeesAsync(practitioner, shelf, people);
        }
    }

    [Fact]
    public async Task The_overview_tells_who_has_been_silent_longer_than_ever_with_a_flare_up_told_this_year_and_no_open_door()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Odile", "Zimmer", "12/3/1970");
        var today = DateOnly.FromDateTime(DateTime.Now);
        foreach (var months in (int[])[40, 36, 26])
        {
            await practitioner.LogsAsync(today.AddMonths(-months).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), "Une séance.");
        }

        await practitioner.Link("Ajouter une poussée").ClickAsync();
        await practitioner.Field("Début").FillAsync(today.AddMonths(-2).ToString("MM/yyyy", CultureInfo.InvariantCulture));
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.IsToldAsync("Poussée");

        await practitioner.Link("Vue d’ensemble").ClickAsync();
        foreach (var part in (string[])["pause plus longue que les fois précédentes", "poussée racontée depuis", "sans porte ouverte dite"])
        {
            await practitioner.Button("Ajouter un critère…").ClickAsync();
            await practitioner.Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{part}") }).ClickAsync();
            await Expect(practitioner.Page.Locator(".sentence .part").Filter(new() { HasText = part })).ToBeVisibleAsync();
        }

        var rows = practitioner.Page.GetByRole(AriaRole.Grid, new() { Name = "Vue d’ensemble" }).GetByRole(AriaRole.Rowheader);
        await Expect(rows).ToHaveTextAsync(["Zimmer Odile"]);

        // The table is walked by arrows, and a row leads to its person and back to the same view.
        await practitioner.Page.Locator(".case a").First.FocusAsync();
        await practitioner.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(practitioner.Page.Locator(".case [role=gridcell]").First).ToBeFocusedAsync();
        // Rows that are drawn again, for another width, keep the focus.
        var strip = practitioner.Page.Locator(".case[data-place] svg");
        var width = await strip.GetAttributeAsync("width");
        await practitioner.Page.SetViewportSizeAsync(1200, PageLook.Height);
        await Expect(strip).Not.ToHaveAttributeAsync("width", width!);
        await Expect(practitioner.Page.Locator(".case [role=gridcell]").First).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await practitioner.SeesTitleAsync("Odile Zimmer");
        await practitioner.Page.GoBackAsync();
        await Expect(rows).ToHaveTextAsync(["Zimmer Odile"]);
    }

    [Fact]
    public async Task Words_of_an_exchange_outlive_the_page_on_which_they_are_noted()
    {
        var practitioner = await OpenReviewAsync();
        var person = await Shelf(practitioner, "Suite à préciser").GetByRole(AriaRole.Heading, new() { Level = 3 }).First.InnerTextAsync();
        var row = Shelf(practitioner, "Suite à préciser").GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Heading(person) });
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Nouvelles échangées") }).ClickAsync();
        await row.GetByLabel("Ce qui s’est dit").FillAsync("Elle va mieux,\net rappellera.");
        await DraftTests.IsKeptAsync(practitioner);

        await practitioner.Page.ReloadAsync();
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Nouvelles échangées") }).ClickAsync();
        await Expect(row.GetByLabel("Ce qui s’est dit")).ToHaveValueAsync("Elle va mieux,\net rappellera.");
        await row.GetByLabel("Ce qui s’est dit").PressAsync("Control+Enter");
        await Expect(row).ToHaveCountAsync(0);
        await practitioner.FindsAsync(person.Split(' ')[^1][..4], person);
        await Expect(practitioner.Page.GetByText("Elle va mieux,").First).ToBeVisibleAsync();
    }

    private async Task<Practitioner> OpenReviewAsync(WatchedPage? visit = null)
    {
        var practitioner = await demo.EnterAsync(visit ?? await OpenAsync(demo.Journal));
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
