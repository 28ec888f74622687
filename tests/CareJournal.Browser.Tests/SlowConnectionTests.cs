using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests a circuit over which each message takes 300 ms: what is typed and done meanwhile is neither lost nor doubled.</summary>
[Collection(WaitingBrowserCollection.Name)]
public sealed class SlowConnectionTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Words = "Marche mieux, dort moins ; jardin.";

    // Each click draws the section anew, as an answer of the journal would.
    private const string DrawAgainAndAgain = """
        chip => {
            const timer = setInterval(() => chip.click(), 100);
            window.enough = () => clearInterval(timer);
        }
        """;

    [Fact]
    public async Task Nothing_that_is_typed_is_lost_while_the_page_is_drawn_again_and_again()
    {
        var practitioner = await EnterAsync("Garrigue");
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        var (note, activity) = (practitioner.Field("À garder en tête"), practitioner.Field("Ce qui compte, avec ses mots"));
        await practitioner.Button("Travail").EvaluateAsync(DrawAgainAndAgain);
        foreach (var field in (ILocator[])[note, activity])
        {
            await field.PressSequentiallyAsync(Words, new() { Delay = 25 });
            await Expect(field).ToHaveValueAsync(Words);
        }

        // Continues in the first field before the journal has received what was typed in it.
        await practitioner.Page.Keyboard.PressAsync("Shift+Tab");
        await note.PressAsync("Control+End");
        await note.PressSequentiallyAsync(" Et le dos.", new() { Delay = 25 });
        await practitioner.Page.Keyboard.PressAsync("Tab");
        await practitioner.Page.EvaluateAsync("() => window.enough()");

        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Fiche");
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await Expect(note).ToHaveValueAsync($"{Words} Et le dos.");
        await Expect(activity).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task A_new_page_takes_the_focus_from_nobody_who_writes_in_it_already()
    {
        var practitioner = await EnterAsync("Lagarde");
        await practitioner.Link("Noter la séance (N)").ClickAsync();

        // The session's own first field is another one.
        await practitioner.Field("Convenu").PressSequentiallyAsync(Words, new() { Delay = 25 });
        await Expect(practitioner.Field("Convenu")).ToHaveValueAsync(Words);
        await Expect(practitioner.Field("Convenu")).ToBeFocusedAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task A_form_is_gone_once_its_save_is_reported_so_that_the_next_one_keeps_what_is_typed_at_once()
    {
        var practitioner = await EnterAsync("Arnould");
        foreach (var words in (string[])["Un déménagement.", "Un deuil."])
        {
            await practitioner.Link("Ajouter un moment de vie").ClickAsync();
            await practitioner.Field("En quelques mots").FillAsync(words);
            await practitioner.Field("Début").FillAsync("été 2020");
            await practitioner.Button("Enregistrer").ClickAsync();
            await practitioner.SeesNoticeAsync("Moment de vie ajouté");
            await Expect(practitioner.Page).ToHaveURLAsync(new Regex("item=life-event-"));
        }

        await Expect(practitioner.Detail.Locator("p.text")).ToHaveTextAsync("Un deuil.");
    }

    [Fact]
    public async Task Words_that_are_left_before_the_script_of_their_form_has_come_are_kept_as_a_draft()
    {
        var practitioner = await EnterAsync("Pelletier");
        await practitioner.Link("Noter la séance (N)").ClickAsync();
        await practitioner.Field("Convenu").FillAsync(Words);
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await practitioner.Page.GetByRole(AriaRole.Link, new() { Name = "Reprendre · Aline Pelletier" }).ClickAsync();
        await Expect(practitioner.Field("Convenu")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task A_question_asked_on_leaving_is_answered_by_Escape_with_staying_and_the_focus_returns()
    {
        var visit = await OpenAsync(demo.Journal);
        var practitioner = await EnterAsync("Hubert", visit);
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        visit.Expect("Failed to load resource");
        await practitioner.Page.RouteAsync("**/drafts/*", refused => refused.AbortAsync());
        await practitioner.Field("À garder en tête").FillAsync(Words);
        var question = practitioner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ce texte n’est pas encore enregistré." });

        await practitioner.PressesAsync(practitioner.Link("Personnes"));
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Rester" })).ToBeFocusedAsync();
        await visit.CheckAccessibilityAsync(question);
        await practitioner.Page.Keyboard.PressAsync("Tab");
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Fermer sans enregistrer" })).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Escape");
        await Expect(question).ToHaveCountAsync(0);
        await Expect(practitioner.Link("Personnes")).ToBeFocusedAsync();
        await Expect(practitioner.Field("À garder en tête")).ToHaveValueAsync(Words);

        await practitioner.Page.Keyboard.PressAsync("Enter");
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Rester" })).ToBeFocusedAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Fermer sans enregistrer" }).DblClickAsync();
        await practitioner.SeesTitleAsync("Personnes");
    }

    private async Task<Practitioner> EnterAsync(string family, WatchedPage? visit = null)
    {
        visit ??= await OpenAsync(demo.Journal);
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", family, "12/3/1971");
        await visit.Page.SlowDownAsync(TimeSpan.FromMilliseconds(300));
        await visit.Page.ReloadAsync();
        await practitioner.SeesTitleAsync($"Aline {family}");
        return practitioner;
    }
}
