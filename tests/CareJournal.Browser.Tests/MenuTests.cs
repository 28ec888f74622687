using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the menus of rows and the lists to choose from: by keys alone, over a slow circuit, and while the circuit is gone.</summary>
[Collection(WaitingBrowserCollection.Name)]
public sealed class MenuTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string More = "Autre chose";
    private const string Undecided = "Suite à préciser";

    [Fact]
    public async Task The_menu_of_a_row_is_walked_by_keys_alone_and_gives_the_focus_back_to_its_row()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await OpenReviewAsync(visit);
        var (keys, row) = (practitioner.Page.Keyboard, First(practitioner, Undecided));
        var opener = Opener(row);

        await practitioner.PressesAsync(opener);
        await Expect(Item(practitioner, "M’en reparler le…")).ToBeFocusedAsync();
        await Expect(opener).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.CheckAccessibilityAsync();
        // What comes last depends on whether this person agreed that one asks for news.
        var (first, second, last) = (Items(practitioner).First, Item(practitioner, "Conclu ensemble"), Items(practitioner).Last);
        foreach (var (key, there) in new[] { ("ArrowDown", second), ("End", last), ("ArrowDown", first), ("ArrowUp", last), ("Home", first), ("c", second) })
        {
            await keys.PressAsync(key);
            await Expect(there).ToBeFocusedAsync();
        }

        // A sideways arrow chooses nothing: it must not close a follow-up.
        await keys.PressAsync("End");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Escape");
        await Expect(Items(practitioner)).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
        await Expect(row).ToHaveCountAsync(1);
        await practitioner.HasVisibleFocusAsync();

        // Tab goes on from the row, not from the end of the page.
        await keys.PressAsync("Enter");
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Expect(Items(practitioner)).ToHaveCountAsync(0);
        Assert.True(await opener.EvaluateAsync<bool>(
            "opener => (opener.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) > 0 && document.activeElement.closest('.away-list') !== null"));

        await practitioner.PressesAsync(opener, "Space");
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(row.GetByRole(AriaRole.Textbox, new() { Name = "M’en reparler le…" })).ToBeFocusedAsync();
        await Expect(Items(practitioner)).ToHaveCountAsync(0);
        await keys.PressAsync("Escape");
        await Expect(row.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link)).ToBeFocusedAsync();

        // The same digit acts on the row and in its open menu.
        await keys.PressAsync("Digit2");
        await Expect(row.GetByRole(AriaRole.Radio, new() { Name = "une date" })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await practitioner.PressesAsync(opener);
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
        await keys.PressAsync("Digit4");
        await Expect(row.GetByRole(AriaRole.Textbox, new() { Name = "M’en reparler le…" })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task A_press_beside_an_open_menu_or_on_its_button_closes_it_and_another_row_opens_its_own(int delay)
    {
        var visit = await OpenAsync(demo.Journal);
        await visit.Page.SlowDownAsync(TimeSpan.FromMilliseconds(delay));
        var practitioner = await OpenReviewAsync(visit);
        var (opener, other, menus) = (Opener(First(practitioner, Undecided)), Opener(First(practitioner, "Point à faire")), practitioner.Page.GetByRole(AriaRole.Menu));

        await opener.EvaluateAsync("opener => { window.changes = []; new MutationObserver(() => changes.push(opener.ariaExpanded)).observe(opener, { attributeFilter: ['aria-expanded'] }); }");

        // MudBlazor listens for presses beside a menu a round trip after the menu was first seen: a press comes before that, and one after it.
        await opener.ClickAsync();
        await menus.WaitForAsync();
        await opener.ClickAsync();
        await Expect(menus).ToHaveCountAsync(0);
        await opener.ClickAsync();
        await practitioner.Page.WaitForFunctionAsync("() => mudPointerEventsNone.pointerDownMap.size === 1");
        await opener.ClickAsync(new() { Delay = 200 });
        await Expect(menus).ToHaveCountAsync(0);

        await other.ClickAsync();
        await menus.WaitForAsync();
        await opener.ClickAsync();
        await Expect(opener).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(other).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(menus).ToHaveCountAsync(1);
        Assert.Equal(["true", "false", "true", "false", "true"], await practitioner.Page.EvaluateAsync<string[]>("changes"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task The_button_pressed_right_after_a_choice_opens_its_menu_again_and_what_is_chosen_there_counts(int delay)
    {
        var visit = await OpenAsync(demo.Journal);
        await visit.Page.SlowDownAsync(TimeSpan.FromMilliseconds(delay));
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.GoesToAsync("Vue d’ensemble");
        var (add, chosen) = (practitioner.Button("Ajouter un critère…"), practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Enlever · ") }));
        await add.ClickAsync();
        await Items(practitioner).First.ClickAsync();
        await add.ClickAsync();
        await Expect(chosen).ToHaveCountAsync(1);
        await practitioner.Page.Locator("[role=menu]:not([data-taken]) [role=menuitem]").First.ClickAsync();
        await Expect(chosen).ToHaveCountAsync(2);
        await Expect(Items(practitioner)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_menu_that_is_opened_by_keys_before_its_page_has_given_the_first_focus_is_entered_all_the_same()
    {
        var visit = await OpenAsync(demo.Journal);
        await visit.Page.SlowDownAsync(TimeSpan.FromMilliseconds(800));
        var practitioner = await OpenReviewAsync(visit);
        await practitioner.PressesAsync(Opener(First(practitioner, Undecided)));
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_chosen_twice_over_a_slow_circuit_is_done_once()
    {
        var visit = await OpenAsync(demo.Journal);
        await visit.Page.SlowDownAsync(TimeSpan.FromMilliseconds(300));
        var practitioner = await OpenReviewAsync(visit);

        // In the menu, by Enter pressed twice: it shows the sentence, and closes nothing. What confirms it is pressed twice too.
        var (closed, before) = (First(practitioner, Undecided), await CountAsync(practitioner));
        var name = await closed.GetByRole(AriaRole.Heading).InnerTextAsync();
        closed = Named(practitioner, name);
        await practitioner.PressesAsync(Opener(closed));
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("End");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(closed.GetByText("Le suivi sera clos de votre côté")).ToBeFocusedAsync();
        await closed.GetByRole(AriaRole.Button, new() { Name = "Confirmer" }).DblClickAsync();
        await Expect(closed).ToHaveCountAsync(0);
        await Expect(Items(practitioner)).ToHaveCountAsync(0);

        // In a form, by a double click.
        var left = await First(practitioner, Undecided).GetByRole(AriaRole.Heading).InnerTextAsync();
        await Named(practitioner, left).GetByRole(AriaRole.Button, new() { Name = "C’est bien ainsi jusqu’au…", Exact = true }).ClickAsync();
        await Named(practitioner, left).GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).DblClickAsync();
        await Expect(Named(practitioner, left)).ToHaveCountAsync(0);
        Assert.Equal(before - 2, await CountAsync(practitioner));

        await practitioner.GoesToAsync("Aujourd’hui");
        await practitioner.Button("Dernières actions").ClickAsync();
        foreach (var person in (string[])[name, left])
        {
            await Expect(practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Dernières actions" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = person })).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_menu_that_is_open_while_the_circuit_is_gone_does_nothing_and_loses_nothing()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        List<IWebSocketRoute> wires = [];
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            wires.Add(wire);
            wire.ConnectToServer();
        });
        var practitioner = await OpenReviewAsync(visit);
        var rows = practitioner.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($@"^{Undecided} \d") }).GetByRole(AriaRole.Heading, new() { Level = 3 });
        var (written, closed) = (Named(practitioner, await rows.First.InnerTextAsync()), Named(practitioner, await rows.Nth(1).InnerTextAsync()));
        await written.GetByRole(AriaRole.Button, new() { Name = "Nouvelles échangées", Exact = true }).ClickAsync();
        await Expect(written.Locator("form :focus")).ToHaveCountAsync(1);
        await written.GetByLabel("Ce qui s’est dit").FillAsync("Avant la coupure.");
        await Opener(closed).ClickAsync();
        await Expect(Items(practitioner).First).ToBeFocusedAsync();

        await visit.Page.RouteAsync("**/session", request => request.AbortAsync());
        await wires[^1].CloseAsync(new() { Code = 3001 });
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeVisibleAsync();
        await practitioner.Page.Keyboard.PressAsync("End");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(Item(practitioner, "Clore de mon côté")).ToBeFocusedAsync();
        await Expect(closed).ToHaveCountAsync(1);

        await visit.Page.UnrouteAsync("**/session");
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeHiddenAsync();
        await Expect(written.GetByLabel("Ce qui s’est dit")).ToHaveValueAsync("Avant la coupure.");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await closed.GetByRole(AriaRole.Button, new() { Name = "Confirmer" }).ClickAsync();
        await Expect(closed).ToHaveCountAsync(0);
        await Expect(written.GetByLabel("Ce qui s’est dit")).ToHaveValueAsync("Avant la coupure.");
    }

    [Fact]
    public async Task A_list_to_choose_from_is_walked_by_keys_and_nothing_is_chosen_before_Enter()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.GoesToAsync("Vue d’ensemble");
        var align = practitioner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Aligner sur", Exact = true });
        await practitioner.PressesAsync(align);
        await Expect(align).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.CheckAccessibilityAsync();

        await practitioner.Page.Keyboard.PressAsync("ArrowDown");
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(align).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(align).ToHaveValueAsync("aujourd’hui");
        await Expect(align).ToBeFocusedAsync();

        // A letter in an open list is no shortcut of the page.
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(align).ToHaveAttributeAsync("aria-expanded", "true");
        await practitioner.Page.Keyboard.PressAsync("ArrowDown");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(align).Not.ToHaveValueAsync("aujourd’hui");
        await Expect(practitioner.Button("Revenir au calendrier C")).ToBeVisibleAsync();
        await practitioner.Page.Keyboard.PressAsync("Tab");
        await practitioner.PressesAsync(practitioner.Button("Ajouter un critère…"));
        await Expect(Items(practitioner).First).ToBeFocusedAsync();
        await visit.CheckAccessibilityAsync();
        await practitioner.Page.Keyboard.PressAsync("c");
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(Items(practitioner)).ToHaveCountAsync(0);
        await Expect(align).Not.ToHaveValueAsync("aujourd’hui");
        await practitioner.Page.Keyboard.PressAsync("c");
        await Expect(align).ToHaveValueAsync("aujourd’hui");
    }

    private async Task<Practitioner> OpenReviewAsync(WatchedPage visit)
    {
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.SeesListsOfReviewAsync();
        return practitioner;
    }

    private static ILocator First(Practitioner practitioner, string list) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($@"^{list} \d") }).GetByRole(AriaRole.Listitem).First;

    private static ILocator Named(Practitioner practitioner, string person) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($@"^{Undecided} \d") }).GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Heading(person) });

    private static ILocator Opener(ILocator row) => row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{More} · ") });

    private static ILocator Items(Practitioner practitioner) => practitioner.Page.GetByRole(AriaRole.Menuitem);

    private static ILocator Item(Practitioner practitioner, string words) => practitioner.Page.GetByRole(AriaRole.Menuitem, new() { Name = words, Exact = true });

    private static async Task<int> CountAsync(Practitioner practitioner) =>
        int.Parse(Regex.Match(await practitioner.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex($@"^{Undecided} \d+ personnes?$") }).InnerTextAsync(), @"\d+").Value, System.Globalization.CultureInfo.InvariantCulture);
}
