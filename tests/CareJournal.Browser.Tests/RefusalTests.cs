using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests that a refused save shows its reason where one looks, in every form. Each test is about another person.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class RefusalTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    [Theory]
    [InlineData(1400, false)]
    [InlineData(820, true)]
    public async Task A_refused_session_shows_the_first_reason_in_sight_and_opens_what_is_folded(int width, bool dark)
    {
        var visit = await OpenAsync(demo.Journal, new PageLook(Dark: dark, Width: width));
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", dark ? "Morin" : "Morel", "12/3/1971");
        await practitioner.LogsAsync();
        await practitioner.Page.Locator("summary").Filter(new() { HasText = "Plus de précisions" }).Or(practitioner.Page.Locator(".guarded details > summary")).First.ClickAsync();
        await practitioner.Field("Heure").Or(practitioner.Page.Locator("[data-draft=StartsAt]")).First.FillAsync("vers midi et quart");
        await practitioner.Page.Locator(".guarded details > summary").First.ClickAsync();
        await Expect(practitioner.Page.Locator("[data-draft=StartsAt]")).ToBeHiddenAsync();
        await practitioner.Button("Enregistrer").ClickAsync();
        await IsInSightAsync(practitioner, practitioner.Page.Locator("[data-draft=StartsAt]"));
        await Expect(practitioner.Page.GetByText(Practitioner.Saying("^Rien n’est enregistré : un champ est à revoir.$"))).ToBeVisibleAsync();

        await practitioner.Page.Locator("[data-draft=StartsAt]").FillAsync("14h30");
        await practitioner.Field("Date de la séance").FillAsync("31/2/2026");
        await practitioner.Page.Locator("[data-draft=Note]").FillAsync(new string('é', 100_001));
        await practitioner.Button("Enregistrer").ScrollIntoViewIfNeededAsync();
        await practitioner.Button("Enregistrer").ClickAsync();
        await IsInSightAsync(practitioner, practitioner.Field("Date de la séance"));
        await Expect(practitioner.Page.GetByText(Practitioner.Saying("^Rien n’est enregistré : 2 champs sont à revoir.$"))).ToHaveCountAsync(1);
        await visit.ScreenshotAsync("refused-session");

        // The same once more, then the problem that is left, below a text that is taller than the window.
        await practitioner.Page.Keyboard.PressAsync("End");
        await practitioner.Button("Enregistrer").ClickAsync();
        await IsInSightAsync(practitioner, practitioner.Field("Date de la séance"));
        await practitioner.Field("Date de la séance").FillAsync("hier");
        await practitioner.Field("Ce que je retiens").FocusAsync();
        await Expect(practitioner.Page.GetByText(Practitioner.Saying("^Rien n’est enregistré : un champ est à revoir.$"))).ToHaveCountAsync(1);
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await IsInSightAsync(practitioner, practitioner.Page.Locator("[data-draft=Note]"));
        await visit.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task A_refused_person_shows_the_reason_low_in_the_form_and_a_short_form_does_too()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Aline", "Noguès", "12/3/1971");
        await practitioner.Page.GotoAsync($"{new Uri(practitioner.Page.Url).AbsolutePath}/edit");
        await practitioner.Page.GetByText("Autres précisions").ClickAsync();
        await practitioner.Field("Décès le").FillAsync("31/2/2026");
        await practitioner.Page.GetByText("Autres précisions").ClickAsync();
        await practitioner.Field("Prénom").FocusAsync();
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await IsInSightAsync(practitioner, practitioner.Field("Décès le"));

        await practitioner.Field("Décès le").FillAsync("");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesTitleAsync("Aline Noguès");
        await practitioner.Link("Ajouter un moment de vie").ClickAsync();
        await practitioner.Page.Locator("#detail [data-draft=Start]").FillAsync("un jour de pluie");
        await practitioner.Page.Locator("#detail [data-save]").ClickAsync();
        await IsInSightAsync(practitioner, practitioner.Page.Locator("#detail [data-draft=Start]"));
    }

    private static async Task IsInSightAsync(Practitioner practitioner, ILocator field)
    {
        await Expect(field).ToBeFocusedAsync();
        await Expect(practitioner.Page.Locator($"#{await field.GetAttributeAsync("id")}-problem")).ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
