using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests a return after nine months through one sheet, by keyboard, and the ordinary form on one screen.</summary>
public sealed class ReturnTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Documents = "() => document.documentElement.scrollHeight";

    [Fact]
    public async Task A_return_after_nine_months_is_read_told_and_saved_on_one_sheet_and_taken_back_by_one_undo()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await practitioner.AddsPersonAsync("Nadège", "Quintard", "12/3/1971");

        // A first session: red flags in sight, and a title that is proposed and never written by itself.
        await practitioner.LogsAsync();
        await practitioner.Field("Date de la séance").FillAsync("-40s");
        await practitioner.Field("Ce que je retiens").FillAsync("Le jardin, sans le payer.");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Drapeaux rouges" })).ToBeVisibleAsync();
        await Expect(practitioner.Field("Titre de la nouvelle période (facultatif)")).ToHaveValueAsync("");
        var title = $"Premier contact, {DateTime.UtcNow.AddDays(-7 * 40).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))}";
        await Expect(practitioner.Button($"Prendre comme titre : {title}")).ToBeVisibleAsync();
        await keyboard.PressAsync("Alt+t");
        await Expect(practitioner.Field("Titre de la nouvelle période (facultatif)")).ToHaveValueAsync(title);
        await keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");

        // The return: what was is beside it, what happened since is told in the same form.
        await practitioner.LogsAsync();
        var before = page.GetByRole(AriaRole.Complementary, new() { Name = "Avant cette séance" });
        await Expect(before).ToContainTextAsync("Premier contact");
        await Expect(before).ToContainTextAsync("Le jardin, sans le payer.");
        await Expect(practitioner.Heading("Depuis la dernière fois · 9 mois")).ToBeVisibleAsync();
        await practitioner.PressesAsync(practitioner.Button("Une poussée ?"));
        var flareUp = page.GetByRole(AriaRole.Region, new() { Name = "Poussée", Exact = true });
        await Expect(flareUp.GetByLabel("Début")).ToBeFocusedAsync();
        var month = DateTime.UtcNow.AddMonths(-4).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
        await keyboard.TypeAsync(month);
        await practitioner.TabsToAsync(flareUp.GetByLabel("Ce qui a aidé, d’après la personne"));
        await keyboard.TypeAsync("Marcher tôt.");
        await practitioner.TabsToAsync(page.Locator("[data-draft='Since.Words']"));
        await keyboard.TypeAsync("L’été a été long.");
        await practitioner.TabsToAsync(practitioner.Field("Ce que je retiens"));
        await keyboard.TypeAsync("De retour.");
        await visit.CheckAccessibilityAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.CheckAccessibilityAsync(coloursAlone: true);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visit.ScreenshotAsync("return");

        // All of it is one draft.
        await Expect(page.GetByText("Brouillon gardé à ")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(flareUp.GetByLabel("Début")).ToHaveValueAsync(month);
        await Expect(flareUp.GetByLabel("Ce qui a aidé, d’après la personne")).ToHaveValueAsync("Marcher tôt.");
        await Expect(page.Locator("[data-draft='Since.Words']")).ToHaveValueAsync("L’été a été long.");
        await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();

        var flareUpTitle = $"Poussée {(month[0] is 'a' or 'o' ? "d’" : "de ")}{month}";
        await keyboard.PressAsync("Alt+t");
        await Expect(practitioner.Field("Titre de la nouvelle période (facultatif)")).ToHaveValueAsync(flareUpTitle);
        await keyboard.PressAsync("Alt+Digit3");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Nous deux" })).ToBeVisibleAsync();
        await keyboard.PressAsync("Alt+n");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Nous deux" })).ToBeCheckedAsync();
        await keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync("De retour.");
        await Expect(practitioner.Detail).ToContainTextAsync(flareUpTitle);
        // The drawing before had the whole width; beside the detail it has less.
        await page.WaitForFunctionAsync("() => document.querySelector('.timeline .drawing')?.getBoundingClientRect().right <= document.querySelector('.picture').getBoundingClientRect().right");
        var told = practitioner.OnTimeline(new Regex("^Poussée en cours"));
        await Expect(told).ToHaveCountAsync(1);

        await practitioner.UndoesAsync();
        await Expect(told).ToHaveCountAsync(0);
        await practitioner.RedoesAsync();
        await Expect(told).ToHaveCountAsync(1);

        // Nothing stays behind: the next session is an ordinary one, on one screen with seven scales.
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        foreach (var scale in (string[])["Charge mentale", "Travail", "Confiance"])
        {
            await practitioner.Button(scale).ClickAsync();
        }

        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesTitleAsync("Nadège Quintard");
        await practitioner.LogsAsync();
        await Expect(page.Locator("[data-scale]")).ToHaveCountAsync(7);
        await Expect(page.GetByText("retrouvé.")).ToHaveCountAsync(0);
        await Expect(before).ToContainTextAsync("De retour.");
        Assert.Equal(PageLook.Height, await page.EvaluateAsync<int>(Documents));
        await keyboard.PressAsync("Alt+Digit1");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Nous deux" })).ToBeVisibleAsync();
        Assert.Equal(PageLook.Height, await page.EvaluateAsync<int>(Documents));
        await visit.CheckAccessibilityAsync();
        await visit.ScreenshotAsync("seven-scales");
    }
}
