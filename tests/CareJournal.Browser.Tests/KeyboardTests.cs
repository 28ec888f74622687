using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the controls around the timeline's drawing by keys alone: after each act its effect is there, and so is the focus.</summary>
public sealed class KeyboardTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Claire = "Claire Vasseur";

    [Fact]
    public async Task Pauses_are_folded_curves_chosen_and_read_and_flare_ups_and_ranges_compared_by_keyboard_alone()
    {
        var practitioner = await OpenClaireAsync();
        var fold = practitioner.Button("Replier les longues pauses");
        var folded = practitioner.Timeline.Locator(".stop.on .fold");
        await practitioner.PressesAsync(fold, "Space");
        await Expect(folded).Not.ToHaveCountAsync(0);
        await Expect(fold).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(folded).ToHaveCountAsync(0);
        await practitioner.HasVisibleFocusAsync();

        var curves = practitioner.Page.GetByRole(AriaRole.Group, new() { Name = "Courbes à montrer" }).First;
        foreach (var curve in (string[])["Stress", "Douleur"])
        {
            await practitioner.PressesAsync(curves.GetByRole(AriaRole.Button, new() { Name = curve, Exact = true }));
            await Expect(practitioner.Timeline.GetByRole(AriaRole.Img, new() { NameRegex = new Regex($"^{curve} : médiane ") })).ToHaveCountAsync(0);
            await practitioner.HasVisibleFocusAsync();
        }

        // A sparkline becomes the chart that is read, and stays it while others are hidden and shown.
        var read = practitioner.Timeline.GetByRole(AriaRole.Group, new() { Name = "Courbe à lire en grand" });
        await practitioner.PressesAsync(read.GetByRole(AriaRole.Button, new() { Name = "Sommeil" }));
        await Expect(read.GetByRole(AriaRole.Button, new() { Pressed = true })).ToHaveTextAsync(["Sommeil"]);
        await Expect(practitioner.Timeline.Locator(".stop.on .chart").First).ToHaveAccessibleNameAsync(Practitioner.Saying("^Sommeil"));
        await practitioner.HasVisibleFocusAsync();
        await practitioner.PressesAsync(practitioner.Button("Superposer deux courbes"), "Space");
        await Expect(practitioner.Button("Superposer deux courbes")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(practitioner.Button("Superposer deux courbes")).ToBeFocusedAsync();

        await ChoosesOnTheDrawingAsync(practitioner, "Shift+F", "^Poussée ");
        await practitioner.PressesAsync(practitioner.Link("Comparer aux poussées précédentes"));
        var comparison = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Comparer aux poussées précédentes" });
        await Expect(comparison.GetByText("Jour 0")).ToBeVisibleAsync();
        await practitioner.HasVisibleFocusAsync();

        await practitioner.PressesAsync(practitioner.Link("Comparer deux plages"));
        var ranges = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Comparer deux plages" });
        await practitioner.TabsToAsync(ranges.GetByRole(AriaRole.Textbox).First);
        foreach (var date in (string[])["1/3/2017", "31/5/2017", "1/3/2019", "1/6/2019"])
        {
            await practitioner.Page.Keyboard.TypeAsync(date);
            await practitioner.Page.Keyboard.PressAsync("Tab");
        }

        await practitioner.HasVisibleFocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(ranges.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await practitioner.HasVisibleFocusAsync();

        await practitioner.PressesAsync(ranges.GetByRole(AriaRole.Link, new() { Name = "Fermer" }));
        await Expect(ranges).ToHaveCountAsync(0);
        await practitioner.HasVisibleFocusAsync();
    }

    [Fact]
    public async Task A_period_is_renamed_and_a_pause_described_and_both_are_taken_back_by_keyboard_alone()
    {
        var practitioner = await OpenClaireAsync();
        var title = practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 });
        await ChoosesOnTheDrawingAsync(practitioner, "Shift+E", "^Période ");
        var before = await title.InnerTextAsync();
        await practitioner.PressesAsync(practitioner.Button("Renommer"));
        await Expect(practitioner.Field("Titre")).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Control+A");
        await practitioner.Page.Keyboard.TypeAsync("Une période nommée au clavier");
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(title).ToContainTextAsync("Une période nommée au clavier");
        await practitioner.HasVisibleFocusAsync();
        await TakesBackAsync(practitioner);
        await Expect(title).ToHaveTextAsync(before);

        await ChoosesOnTheDrawingAsync(practitioner, "Shift+G", "sans séance notée");
        await practitioner.PressesAsync(practitioner.Button("Dire ce qu’il y a eu"));
        await practitioner.HasVisibleFocusAsync();
        await practitioner.TabsToAsync(practitioner.Detail.GetByRole(AriaRole.Group, new() { Name = "Comment c’était" }).GetByRole(AriaRole.Radio, new() { Checked = true }));
        await practitioner.Page.Keyboard.PressAsync("ArrowLeft");
        await practitioner.HasVisibleFocusAsync();
        await practitioner.TabsToAsync(practitioner.Field("Avec ses mots"));
        await practitioner.Page.Keyboard.TypeAsync("« tout au clavier »");
        await practitioner.PressesAsync(practitioner.Detail.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }));
        await practitioner.SeesNoticeAsync("Pause racontée, notée");
        await Expect(practitioner.Detail).ToContainTextAsync("« tout au clavier »");
        await practitioner.HasVisibleFocusAsync();
        await TakesBackAsync(practitioner);
        await Expect(practitioner.Detail).Not.ToContainTextAsync("« tout au clavier »");
    }

    [Fact]
    public async Task The_list_the_table_the_printed_sheet_and_the_way_together_and_back_are_walked_by_keyboard_alone()
    {
        // A session of its own: another test's screen must not be shared too.
        var practitioner = new Practitioner(await OpenAsync(demo.Journal));
        var keys = practitioner.Page.Keyboard;
        await practitioner.Page.GotoAsync("/");
        await practitioner.TabsToAsync(practitioner.Field("Phrase de passe ou code de secours"));
        await keys.TypeAsync("demo");
        await keys.PressAsync("Enter");
        await Expect(practitioner.Title).ToHaveTextAsync("Aujourd’hui", new() { Timeout = Practitioner.FirstOpening });
        await practitioner.TabsToAsync(practitioner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" }));
        await keys.TypeAsync("vass");
        await Expect(practitioner.Page.GetByRole(AriaRole.Option, new() { Name = Claire })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await practitioner.SeesTitleAsync(Claire);
        await practitioner.HasVisibleFocusAsync();

        await practitioner.PressesAsync(practitioner.Page.Locator("summary").GetByText("Lire en liste"));
        var lines = practitioner.Page.Locator("details.list [data-item]");
        await Expect(lines.First).ToBeVisibleAsync();
        await practitioner.PressesAsync(lines.Nth(3));
        await Expect(lines.Nth(3)).ToHaveAttributeAsync("aria-current", "true");
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(1);
        await Expect(lines.Nth(3)).ToBeFocusedAsync();
        await practitioner.PressesAsync(practitioner.Button("Voir en tableau"));
        await Expect(practitioner.Page.Locator("details.list tbody tr").First).ToBeVisibleAsync();
        await practitioner.HasVisibleFocusAsync();

        await practitioner.PressesAsync(practitioner.Button("Autres actions"));
        await Expect(practitioner.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Imprimer" })).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await practitioner.SeesTitleAsync("Imprimer");
        await practitioner.PressesAsync(practitioner.Link("Courrier"));
        await Expect(practitioner.Link("Courrier")).ToHaveAttributeAsync("aria-current", "page");
        await practitioner.PressesAsync(practitioner.Page.GetByRole(AriaRole.Checkbox).First, "Space");
        await practitioner.HasVisibleFocusAsync();
        await practitioner.PressesAsync(practitioner.Button("Voir la feuille"));
        await practitioner.SeesTitleAsync(Claire);
        await practitioner.PressesAsync(practitioner.Link($"Parcours · {Claire}"));
        await Expect(practitioner.Link("Noter la séance (N)")).ToBeVisibleAsync();

        await practitioner.PressesAsync(practitioner.Button("Regarder ensemble"));
        await practitioner.PressesAsync(practitioner.Button("Revenir à ma vue"));
        await Expect(practitioner.Field("Phrase de passe ou code de secours")).ToBeFocusedAsync();
        await keys.TypeAsync("demo");
        await keys.PressAsync("Enter");
        await Expect(practitioner.Link("Noter la séance (N)")).ToBeVisibleAsync();
        await practitioner.HasVisibleFocusAsync();
    }

    /// <summary>Enters the drawing, moves in it by a key, and chooses the mark reached.</summary>
    private static async Task ChoosesOnTheDrawingAsync(Practitioner practitioner, string key, string sentence)
    {
        var here = practitioner.Timeline.Locator(":focus");
        await practitioner.TabsToAsync(practitioner.Timeline.Locator(".stop.on [tabindex='0']"));
        await practitioner.Page.Keyboard.PressAsync(key);
        await Expect(here).ToHaveAccessibleNameAsync(Practitioner.Saying(sentence));
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(practitioner.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeVisibleAsync();
        await practitioner.HasVisibleFocusAsync();
    }

    private static async Task TakesBackAsync(Practitioner practitioner)
    {
        await practitioner.PressesAsync(practitioner.Messages.GetByRole(AriaRole.Button, new() { Name = "Défaire" }));
        await practitioner.SeesNoticeAsync("Action défaite");
        await practitioner.HasVisibleFocusAsync();
        await practitioner.PressesAsync(practitioner.Messages.GetByRole(AriaRole.Button, new() { Name = "Fermer" }));
        await Expect(practitioner.Messages.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await practitioner.HasVisibleFocusAsync();
    }

    private async Task<Practitioner> OpenClaireAsync()
    {
        var practitioner = await demo.OpenAsync(await OpenAsync(demo.Journal), "vass", Claire);
        await Expect(practitioner.Timeline.Locator(".stop.on [tabindex='0']")).ToHaveCountAsync(1);
        return practitioner;
    }
}
