using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the grid in which a follow-up of years is entered from its paper file.</summary>
public sealed class PastTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const int Sessions = 40;

    [Fact]
    public async Task Forty_sessions_with_pauses_and_titles_are_typed_by_keyboard_survive_a_lock_and_are_one_save_and_one_undo()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Odile", "Carton", "3/4/1961");
        await practitioner.PressesAsync(practitioner.Link("Saisir depuis le papier"));
        await practitioner.SeesTitleAsync("Saisir depuis le papier");
        var page = visit.Page;
        await Expect(Cell(1, "Date")).ToBeFocusedAsync();

        // Every two weeks, with two pauses; the year is typed once.
        var days = Enumerable.Range(0, Sessions).Select(at => new DateOnly(2019, 3, 12).AddDays((14 * at) + (at / 14 * 190))).ToArray();
        for (var at = 0; at < 20; at++)
        {
            await TypeAsync(at);
        }

        await Expect(Row(15)).ToContainTextAsync(Practitioner.Saying("mois sans séance notée, depuis le 10 septembre 2019"));
        await Expect(Row(15)).ToContainTextAsync(Practitioner.Saying("mercredi 1ᵉʳ avril 2020"));
        await Expect(Row(1)).ToContainTextAsync(Practitioner.Saying("Se revoir toutes les 2 semaines"));

        // What was told of the pause, and the title, are above the date: Shift+Tab.
        await Cell(15, "Date").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("Le dos, après l’hiver");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("Un hiver difficile, puis le jardin.");
        await Expect(page.GetByText("Brouillon gardé à ")).ToBeVisibleAsync();

        var path = new Uri(page.Url).AbsolutePath;
        visit.Expect("WebSocket");
        visit.Expect("status of 401");
        await practitioner.Button("Verrouiller").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await practitioner.UnlocksAsync(DemoFolder.Passphrase);
        await visit.GoToAsync(path);
        await practitioner.SeesTitleAsync("Saisir depuis le papier");
        await Expect(Cell(15, "Avec ses mots")).ToHaveValueAsync("Un hiver difficile, puis le jardin.");
        await Expect(Row(20)).ToContainTextAsync(Words(days[19]));

        await practitioner.PressesAsync(practitioner.Button("Ajouter une ligne"));
        await Expect(Cell(21, "Date")).ToBeFocusedAsync();
        for (var at = 20; at < Sessions; at++)
        {
            await TypeAsync(at);
        }

        // Only the wrong cell says so and has the focus; nothing is saved and nothing lost.
        await Cell(30, "Date").FillAsync("31/2");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Row(30)).ToContainTextAsync("Date non comprise.");
        await Expect(Cell(30, "Date")).ToBeFocusedAsync();
        await visit.CheckAccessibilityAsync();
        await Cell(30, "Date").FillAsync(Typed(29));
        await Expect(page.GetByText(Practitioner.Saying("^40 séances · du 12 mars 2019 au .* · 2 pauses$"))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");

        await practitioner.SeesTitleAsync("Odile Carton");
        await practitioner.SeesNoticeAsync("40 séances enregistrées depuis le papier");
        await Expect(practitioner.OnTimeline(new Regex("Le dos, après l’hiver"))).ToHaveCountAsync(1);
        await practitioner.UndoesAsync();
        await Expect(practitioner.Link("Saisir depuis le papier")).ToBeVisibleAsync();

        ILocator Row(int number) => page.GetByRole(AriaRole.Group, new() { Name = $"Ligne {number}", Exact = true });

        ILocator Cell(int number, string label) => Row(number).GetByLabel(label, new() { Exact = true });

        string Typed(int at) => days[at].ToString(at == 0 ? "d/M/yyyy" : "d/M", CultureInfo.InvariantCulture);

        async Task TypeAsync(int at)
        {
            await Expect(Cell(at + 1, "Date")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(Typed(at));
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"Séance {at + 1} : dort mieux, marche un peu.");
            if (at == 0)
            {
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.TypeAsync("2 semaines");
                await page.Keyboard.PressAsync("Tab");
                await page.Keyboard.TypeAsync("4");
                await page.Keyboard.PressAsync("Tab");
            }
            else
            {
                await page.Keyboard.PressAsync("Enter");
            }
        }
    }

    private static Regex Words(DateOnly day) => Practitioner.Saying(day.ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")));
}
