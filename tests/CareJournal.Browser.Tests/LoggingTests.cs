using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the form for a session. Each test is about another person.</summary>
public sealed class LoggingTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Words = "Marche mieux, dort moins ; on garde le jardin.";

    [Fact]
    public async Task One_key_answers_a_scale_by_its_place_on_the_keyboard_and_Ctrl_Enter_saves()
    {
        var practitioner = await OpenAsync("Aline", "Berthier");
        await practitioner.LogsAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await practitioner.Page.GetByText("Bouger", new() { Exact = true }).ClickAsync();
        await Expect(practitioner.Button("Bouger")).ToHaveAttributeAsync("aria-pressed", "true");
        var activities = practitioner.Page.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^Activités Ces 7 derniers jours") });

        // The French top row: the key of 7 writes è.
        await activities.GetByRole(AriaRole.Radio).First.FocusAsync();
        await PressAsync(practitioner.Page, code: "Digit7", key: "è");
        await Expect(activities.GetByRole(AriaRole.Radio, new() { Name = "7", Exact = true })).ToBeCheckedAsync();

        await practitioner.Field("Convenu").PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée à ");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
        await Expect(practitioner.Detail).ToContainTextAsync("Activités 7");
        await Expect(practitioner.Detail).ToContainTextAsync("Bouger");
    }

    [Fact]
    public async Task Words_of_last_time_are_taken_over_on_request_with_their_date_after_what_was_typed()
    {
        var practitioner = await OpenAsync("Basile", "Corvin");
        await practitioner.LogsAsync();
        await practitioner.TakesAwayAsync(Words);
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");

        await practitioner.LogsAsync();
        var text = practitioner.Field("Ce que je retiens");
        await text.FillAsync("Revient de la mer.");
        await practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = Practitioner.Saying("^Reprendre du .* · Ce que je retiens$") }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex($@"^Revient de la mer\.\n{Regex.Escape(Words)} \(repris du \d+(ᵉʳ)?\s\S+\s\d{{4}}\)$"));
        await Expect(text).ToBeFocusedAsync();
        await Expect(practitioner.Page.GetByText("Brouillon gardé à ")).ToBeVisibleAsync();

        await practitioner.Page.Keyboard.PressAsync("Control+z");
        await Expect(text).ToHaveValueAsync("Revient de la mer.");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
    }

    [Fact]
    public async Task Held_with_nothing_to_add_is_one_click()
    {
        var practitioner = await OpenAsync("Bruno", "Castaing");
        await practitioner.LogsAsync();

        await practitioner.Button("Séance faite, rien à ajouter").ClickAsync();

        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync("Séance faite, rien d’écrit.");
    }

    [Fact]
    public async Task A_date_that_cannot_be_is_reported_at_its_field_and_the_text_stays()
    {
        var practitioner = await OpenAsync("Chloé", "Delorme");
        await practitioner.LogsAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        var tomorrow = DateTime.UtcNow.AddDays(2);

        await IsRefusedAsync(practitioner, tomorrow.ToString("d/M/yyyy", CultureInfo.InvariantCulture), "Une séance faite ne peut pas être datée après aujourd’hui.");
        await IsRefusedAsync(practitioner, "11/3/1971", "Cette date précède la naissance.");
        await IsRefusedAsync(practitioner, "un mardi de pluie", "Date non comprise. Essayez 12/3, hier ou -2s.");

        await practitioner.Field("Date de la séance").FillAsync("hier");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task A_note_of_200_000_characters_is_refused_and_kept()
    {
        var note = string.Concat(Enumerable.Repeat("Elle raconte l’été. ", 10_000));
        var practitioner = await OpenAsync("Denis", "Estève");
        await practitioner.LogsAsync();

        await practitioner.Field("Ce que je retiens").FillAsync(note);
        await practitioner.Button("Enregistrer").ClickAsync();

        await Expect(practitioner.Field("Ce que je retiens")).ToHaveAccessibleDescriptionAsync(
            Practitioner.Saying(@"Texte trop long \(200 ?000 caractères\)\. Il est gardé ; partagez-le en deux notes\."));
        Assert.Equal(note, await practitioner.Field("Ce que je retiens").InputValueAsync());
        await practitioner.Field("Ce que je retiens").FillAsync(note[..90_000]);
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
    }

    [Fact]
    public async Task A_session_of_somebody_who_died_is_asked_about_first()
    {
        var practitioner = await OpenAsync("Édith", "Fabre", deceased: "-2s");
        await practitioner.LogsAsync();
        await practitioner.Field("Date de la séance").FillAsync("-3s");
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await practitioner.Button("Enregistrer").ClickAsync();
        await Expect(practitioner.Page.GetByText("Le décès de cette personne est noté. La séance a-t-elle eu lieu avant ?")).ToBeVisibleAsync();

        await practitioner.Button("Oui").ClickAsync();

        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task A_session_reopens_a_concluded_follow_up_and_says_so()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.Link("Personnes").ClickAsync();
        await practitioner.Link("Voir toutes les personnes").ClickAsync();
        await practitioner.Link("Montrer aussi les suivis conclus").ClickAsync();
        // Only those in sight are in the page: the longest silences first.
        await practitioner.Button("Dernière séance").ClickAsync();
        await practitioner.Button("Dernière séance").ClickAsync();
        await practitioner.Page.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new Regex("Suivi conclu ensemble|Suivi clos de mon côté|Relais passé") }).Filter(new() { HasText = "il y a 4 ans" }).GetByRole(AriaRole.Link).ClickAsync();

        await practitioner.LogsAsync();
        await Expect(practitioner.Page.GetByText("Noter une séance rouvre le suivi.")).ToBeVisibleAsync();
        await practitioner.TakesAwayAsync(Words);
        await practitioner.Button("Enregistrer").ClickAsync();

        await practitioner.SeesNoticeAsync("Le suivi est rouvert.");
    }

    [Fact]
    public async Task Leaving_with_words_that_are_stored_nowhere_else_asks_first()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("Failed to load resource");
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Gaëlle", "Hamon", "12/3/1971");
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await practitioner.Page.RouteAsync("**/drafts/*", refused => refused.AbortAsync());
        await practitioner.Field("À garder en tête").FillAsync(Words);
        var question = practitioner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ce texte n’est pas encore enregistré." });

        await practitioner.Link("Personnes").ClickAsync();
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Rester" })).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(question).ToHaveCountAsync(0);
        await Expect(practitioner.Field("À garder en tête")).ToHaveValueAsync(Words);

        await practitioner.Link("Personnes").ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Fermer sans enregistrer" }).ClickAsync();
        await practitioner.SeesTitleAsync("Personnes");
    }

    private async Task<Practitioner> OpenAsync(string given, string family, string? deceased = null)
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync(given, family, "12/3/1971", deceased);
        return practitioner;
    }

    private static async Task IsRefusedAsync(Practitioner practitioner, string date, string sentence)
    {
        await practitioner.Field("Date de la séance").FillAsync(date);
        await practitioner.Button("Enregistrer").ClickAsync();

        await Expect(practitioner.Field("Date de la séance")).ToHaveAccessibleDescriptionAsync(Practitioner.Saying($"{sentence.Replace(".", @"\.", StringComparison.Ordinal)}$"));
        await Expect(practitioner.Field("Date de la séance")).ToHaveValueAsync(date);
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(Words);
    }

    // Playwright knows American keys only: this one is sent as a French keyboard sends it.
    private static async Task PressAsync(IPage page, string code, string key)
    {
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        foreach (var move in (string[])["keyDown", "keyUp"])
        {
            await keyboard.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = move, ["code"] = code, ["key"] = key, ["text"] = move == "keyDown" ? key : "" });
        }
    }
}
