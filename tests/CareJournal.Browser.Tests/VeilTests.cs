using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the veil over the screen: one key, by keyboard alone, with words that are being typed.</summary>
[Collection(WaitingBrowserCollection.Name)]
public sealed class VeilTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Words = "Elle hésite encore, et";

    [Fact]
    public async Task One_key_hides_every_tab_and_the_pin_shows_each_as_it_was()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        visit.Expect("423");
        var practitioner = new Practitioner(visit);
        await practitioner.EntersAsync(DemoFolder.Passphrase, "/settings");
        await practitioner.Field("PIN du voile").FillAsync("1234");
        await practitioner.Button("Enregistrer le PIN").ClickAsync();
        await Expect(visit.Page.GetByText("Ce PIN se devine du premier coup")).ToBeVisibleAsync();
        await practitioner.Field("PIN du voile").FillAsync("4719");
        await practitioner.Button("Enregistrer le PIN").ClickAsync();
        await Expect(visit.Page.GetByText("Votre PIN ou votre phrase de passe")).ToBeVisibleAsync();
        await practitioner.GoesToAsync("Aujourd’hui");
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        var beside = await visit.Page.Context.NewPageAsync();
        await beside.GotoAsync(visit.Page.Url);
        await Expect(beside.Locator(".timeline:not([aria-busy=true])")).ToBeVisibleAsync();
        await visit.Page.BringToFrontAsync();
        await practitioner.LogsAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);

        await visit.Page.Keyboard.PressAsync("Control+Shift+L");
        await Expect(visit.Page.GetByLabel("PIN ou phrase de passe")).ToBeFocusedAsync();
        await Expect(practitioner.Title).ToBeHiddenAsync();
        Assert.Equal("CareJournal", await visit.Page.TitleAsync());
        await Expect(beside.GetByLabel("PIN ou phrase de passe")).ToBeVisibleAsync();
        await Expect(beside.GetByRole(AriaRole.Heading, new() { Name = "Claire Vasseur" })).ToBeHiddenAsync();
        await visit.ScreenshotAsync("veil");

        await visit.Page.Keyboard.TypeAsync("4718");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("Encore 2 essais")).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync("4719");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(Words);
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(" je la laisse décider.");
        await practitioner.Button("Enregistrer").First.ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(beside.GetByRole(AriaRole.Heading, new() { Name = "Claire Vasseur", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_veiled_screen_that_is_loaded_anew_stays_veiled_and_leads_back()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        visit.Expect("423");
        var practitioner = new Practitioner(visit);
        await practitioner.EntersAsync(DemoFolder.Passphrase, "/away");
        await practitioner.SeesTitleAsync("Revue des suivis");
        await visit.Page.Keyboard.PressAsync("Control+Shift+L");
        await Expect(visit.Page.GetByLabel("PIN ou phrase de passe")).ToBeFocusedAsync();
        await visit.Page.ReloadAsync();
        await practitioner.SeesTitleAsync("Écran voilé");
        await visit.CheckAccessibilityAsync();
        await visit.GoToAsync("/settings");
        await practitioner.SeesTitleAsync("Écran voilé");
        await practitioner.Field("PIN ou phrase de passe").FillAsync(DemoFolder.Passphrase);
        await visit.Page.Keyboard.PressAsync("Enter");
        await practitioner.SeesTitleAsync("Réglages");
    }
}
