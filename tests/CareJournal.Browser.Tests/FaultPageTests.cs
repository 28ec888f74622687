using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests pages that fail, whole, in a part or in their circuit: they say so, the text is there, and one can go on. Each test is about another person.</summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class FaultPageTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Words = "Marche mieux, dort moins ; on garde le jardin.";

    // Choices, as the former version wrote them, without their list of scales: the form cannot be drawn with them.
    private const string BreaksTheForm = "\"Scores\":null";

    [Fact]
    public async Task A_draft_that_breaks_its_form_is_read_copied_and_set_aside_and_the_form_opens_empty()
    {
        var (practitioner, person) = await PersonAsync("Fabre");
        await WriteDraftAsync(practitioner, person, "visit", new() { ["HeldOn"] = "٢٢/١١", ["Impression"] = Words, ["Choices"] = $"{{\"Id\":\"{Guid.CreateVersion7()}\",\"PatientId\":\"{person}\",{BreaksTheForm}}}" });
        await practitioner.GoesToAsync("Aujourd’hui");
        await DraftsOf(practitioner, "Fabre").GetByRole(AriaRole.Link, new() { Name = "Reprendre · Aline Fabre" }).ClickAsync();

        // Only the form is gone: the page around it still works.
        await practitioner.SeesTitleAsync("Noter la séance");
        var part = practitioner.Page.Locator("[data-fault-view]");
        await Expect(part.GetByRole(AriaRole.Alert)).ToContainTextAsync("Cette partie de la page s’est arrêtée.");
        await Expect(part.GetByRole(AriaRole.Alert)).ToContainTextAsync(Practitioner.Saying("Référence : [3-9A-Y]{3}-[3-9A-Y]{3}"));
        await Expect(part).ToContainTextAsync("Ce que vous aviez écrit est gardé comme brouillon");
        await Expect(part.Locator("[data-word]")).ToHaveTextAsync(["Date de la séance٢٢/١١", $"Ce que je retiens{Words}"]);
        await Expect(practitioner.Page.Locator("[data-fault-text]")).ToBeHiddenAsync();

        // After a reload it is the same.
        await practitioner.Page.ReloadAsync();
        await Expect(part.Locator("[data-word]")).ToHaveCountAsync(2);
        await practitioner.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await practitioner.PressesAsync(part.GetByRole(AriaRole.Button, new() { Name = "Copier le texte" }));
        await Expect(part).ToContainTextAsync("Copié.");
        Assert.Equal($"Date de la séance\n٢٢/١١\n\nCe que je retiens\n{Words}", await practitioner.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await practitioner.PressesAsync(part.GetByRole(AriaRole.Button, new() { Name = "Rouvrir le formulaire vide" }));
        await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("");
        await practitioner.TakesAwayAsync("Repris à la main.");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");

        // The draft is not lost, and can go back among the others.
        await practitioner.GoesToAsync("Aujourd’hui");
        await practitioner.Page.GetByText(new Regex(@"^Mis de côté \(\d+\)$")).ClickAsync();
        await DraftsOf(practitioner, "Fabre").GetByRole(AriaRole.Link, new() { Name = "Lire · Aline Fabre" }).ClickAsync();
        await practitioner.SeesTitleAsync("Texte d’un brouillon");
        await Expect(practitioner.Page.Locator("[data-word]").Last).ToContainTextAsync(Words);
        await practitioner.Button("Remettre parmi les brouillons à finir").ClickAsync();
        await Expect(practitioner.Button("Mettre de côté")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_form_that_fails_while_one_saves_keeps_the_last_word_and_leaves_the_other_cards()
    {
        var (practitioner, person) = await PersonAsync("Gaillard");
        await WriteDraftAsync(practitioner, person, "review", new() { ["TakenOn"] = "aujourd’hui", ["Situation"] = Words, ["Choices"] = $"{{\"Id\":\"{Guid.CreateVersion7()}\",\"PatientId\":\"{person}\",\"Goals\":null,\"Tools\":null}}" });
        await practitioner.Page.GotoAsync($"/patients/{person}/stock");
        await Expect(practitioner.Field("Où en sommes-nous ?")).ToHaveValueAsync(Words);
        await practitioner.Field("Où en sommes-nous ?").PressSequentiallyAsync(" Et le dernier mot.");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");

        var part = practitioner.Page.Locator("[data-fault-view]").Filter(new() { Has = practitioner.Page.Locator("[data-draft-sheet]") });
        await Expect(part.Locator("[data-word]").Filter(new() { HasText = "Où en sommes-nous" })).ToContainTextAsync($"{Words} Et le dernier mot.");
        await practitioner.SeesTitleAsync("Faire le point");
        await practitioner.HasVisibleFocusAsync();
        await practitioner.PressesAsync(part.GetByRole(AriaRole.Link, new() { Name = "Revenir à aujourd’hui" }));
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(DraftsOf(practitioner, "Gaillard")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Words_that_could_not_be_kept_are_shown_on_the_fault_page_until_they_are()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("Failed to load resource");
        var (practitioner, person) = await PersonAsync("Hamon", visit);
        await WriteDraftAsync(practitioner, person, "review", new() { ["Situation"] = Words, ["Choices"] = $"{{\"Id\":\"{Guid.CreateVersion7()}\",\"PatientId\":\"{person}\",\"Goals\":null,\"Tools\":null}}" });
        await practitioner.Page.GotoAsync($"/patients/{person}/stock");
        await Expect(practitioner.Field("Où en sommes-nous ?")).ToHaveValueAsync(Words);
        await practitioner.Page.RouteAsync("**/drafts/*", refused => refused.AbortAsync());
        await practitioner.Field("Où en sommes-nous ?").PressSequentiallyAsync(" Et le dernier mot.");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");

        var lost = practitioner.Page.Locator("[data-fault-text]:not([hidden])");
        await Expect(lost).ToContainTextAsync("Ce texte n’est gardé nulle part pour l’instant.");
        await Expect(practitioner.Page.GetByText("est gardé comme brouillon (")).ToHaveCountAsync(0);
        await Expect(lost.Locator("[data-word]")).ToHaveTextAsync(["Date du pointaujourd’hui", $"Où en sommes-nous ?{Words} Et le dernier mot."]);

        // Nothing takes them away unasked: neither another page nor the menu of a narrow window.
        var question = practitioner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ce texte n’est pas encore enregistré." });
        await practitioner.GoesToAsync("Personnes");
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Rester" })).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(question).ToHaveCountAsync(0);
        await practitioner.Page.SetViewportSizeAsync(700, PageLook.Height);
        await practitioner.Button("Pages du journal").ClickAsync();
        await Expect(practitioner.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages du journal" }).GetByRole(AriaRole.Link, new() { Name = "Personnes" })).ToBeVisibleAsync();
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(lost.Locator("[data-word]")).ToHaveCountAsync(2);

        await practitioner.Page.UnrouteAllAsync();
        await Expect(lost).ToContainTextAsync("Ce texte est maintenant gardé comme brouillon");
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Imbert", false)]
    [InlineData("Ibanez", true)]
    public async Task A_page_whose_circuit_ends_by_a_fault_says_so_keeps_the_text_and_leads_on_by_keyboard(string family, bool toToday)
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("");
        var (practitioner, _) = await PersonAsync(family, visit);
        await practitioner.LogsAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(Words);
        await EndCircuitAsync(practitioner);

        var ended = practitioner.Page.GetByRole(AriaRole.Alertdialog, new() { NameRegex = new Regex("Quelque chose n’a pas marché") });
        await Expect(ended).ToContainTextAsync("Ce que vous aviez écrit est gardé comme brouillon");
        await Expect(ended.GetByText("n’est pas encore gardé")).ToBeHiddenAsync();
        await Expect(ended.GetByRole(AriaRole.Button, new() { Name = "Recharger la page" })).ToBeFocusedAsync();
        if (toToday)
        {
            await practitioner.PressesAsync(ended.GetByRole(AriaRole.Link, new() { Name = "Revenir à aujourd’hui" }));
            await practitioner.SeesTitleAsync("Aujourd’hui");
            await DraftsOf(practitioner, family).GetByRole(AriaRole.Link).ClickAsync();
        }
        else
        {
            await practitioner.Page.Keyboard.PressAsync("Enter");
        }

        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task A_lock_reaches_a_page_whose_circuit_has_ended()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("");
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", "Joubert", "12/3/1971");
        await practitioner.LogsAsync();
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(Words);
        await EndCircuitAsync(practitioner);
        await Expect(practitioner.Page.Locator("#blazor-error-ui")).ToBeVisibleAsync();
        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync("/settings");
        await other.GetByRole(AriaRole.Button, new() { Name = "Verrouiller" }).ClickAsync();
        await Expect(practitioner.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync(new() { Timeout = 15_000 });
        await Expect(practitioner.Page.GetByText("Joubert")).ToBeHiddenAsync();
        await visit.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_whose_row_is_gone_is_read_from_the_list()
    {
        var (practitioner, person) = await PersonAsync("Keller");
        await WriteDraftAsync(practitioner, person, "life-event", new() { ["Words"] = "Le déménagement.", ["Start"] = "printemps 2024" }, target: Guid.CreateVersion7());
        await practitioner.GoesToAsync("Aujourd’hui");
        await DraftsOf(practitioner, "Keller").GetByRole(AriaRole.Link).ClickAsync();
        await practitioner.SeesTitleAsync("Texte d’un brouillon");
        await Expect(practitioner.Page.GetByText("Aucun formulaire ne peut plus reprendre ce texte")).ToBeVisibleAsync();
        await Expect(practitioner.Page.Locator("[data-word]")).ToHaveCountAsync(2);
        await practitioner.Button("Mettre de côté").ClickAsync();
        await Expect(practitioner.Button("Remettre parmi les brouillons à finir")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_of_a_draft_that_broke_its_form_are_accessible()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("");
        var (practitioner, person) = await PersonAsync("Leroux", visit);
        await WriteDraftAsync(practitioner, person, "visit", new() { ["HeldOn"] = "٢٢/١١", ["Impression"] = $"{Words}\n\nLe médecin a changé le traitement.", ["Agreed"] = "Marcher dix minutes.", ["Choices"] = $"{{\"Id\":\"{Guid.CreateVersion7()}\",\"PatientId\":\"{person}\",{BreaksTheForm}}}" });
        await practitioner.Page.GotoAsync($"/patients/{person}/visits/new");
        await Expect(practitioner.Page.Locator("[data-word]")).ToHaveCountAsync(3);
        await IsAccessibleAsync("fault-form");

        await WriteDraftAsync(practitioner, person, "life-event", new() { ["Words"] = "Le déménagement.", ["Start"] = "printemps 2024" }, target: Guid.CreateVersion7());
        await practitioner.GoesToAsync("Aujourd’hui");
        await visit.ScreenshotAsync("fault-list");
        await DraftsOf(practitioner, "Leroux").Filter(new() { HasText = "Moment de vie" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(practitioner.Page.Locator("[data-word]")).ToHaveCountAsync(2);
        await IsAccessibleAsync("fault-draft");

        await practitioner.Page.GotoAsync("/not-found-at-all");
        await practitioner.SeesTitleAsync("Page introuvable");
        await Expect(practitioner.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link)).ToHaveTextAsync(["Revenir à aujourd’hui", "Personnes"]);
        await IsAccessibleAsync("fault-not-found");
        await practitioner.Page.GotoAsync($"/patients/{person}/visits/new");
        await practitioner.Button("Rouvrir le formulaire vide").ClickAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await EndCircuitAsync(practitioner);
        await Expect(practitioner.Page.Locator("#blazor-error-ui .reload")).ToBeFocusedAsync();
        await IsAccessibleAsync("fault-circuit", practitioner.Page.Locator("#blazor-error-ui"));

        // In light and in dark, wide and narrow.
        async Task IsAccessibleAsync(string name, ILocator? part = null)
        {
            foreach (var look in (PageLook[])[new(), PageLook.InTheDark, PageLook.Narrow])
            {
                await practitioner.Page.SetViewportSizeAsync(look.Width, PageLook.Height);
                await practitioner.Page.EmulateMediaAsync(new() { ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light });
                await visit.CheckAccessibilityAsync(part, coloursAlone: look.Dark);
                await visit.ScreenshotAsync(name, look);
            }

            await practitioner.Page.SetViewportSizeAsync(1400, PageLook.Height);
        }
    }

    // As a browser extension does that changes pages: an element that the program wants to remove is gone already.
    private static async Task EndCircuitAsync(Practitioner practitioner)
    {
        await practitioner.Page.EvaluateAsync("() => document.querySelector('.when-blank')?.remove()");
        await practitioner.Page.GetByText("Bouger", new() { Exact = true }).ClickAsync();
    }

    /// <summary>Writes a draft into the journal as a page does, with any fields.</summary>
    private static async Task WriteDraftAsync(Practitioner practitioner, Guid person, string form, Dictionary<string, string> fields, Guid? target = null)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(200, await practitioner.Page.EvaluateAsync<int>(
            "async ([id, body]) => (await fetch(`/drafts/${id}`, { method: 'PUT', body, headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${localStorage.getItem('carejournal-page')}` } })).status",
            new[] { $"{id}", JsonSerializer.Serialize(new { id, patientId = person, form, targetId = target, targetRevision = target is null ? (int?)null : 1, number = 3, text = JsonSerializer.Serialize(fields) }) }));
    }

    private static ILocator DraftsOf(Practitioner practitioner, string family) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Aline {family}" });

    private async Task<(Practitioner Practitioner, Guid Person)> PersonAsync(string family, WatchedPage? visit = null)
    {
        var practitioner = await demo.EnterAsync(visit ?? await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Aline", family, "12/3/1971");
        return (practitioner, Guid.Parse(Regex.Match(practitioner.Page.Url, "/patients/([^?]+)").Groups[1].Value));
    }
}
