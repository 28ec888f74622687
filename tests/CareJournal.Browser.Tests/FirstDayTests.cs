using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

public sealed class FirstDayTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Passphrase = "girafe velours cadenas orage tambour violet";
    private const string FirstWords = "Dort mal, marche peu ; le jardin lui manque.";

    [Fact]
    public async Task The_first_day_walks_from_an_empty_folder_to_two_gaps_that_survive_a_restart()
    {
        var journal = await StartJournalAsync();
        var visit = await OpenAsync(journal);
        var practitioner = new Practitioner(visit);

        await visit.GoToAsync("/");
        await CreateTheJournalAsync(visit, practitioner);
        await TypeTheCodeBackAsync(visit, practitioner);
        await AddAPersonAsync(visit, practitioner);
        await LogThreeSessionsAsync(visit, practitioner);

        await practitioner.UndoesAsync();
        await Expect(Pauses(practitioner)).ToHaveCountAsync(1);
        await visit.ScreenshotAsync("first-day-07-undone");

        await practitioner.RedoesAsync();
        await Expect(Pauses(practitioner)).ToHaveCountAsync(2);
        await visit.ScreenshotAsync("first-day-08-done-again");

        // The lock closes the page's connection at once; the page may report it on the console before it is left.
        visit.ExpectLostConnection();
        visit.Expect("status of 401");
        await practitioner.Button("Verrouiller").ClickAsync();
        await practitioner.SeesTitleAsync("Ouvrir le journal");
        await visit.ScreenshotAsync("first-day-09-locked");
        await journal.StopAsync();
        await journal.RestartAsync();

        await visit.GoToAsync("/");
        await practitioner.UnlocksAsync(Passphrase);
        await FindEverythingAsync(visit, practitioner);
    }

    private static async Task CreateTheJournalAsync(WatchedPage visit, Practitioner practitioner)
    {
        await practitioner.SeesTitleAsync("Créer le journal");
        var strength = practitioner.Page.GetByRole(AriaRole.Status);
        await practitioner.Field("Phrase de passe").FillAsync("soleil");
        await Expect(strength).ToContainTextAsync("Phrase de passe : fragile");
        await practitioner.Field("Phrase de passe").FillAsync(Passphrase);
        await Expect(strength).ToHaveTextAsync("Phrase de passe : solide");
        await practitioner.Field("La phrase de passe, une seconde fois").FillAsync(Passphrase);
        await practitioner.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await visit.ScreenshotAsync("first-day-01-passphrase");

        await practitioner.Button("Créer le journal").ClickAsync();
    }

    private static async Task TypeTheCodeBackAsync(WatchedPage visit, Practitioner practitioner)
    {
        await practitioner.SeesTitleAsync("Code de secours");
        var code = Regex.Replace(await practitioner.Page.Locator(".recovery-code").InnerTextAsync(), @"\s", "");
        await visit.ScreenshotAsync("first-day-02-recovery-code");

        await practitioner.Link("Le code est écrit sur papier").ClickAsync();
        var typed = practitioner.Field("Recopiez-le pour vérifier qu’il est bien noté.");
        await typed.FillAsync(code[..^1]);
        await practitioner.Button("Ouvrir le journal").ClickAsync();
        await Expect(practitioner.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Ce n’est pas encore le même code. Relisez votre papier.");
        await visit.ScreenshotAsync("first-day-03-code-typed-wrong");

        await typed.FillAsync(code);
        await practitioner.Button("Ouvrir le journal").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
    }

    private static async Task AddAPersonAsync(WatchedPage visit, Practitioner practitioner)
    {
        await Expect(practitioner.Page.GetByText("Aucune personne pour l’instant.")).ToBeVisibleAsync();
        await visit.ScreenshotAsync("first-day-04-empty");

        await practitioner.AddsPersonAsync("Jeanne", "Lefèvre", "12/3/1971");

        await practitioner.SeesNoticeAsync("Personne ajoutée");
        await Expect(practitioner.Detail).ToContainTextAsync("Aucune séance notée pour l’instant.");
        await visit.ScreenshotAsync("first-day-05-person");
    }

    private static async Task LogThreeSessionsAsync(WatchedPage visit, Practitioner practitioner)
    {
        // The last one is less than two months ago, so that only the two silences between them count as pauses.
        var today = DateTime.UtcNow;
        var last = new DateOnly(today.Year, today.Month, 12).AddMonths(-1);
        await practitioner.LogsAsync(Typed(last.AddMonths(-16)), FirstWords);
        await practitioner.LogsAsync(Typed(last.AddMonths(-8)), "Huit mois tranquilles. Reprend le jardin.");
        await practitioner.LogsAsync(Typed(last), "Une poussée courte, traversée avec ses outils.");

        await Expect(Pauses(practitioner)).ToHaveCountAsync(2);
        await Expect(practitioner.Timeline.Locator(".stop.on").GetByText("8 mois", new() { Exact = true })).ToHaveCountAsync(2);
        await visit.ScreenshotAsync("first-day-06-two-pauses");
    }

    private static async Task FindEverythingAsync(WatchedPage visit, Practitioner practitioner)
    {
        await practitioner.FindsAsync("le", "Jeanne Lefèvre");
        await Expect(Pauses(practitioner)).ToHaveCountAsync(2);
        await practitioner.OnTimeline(new Regex("le jardin lui manque")).ClickAsync();

        await Expect(practitioner.Detail).ToContainTextAsync(FirstWords);
        await visit.ScreenshotAsync("first-day-10-found-again");
    }

    private static string Typed(DateOnly day) => $"{day.Day}/{day.Month}/{day.Year}";

    private static ILocator Pauses(Practitioner practitioner) => practitioner.OnTimeline(new Regex("^8 mois sans séance notée, du 12 .+ au 12 "));
}
