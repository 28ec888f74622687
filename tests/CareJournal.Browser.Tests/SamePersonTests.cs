using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests a person who is added twice: names the wrong way round, the question, and the old address once both entries are one.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class SamePersonTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    [Fact]
    public async Task Every_address_of_a_merged_person_leads_to_the_one_who_stays()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        var page = visit.Page;
        await SearchAsync("Marchandeau Sonia 4/5/1966");
        await Expect(practitioner.Field("Prénom")).ToHaveValueAsync("Marchandeau");
        await Expect(practitioner.Field("Date de naissance")).ToHaveValueAsync("04/05/1966");
        await practitioner.Button("Intervertir prénom et nom").ClickAsync();
        await Expect(practitioner.Field("Prénom")).ToHaveValueAsync("Sonia");
        await Expect(practitioner.Field("Nom")).ToHaveValueAsync("Marchandeau");
        await practitioner.Button("Enregistrer").ClickAsync();
        await Expect(practitioner.Title).ToHaveTextAsync("Sonia Marchandeau");
        var kept = IdOf(page.Url);

        await visit.GoToAsync("/patients/new");
        await practitioner.Field("Prénom").FillAsync("sonia");
        await practitioner.Field("Nom").FillAsync("MARCHANDEAU");
        await practitioner.Button("Enregistrer").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cette personne est-elle déjà dans le journal");
        await visit.CheckAccessibilityAsync(page.GetByRole(AriaRole.Alert));
        await practitioner.Button("C’est une autre personne : l’ajouter").ClickAsync();
        await Expect(practitioner.Title).ToHaveTextAsync("sonia MARCHANDEAU");
        var merged = IdOf(page.Url);
        Assert.NotEqual(kept, merged);

        await visit.GoToAsync($"/patients/{kept}/edit");
        await practitioner.Button("Chercher l’autre fiche").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "C’est la même personne que…" }).PressSequentiallyAsync("marchandeau");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "fiche créée le" }).ClickAsync();
        await practitioner.Button("Réunir les deux fiches").ClickAsync();
        await practitioner.SeesNoticeAsync("Défaire");

        foreach (var address in (string[])["/patients/{0}", "/patients/{0}/visits/new", "/patients/{0}/stock", "/patients/{0}/rhythm", "/patients/{0}/edit", "/print/patients/{0}", "/print/patients/{0}/sheet?kind=Letter"])
        {
            await visit.GoToAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, merged));
            await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, kept))));
            await Expect(page.GetByText("Sonia Marchandeau").First).ToBeVisibleAsync();
        }

        async Task SearchAsync(string typed)
        {
            await visit.GoToAsync("/");
            await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" })).ToBeFocusedAsync();
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" }).PressSequentiallyAsync(typed);
            await Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync("Ajouter");
            await page.Keyboard.PressAsync("Enter");
        }
    }

    private static string IdOf(string address) => Regex.Match(address, "/patients/([0-9a-f-]{36})").Groups[1].Value;
}
