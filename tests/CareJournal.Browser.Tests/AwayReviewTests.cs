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
    public async Task Each_list_gives_a_row_away_by_its_act_and_gets_it_back()
    {
        var practitioner = await OpenReviewAsync();

        await LeavesAndComesBackAsync(practitioner, Late, async row =>
        {
            await row.GetByRole(AriaRole.Button, new() { Name = "Préciser la suite" }).ClickAsync();
            await row.GetByText("Porte ouverte", new() { Exact = true }).ClickAsync();
            await row.GetByText("Nous deux", new() { Exact = true }).ClickAsync();
            await row.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        });
        await LeavesAndComesBackAsync(practitioner, Undecided, async row =>
        {
            await row.GetByRole(AriaRole.Button, new() { Name = "C’est bien ainsi jusqu’au…" }).ClickAsync();
            await row.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        });
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
        foreach (var list in (string[])[Late, Undecided, SeriesToReview])
        {
            counts[list] = await CountAsync(practitioner, list);
        }

        await practitioner.Link("Aujourd’hui").ClickAsync();

        foreach ((string list, int people) in counts)
        {
            await Expect(practitioner.Link($"{list} {people}")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_review_is_emptied_one_by_one_by_keys_alone_and_all_of_it_comes_back_by_U()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.PressesAsync(practitioner.Link("Revue des suivis"));
        var (keys, name, place) = (visit.Page.Keyboard, visit.Page.Locator(".one h2").First, visit.Page.Locator("[data-place]"));
        await Expect(place).ToHaveTextAsync(Practitioner.Saying(@"^1 sur \d+$"));
        var people = int.Parse(Regex.Match(await place.InnerTextAsync(), @"\d+$").Value, CultureInfo.InvariantCulture);
        var first = await name.InnerTextAsync();
        await visit.CheckAccessibilityAsync();

        // Forth, back, and forth once more: the first one is passed over, and comes again after the last.
        foreach (var (key, at) in new[] { ("j", 2), ("k", 1), ("j", 2) })
        {
            await keys.PressAsync(key);
            await Expect(place).ToHaveTextAsync(Practitioner.Saying($"^{at} sur {people}$"));
            await Expect(name).ToBeFocusedAsync();
        }

        for (var left = people - 1; left >= 0; left--)
        {
            if (await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Faire le point", Exact = true }).CountAsync() > 0)
            {
                await keys.PressAsync("Digit3");
                await Expect(practitioner.Button("Confirmer")).ToBeFocusedAsync();
            }
            else if (left % 2 == 0)
            {
                await keys.PressAsync("Digit2");
                await Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "une date" })).ToBeFocusedAsync();
            }
            else
            {
                await keys.PressAsync("Digit4");
                await Expect(visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "M’en reparler le…" })).ToBeFocusedAsync();
                await keys.TypeAsync("+3s");
            }

            await keys.PressAsync("Enter");
            await Expect(left == 0 ? visit.Page.Locator(".zero h2") : place).ToHaveTextAsync(left == 0 ? new Regex("^Tout est regardé\\.$") : Practitioner.Saying($" sur {left}$"));
            await practitioner.HasVisibleFocusAsync();
        }

        await Expect(visit.Page.Locator(".zero")).ToContainTextAsync("Prochaine revue utile");
        await Expect(visit.Page.Locator(".zero li")).ToHaveCountAsync(people);
        await visit.ScreenshotAsync("review-emptied");
        await visit.CheckAccessibilityAsync();

        for (var back = 1; back <= people; back++)
        {
            await keys.PressAsync("u");
            await Expect(place).ToHaveTextAsync(Practitioner.Saying($" sur {back}$"));
        }

        // Where one is stands in the address, by an id alone.
        var here = await name.InnerTextAsync();
        await visit.Page.ReloadAsync();
        await Expect(name).ToHaveTextAsync(here);
        await practitioner.PressesAsync(practitioner.Button("En listes"));
        await Expect(AwayList(practitioner, Late).Locator("h3").First).ToContainTextAsync(first);
    }

    [Fact]
    public async Task The_overview_shows_who_has_been_silent_longer_than_ever_with_a_flare_up_reported_this_year_and_no_open_door()
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
        await practitioner.SeesNoticeAsync("Poussée");

        await practitioner.Link("Vue d’ensemble").ClickAsync();
        foreach (var part in (string[])["pause plus longue que les fois précédentes", "poussée rapportée depuis", "sans porte ouverte dite"])
        {
            await practitioner.Button("Ajouter un critère…").ClickAsync();
            await practitioner.Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{part}") }).ClickAsync();
            await Expect(practitioner.Page.Locator(".sentence .part").Filter(new() { HasText = part })).ToBeVisibleAsync();
        }

        var rows = practitioner.Page.GetByRole(AriaRole.Grid, new() { Name = "Vue d’ensemble" }).GetByRole(AriaRole.Rowheader);
        await Expect(rows).ToHaveTextAsync(["Zimmer Odile"]);

        // The arrow keys move in the table, and a row leads to its person and back to the same view.
        await practitioner.Page.Locator(".case a").First.FocusAsync();
        // The last note of the row that has the focus; Escape hides it.
        await Expect(practitioner.Page.GetByRole(AriaRole.Tooltip)).ToContainTextAsync("Une séance.");
        await Expect(practitioner.Page.Locator(".case a").First).ToHaveAccessibleDescriptionAsync(new Regex("^Dernière séance le .+ Une séance\\."));
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(practitioner.Page.GetByRole(AriaRole.Tooltip)).ToBeHiddenAsync();
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
        var person = await AwayList(practitioner, "Suite à préciser").GetByRole(AriaRole.Heading, new() { Level = 3 }).First.InnerTextAsync();
        var row = AwayList(practitioner, "Suite à préciser").GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Heading(person) });
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Nouvelles échangées") }).ClickAsync();
        await row.GetByLabel("Ce qui s’est dit").FillAsync("Elle va mieux,\net rappellera.");
        await row.GetByLabel("Date convenue").FillAsync("dans 3 semaines");
        await row.GetByLabel("Ce qui s’est dit").FocusAsync();
        await DraftTests.IsKeptAsync(practitioner);

        await practitioner.Page.ReloadAsync();
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Nouvelles échangées") }).ClickAsync();
        await Expect(row.GetByLabel("Ce qui s’est dit")).ToHaveValueAsync("Elle va mieux,\net rappellera.");
        await Expect(row.GetByLabel("Date convenue")).ToHaveValueAsync(new Regex(@"^\d\d/\d\d/\d{4}$"));
        await row.GetByLabel("Ce qui s’est dit").PressAsync("Control+Enter");
        await Expect(row).ToHaveCountAsync(0);
        await practitioner.FindsAsync(person.Split(' ')[^1][..4], person);
        await practitioner.Page.GetByRole(AriaRole.Tab, new() { Name = "Appels, courriers, nouvelles" }).ClickAsync();
        await Expect(practitioner.Page.GetByRole(AriaRole.Tabpanel).GetByText("Elle va mieux,").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_choice_that_is_left_after_a_refused_save_is_nothing_to_finish_and_words_are()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.PressesAsync(practitioner.Link("Revue des suivis"));
        var (page, one) = (practitioner.Page, practitioner.Page.Locator(".one"));
        await Expect(page.Locator("[data-place]")).ToHaveTextAsync(Practitioner.Saying(@"^1 sur \d+$"));
        var person = await one.Locator("h2").First.InnerTextAsync();
        await one.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Préciser la suite$") }).ClickAsync();
        await one.GetByText("Se revoir d’ici le…", new() { Exact = true }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(one.GetByText(Practitioner.Saying("^Rien n’est enregistré"))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(one.Locator("form")).ToHaveCountAsync(0);

        await one.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Nouvelles échangées$") }).ClickAsync();
        await one.GetByLabel("Ce qui s’est dit").FillAsync("Elle rappellera.");
        await page.Keyboard.PressAsync("Escape");
        await Expect(one.Locator("form")).ToHaveCountAsync(0);

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var drafts = page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = person });
        await Expect(drafts).ToHaveCountAsync(1);
        await Expect(drafts).ToContainTextAsync("Nouvelles échangées");
        await drafts.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Écarter") }).ClickAsync();
        await drafts.GetByRole(AriaRole.Button, new() { Name = "Oui" }).ClickAsync();
        await Expect(drafts).ToHaveCountAsync(0);
    }

    private async Task<Practitioner> OpenReviewAsync(WatchedPage? visit = null)
    {
        var practitioner = await demo.EnterAsync(visit ?? await OpenAsync(demo.Journal));
        await practitioner.SeesListsOfReviewAsync();
        return practitioner;
    }

    private static async Task LeavesAndComesBackAsync(Practitioner practitioner, string name, Func<ILocator, Task> act)
    {
        var before = await CountAsync(practitioner, name);
        var first = AwayList(practitioner, name).GetByRole(AriaRole.Heading, new() { Level = 3 }).First;
        var person = await first.InnerTextAsync();
        var row = AwayList(practitioner, name).GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Heading(person) });

        await act(row);
        await Expect(row).ToHaveCountAsync(0);
        await SeesAsync(practitioner, name, before - 1);

        await practitioner.UndoesAsync();
        await Expect(row).ToHaveCountAsync(1);
        await SeesAsync(practitioner, name, before);
    }

    private static async Task SeesAsync(Practitioner practitioner, string list, int people)
    {
        var count = people < 2 ? $"{people} personne" : $"{people} personnes";
        await Expect(practitioner.Heading($"{list} {count}")).ToBeVisibleAsync();
        await Expect(practitioner.Button($"{people} {list}")).ToBeVisibleAsync();
    }

    private static async Task<int> CountAsync(Practitioner practitioner, string list)
    {
        var heading = practitioner.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(@$"^{list} \d+ personnes?$") });
        return int.Parse(Regex.Match(await heading.InnerTextAsync(), @"\d+").Value, CultureInfo.InvariantCulture);
    }

    private static ILocator AwayList(Practitioner practitioner, string name) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex(@$"^{name} \d") });
}
