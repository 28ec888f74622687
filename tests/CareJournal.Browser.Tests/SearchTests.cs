using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests that a note is found by two words of it, from anywhere and by keys alone.</summary>
public sealed class SearchTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    [Fact]
    public async Task A_note_is_found_by_two_words_of_it_from_anywhere_and_shown_again_on_the_way_back()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        var page = practitioner.Page;
        await practitioner.AddsPersonAsync("Odette", "Fontanel", "4/5/1970");
        await practitioner.LogsAsync();
        await practitioner.TakesAwayAsync("Le banc de la gare, une zibeline au col. #promenade");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");

        // The letters of the pages work wherever the focus is, but for a field.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await practitioner.SeesTitleAsync("Revue des suivis");
        await page.Keyboard.PressAsync("/");
        await practitioner.SeesTitleAsync("Chercher dans tout le journal");
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Chercher dans tout le journal" });
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ZIBEL gare");
        await Expect(page.Locator("main mark")).ToHaveTextAsync(["gare", "zibel"]);
        Assert.DoesNotContain("zibel", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("main li a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(practitioner.Detail).ToContainTextAsync("une zibeline au col");
        await page.Keyboard.PressAsync("n");
        await practitioner.SeesTitleAsync("Noter la séance");
        await page.GoBackAsync();
        await Expect(practitioner.Detail).ToContainTextAsync("une zibeline au col");

        await page.GoBackAsync();
        await Expect(field).ToHaveValueAsync("ZIBEL gare");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("#promenade");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Chercher ") }).ClickAsync();
        await Expect(field).ToHaveValueAsync("#promenade");
        await Expect(page.Locator("main h2")).ToContainTextAsync(["Odette Fontanel"]);

        // The same theme filters the overview, and the record that one opens there.
        await practitioner.Link("Vue d’ensemble").ClickAsync();
        var themes = page.GetByRole(AriaRole.Combobox, new() { Name = "Thème", Exact = true });
        await practitioner.PressesAsync(themes);
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^#promenade") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["Fontanel Odette"]);
        Assert.DoesNotContain("promenade", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        await practitioner.SeesTitleAsync("Odette Fontanel");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Chercher dans ce suivi" }).FocusAsync();
        await practitioner.PressesAsync(practitioner.Button("#promenade 1"));
        await Expect(page.Locator(".record-search li a")).ToContainTextAsync(["une zibeline au col. #promenade"]);
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["Fontanel Odette"]);
    }
}
