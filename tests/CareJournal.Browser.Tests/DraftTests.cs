using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>What is typed and not saved yet: it outlives the page, the lock and the program, and becomes one session.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class DraftTests(BrowserFixture browser, CreatedJournal created) : BrowserTest(browser), IClassFixture<CreatedJournal>, IDisposable
{
    private const string Words = "Marche mieux, dort moins ; on garde le jardin.";
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CAREJOURNAL_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private readonly string _folder = created.Copy();

    [Fact]
    public async Task Words_wait_as_a_draft_when_the_page_is_left_and_are_saved_once_from_there()
    {
        var (_, practitioner) = await OpenFormAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(Words);
        await practitioner.Page.GetByText("Bouger", new() { Exact = true }).ClickAsync();
        await IsKeptAsync(practitioner);

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var drafts = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" });
        await Expect(drafts).ToContainTextAsync("Aline Berthier");
        await drafts.GetByRole(AriaRole.Link, new() { Name = "Reprendre · Aline Berthier" }).ClickAsync();

        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(Words);
        await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        await Expect(practitioner.Button("Bouger")).ToHaveAttributeAsync("aria-pressed", "true");

        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.IsToldAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
        await Expect(practitioner.OnTimeline(new Regex("^Séance du "))).ToHaveCountAsync(1);
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(drafts).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_short_form_on_a_persons_page_waits_as_a_draft_too_beside_the_session_that_is_typed()
    {
        var (_, practitioner) = await OpenFormAsync();
        await practitioner.Link("Aline Berthier").ClickAsync();
        await practitioner.Link("Ajouter une poussée").ClickAsync();
        await practitioner.Field("Début").FillAsync("printemps 2024");
        await practitioner.Field("Ce qui l’a précédée").PressSequentiallyAsync("Le déménagement");
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Field("Ce qui l’a précédée")).ToHaveValueAsync("Le déménagement");
        await Expect(practitioner.Field("Début")).ToHaveValueAsync("printemps 2024");

        var said = practitioner.Page.GetByLabel("Ce qui s’est dit");
        await practitioner.Button("Noter un appel, un courrier, une nouvelle").ClickAsync();
        await said.PressSequentiallyAsync("Elle remercie.");
        await practitioner.Page.Locator("form:has(label:has-text('Ce qui s’est dit'))").GetByRole(AriaRole.Button, new() { Name = "Fermer" }).ClickAsync();

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var drafts = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" });
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await drafts.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Échange" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(said).ToHaveValueAsync("Elle remercie.");
        await said.PressAsync("Control+Enter");
        await practitioner.IsToldAsync("Échange");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await drafts.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(practitioner.Field("Ce qui l’a précédée")).ToHaveValueAsync("Le déménagement");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.IsToldAsync("Poussée ajoutée");
        await Expect(practitioner.Detail).ToContainTextAsync("Le déménagement");
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(drafts).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_saved_before_the_script_of_the_form_has_come_are_in_the_session()
    {
        var (_, practitioner) = await OpenFormAsync();
        await practitioner.Page.RouteAsync("**/DraftKeeper.razor*.js", async route =>
        {
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        await practitioner.Page.ReloadAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.IsToldAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task Two_tabs_are_two_drafts_and_one_that_is_set_aside_is_gone()
    {
        var (_, practitioner) = await OpenFormAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("Dans le premier onglet.");
        await IsKeptAsync(practitioner);

        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync(practitioner.Page.Url);
        var text = other.GetByLabel("Ce que je retiens", new() { Exact = true });
        await Expect(text).ToBeFocusedAsync();
        await Expect(text).ToHaveValueAsync("");
        await text.PressSequentiallyAsync("Dans le second.");
        await Expect(other.Locator("[data-kept]")).ToContainTextAsync("Brouillon gardé");
        await other.CloseAsync();

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var drafts = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" });
        await Expect(drafts.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await drafts.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Dans le premier onglet.");
        await practitioner.Button("Écarter ce brouillon").ClickAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Dans le second.");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await drafts.GetByRole(AriaRole.Button, new() { Name = "Écarter ce brouillon · Aline Berthier" }).ClickAsync();
        await drafts.GetByRole(AriaRole.Button, new() { Name = "Oui" }).ClickAsync();
        await Expect(drafts).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_lock_while_typing_hands_the_words_in_first()
    {
        var (_, practitioner) = await OpenFormAsync("WebSocket", "status of 401");
        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync("/settings");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await practitioner.Page.BringToFrontAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("La dernière phrase avant le verrou");
        await other.GetByRole(AriaRole.Button, new() { Name = "Verrouiller" }).ClickAsync();

        await practitioner.SeesTitleAsync("Ouvrir le journal");
        await Expect(practitioner.Page.Locator("body")).Not.ToContainTextAsync("La dernière phrase");
        await practitioner.GivesAsync(CreatedJournal.Passphrase);
        await practitioner.SeesTitleAsync("Noter la séance");
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("La dernière phrase avant le verrou");
    }

    [Fact]
    public async Task A_program_killed_while_one_types_costs_no_word_and_the_journal_is_opened_again_inside_the_page()
    {
        var (journal, practitioner) = await OpenFormAsync("ERR_CONNECTION", "WebSocket", "Failed to fetch", "status of 401", "No interop methods");
        var chance = new Random(20261122);
        var typed = "";
        for (var kill = 1; kill <= Kills; kill++)
        {
            var (before, after) = ($"Phrase {kill} avant la coupure. ", $"Et {kill} après. ");
            await practitioner.Page.Keyboard.TypeAsync(before);
            await practitioner.Page.WaitForTimeoutAsync(chance.Next(0, 1200));
            await journal.KillAsync();
            await practitioner.Page.Keyboard.TypeAsync(after);
            typed += before + after;
            await journal.RestartAsync();

            var dialog = practitioner.Page.Locator("#reconnect");
            await Expect(dialog).ToContainTextAsync("Votre texte est toujours dans cette page.");
            await dialog.GetByLabel("Phrase de passe ou code de secours").FillAsync(kill == 1 ? "pas la bonne" : CreatedJournal.Passphrase);
            await practitioner.Page.Keyboard.PressAsync("Enter");
            if (kill == 1)
            {
                await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Ce n’est pas la bonne phrase de passe.");
                await practitioner.Page.WaitForTimeoutAsync(1200);
                await dialog.GetByLabel("Phrase de passe ou code de secours").FillAsync(CreatedJournal.Passphrase);
                await practitioner.Page.Keyboard.PressAsync("Enter");
            }

            await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync(new() { Timeout = 15_000 });
            await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(typed);
            await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        }

        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.IsToldAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(typed.Trim());
    }

    [Fact]
    public async Task A_text_of_200_000_characters_is_kept_though_it_is_too_long_to_save()
    {
        var (_, practitioner) = await OpenFormAsync();
        var text = string.Concat(Enumerable.Repeat("Été 🙂 عربي ", 20_000))[..200_000];
        await practitioner.Field("Ce que je retiens").FillAsync(text);
        await IsKeptAsync(practitioner);
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        Assert.Equal(text, await practitioner.Field("Ce que je retiens").InputValueAsync());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task IsKeptAsync(Practitioner practitioner)
    {
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
        await Expect(practitioner.Page.Locator("[data-kept]")).ToHaveTextAsync(Practitioner.Saying(@"^Brouillon gardé à \d+ h( \d+)?$"));
    }

    private async Task<(RunningJournal Journal, Practitioner Practitioner)> OpenFormAsync(params string[] expected)
    {
        var journal = await StartJournalAsync(_folder);
        var visit = await OpenAsync(journal);
        Array.ForEach(expected, visit.Expect);
        await visit.GoToAsync("/");
        var practitioner = new Practitioner(visit);
        await practitioner.UnlocksAsync(CreatedJournal.Passphrase);
        await practitioner.AddsPersonAsync("Aline", "Berthier", "12/3/1971");
        await practitioner.LogsAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        return (journal, practitioner);
    }
}
