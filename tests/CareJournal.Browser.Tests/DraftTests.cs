using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests drafts: what is typed and not saved yet outlives the page and becomes one session. Each test is about another person.</summary>
[Collection(WaitingBrowserCollection.Name)]
public sealed class DraftTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    private const string Words = "Marche mieux, dort moins ; on garde le jardin.";

    // The page gets the lock of its own draft at once; whether another tab types in the earlier one is answered when the test allows it.
    private const string HoldDraftLocks = """
        window.asked = 0;
        const ask = navigator.locks.request.bind(navigator.locks);
        const answered = new Promise(answer => { window.answerLocks = answer; });
        navigator.locks.request = async (...lock) => {
            if (++window.asked > 1) {
                await answered;
            }
            return ask(...lock);
        };
        """;

    [Fact]
    public async Task Words_wait_as_a_draft_when_the_page_is_left_and_are_saved_once_from_there()
    {
        var practitioner = await OpenFormAsync("Amiel");
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(Words);
        await practitioner.Page.GetByText("Bouger", new() { Exact = true }).ClickAsync();
        await IsKeptAsync(practitioner);

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var resume = DraftsOf(practitioner, "Amiel").GetByRole(AriaRole.Link, new() { Name = "Reprendre · Aline Amiel" });
        await resume.ClickAsync();

        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync(Words);
        await Expect(practitioner.Field("Ce que je retiens")).ToBeFocusedAsync();
        await Expect(practitioner.Button("Bouger")).ToHaveAttributeAsync("aria-pressed", "true");

        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
        await Expect(practitioner.OnTimeline(new Regex("^Séance du "))).ToHaveCountAsync(1);
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(resume).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_short_form_on_a_persons_page_waits_as_a_draft_too_beside_the_session_that_is_typed()
    {
        var practitioner = await OpenFormAsync("Jourdan");
        await practitioner.Link("Aline Jourdan").ClickAsync();
        await practitioner.Link("Ajouter une poussée").ClickAsync();
        await practitioner.Field("Début").FillAsync("printemps 2024");
        await practitioner.Field("Ce qui l’a précédée").PressSequentiallyAsync("Le déménagement");
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Field("Ce qui l’a précédée")).ToHaveValueAsync("Le déménagement");
        await Expect(practitioner.Field("Début")).ToHaveValueAsync("printemps 2024");

        var said = practitioner.Page.GetByLabel("Ce qui s’est dit");
        await practitioner.TabAsync("Appels, courriers, nouvelles");
        await practitioner.Button("Noter un appel, un courrier, une nouvelle").ClickAsync();
        await said.PressSequentiallyAsync("Elle remercie.");
        await practitioner.Page.Locator("form:has(label:has-text('Ce qui s’est dit'))").GetByRole(AriaRole.Button, new() { Name = "Fermer" }).ClickAsync();

        await practitioner.Link("Aujourd’hui").ClickAsync();
        var drafts = DraftsOf(practitioner, "Jourdan");
        await Expect(drafts).ToHaveCountAsync(2);
        await drafts.Filter(new() { HasText = "Échange" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(said).ToHaveValueAsync("Elle remercie.");
        await said.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Échange");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await Expect(drafts).ToHaveCountAsync(1);
        await drafts.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(practitioner.Field("Ce qui l’a précédée")).ToHaveValueAsync("Le déménagement");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Poussée ajoutée");
        await Expect(practitioner.Detail).ToContainTextAsync("Le déménagement");
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(drafts).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_saved_before_the_script_of_the_form_has_come_are_in_the_session()
    {
        var practitioner = await OpenFormAsync("Besson");
        var comes = await HoldScriptAsync(practitioner);
        await practitioner.Page.ReloadAsync();
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await practitioner.Button("Enregistrer").ClickAsync();
        comes.SetResult();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task Two_tabs_are_two_drafts_and_one_that_is_set_aside_is_gone()
    {
        var practitioner = await OpenFormAsync("Cazals");
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
        var drafts = DraftsOf(practitioner, "Cazals");
        await Expect(drafts).ToHaveCountAsync(2);
        await drafts.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Dans le premier onglet.");
        await practitioner.Button("Écarter ce brouillon").ClickAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Dans le second.");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await drafts.GetByRole(AriaRole.Button, new() { Name = "Écarter ce brouillon · Aline Cazals" }).ClickAsync();
        await drafts.GetByRole(AriaRole.Button, new() { Name = "Oui" }).ClickAsync();
        await Expect(drafts).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_text_of_200_000_characters_is_kept_though_it_is_too_long_to_save()
    {
        var practitioner = await OpenFormAsync("Dufour");
        var text = string.Concat(Enumerable.Repeat("Été 🙂 عربي ", 20_000))[..200_000];
        await practitioner.Field("Ce que je retiens").FillAsync(text);
        await IsKeptAsync(practitioner);
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        Assert.Equal(text, await practitioner.Field("Ce que je retiens").InputValueAsync());
    }

    [Theory]
    [InlineData("Estrade", false)]
    [InlineData("Ferrand", true)]
    public async Task A_draft_is_not_brought_back_over_words_that_are_being_typed_already(string family, bool whileTheLockIsAskedFor)
    {
        var practitioner = await OpenFormAsync(family);
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("Le texte d’hier.");
        await IsKeptAsync(practitioner);
        var comes = await HoldScriptAsync(practitioner);
        if (whileTheLockIsAskedFor)
        {
            comes.SetResult();
            await practitioner.Page.AddInitScriptAsync(HoldDraftLocks);
        }

        await practitioner.Page.ReloadAsync();
        if (whileTheLockIsAskedFor)
        {
            await practitioner.Page.WaitForFunctionAsync("() => window.asked > 1");
        }

        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("Le texte d’aujourd’hui");
        comes.TrySetResult();
        await practitioner.Page.EvaluateAsync("() => window.answerLocks?.()");
        await IsKeptAsync(practitioner);
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync(", jusqu’au bout.");
        await IsKeptAsync(practitioner);
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Le texte d’aujourd’hui, jusqu’au bout.");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await Expect(DraftsOf(practitioner, family)).ToHaveCountAsync(2);
        await DraftsOf(practitioner, family).GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Le texte d’hier.");
    }

    [Fact]
    public async Task Letters_typed_while_a_draft_is_coming_back_are_added_after_its_text()
    {
        var visit = await OpenAsync(demo.Journal);
        string? draft = null;
        visit.Page.Request += (_, request) => draft = Regex.Match(request.Url, "/drafts/(.+)$") is { Success: true } sealedAs ? sealedAs.Groups[1].Value : draft;
        List<Action>? held = null;
        var taken = new TaskCompletionSource();
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            var server = wire.ConnectToServer();
            wire.OnMessage(frame =>
            {
                var message = frame.Binary ?? [];
                // The message that names the draft that the form took arrives late.
                if (held is not null && message.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{draft}\"")) > 0)
                {
                    taken.TrySetResult();
                }

                if (taken.Task.IsCompleted && held is not null)
                {
                    held.Add(() => server.Send(message));
                }
                else
                {
                    server.Send(message);
                }
            });
        });
        var practitioner = await OpenFormAsync("Gimenez", visit);
        var text = practitioner.Field("Ce que je retiens");
        await text.PressSequentiallyAsync("Le texte d’hier.");
        await IsKeptAsync(practitioner);

        held = [];
        await practitioner.Page.ReloadAsync();
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await text.PressSequentiallyAsync("Et celui d’aujourd’hui");
        var late = held;
        held = null;
        late.ForEach(send => send());
        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        await practitioner.Page.Keyboard.TypeAsync(", jusqu’au bout.");
        await IsKeptAsync(practitioner);
        await Expect(text).ToHaveValueAsync("Le texte d’hier.\nEt celui d’aujourd’hui, jusqu’au bout.");
    }

    [Fact]
    public async Task Sessions_saved_in_two_tabs_are_two_and_of_one_session_changed_in_two_tabs_both_texts_are_shown()
    {
        var first = await OpenFormAsync("Fauvel");
        var second = await AlsoOnAsync(first);
        await first.Field("Ce que je retiens").PressSequentiallyAsync("Dans le premier onglet.");
        await second.Field("Ce que je retiens").PressSequentiallyAsync("Dans le second.");
        foreach (var (tab, text) in ((Practitioner, string)[])[(first, "Dans le premier onglet."), (second, "Dans le second.")])
        {
            await tab.Page.Keyboard.PressAsync("Control+Enter");
            await tab.SeesNoticeAsync("Séance enregistrée");
            await Expect(tab.Detail).ToContainTextAsync(text);
        }

        Assert.NotEqual(ItemOf(first), ItemOf(second));
        await second.Detail.GetByRole(AriaRole.Link, new() { Name = "Modifier" }).ClickAsync();
        await Expect(second.Field("Ce que je retiens")).ToHaveValueAsync("Dans le second.");
        await first.Page.GotoAsync(second.Page.Url);
        await Expect(first.Field("Ce que je retiens")).ToHaveValueAsync("Dans le second.");
        await first.Field("Ce que je retiens").FillAsync("Changé d’abord ici.");
        await second.Field("Ce que je retiens").FillAsync("Changé ensuite là.");
        await first.Field("Ce que je retiens").PressAsync("Control+Enter");
        await first.SeesNoticeAsync("Séance modifiée");
        await second.Field("Ce que je retiens").PressAsync("Control+Enter");

        await Expect(second.Page.GetByText("Modifié ailleurs entre-temps. Les deux textes sont gardés.")).ToBeVisibleAsync();
        await Expect(second.Page.GetByText("Changé d’abord ici.").First).ToBeVisibleAsync();
        await Expect(second.Field("Ce que je retiens")).ToHaveValueAsync("Changé ensuite là.");
        await second.Button("Enregistrer mon texte").ClickAsync();
        await second.SeesNoticeAsync("Séance modifiée");
        await second.Detail.GetByText("Texte d’origine et ce qui a changé (2)").ClickAsync();
        foreach (var text in (string[])["Dans le second.", "Changé d’abord ici.", "Changé ensuite là."])
        {
            await Expect(second.Detail).ToContainTextAsync(text);
        }
    }

    [Fact]
    public async Task A_network_that_drops_while_one_types_is_reported_once_and_costs_no_word()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        visit.Expect("ERR_INTERNET_DISCONNECTED");
        List<IWebSocketRoute> wires = [];
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire =>
        {
            wires.Add(wire);
            wire.ConnectToServer();
        });
        var practitioner = await OpenFormAsync("Gaudin", visit);
        var text = practitioner.Field("Ce que je retiens");
        await text.PressSequentiallyAsync("Avant la coupure, ");
        await IsKeptAsync(practitioner);

        await visit.Page.Context.SetOfflineAsync(true);
        await wires[^1].CloseAsync(new() { Code = 3001 });
        await text.PressSequentiallyAsync("pendant, ");
        await Expect(practitioner.Page.Locator("#reconnect")).ToHaveTextAsync(Practitioner.Saying("Le journal ne répond pas. Votre texte reste dans cette page : laissez-la ouverte."), new() { UseInnerText = true });
        await Expect(practitioner.Page.GetByText("Brouillon pas encore gardé")).ToBeVisibleAsync();
        await Expect(text).ToBeFocusedAsync();
        await text.PressSequentiallyAsync("toujours pendant, ");
        // No key is pressed any more, and the last save of the draft failed: only the page itself can try again.
        var refused = new TaskCompletionSource();
        visit.Page.RequestFailed += (_, request) => _ = request.Url.Contains("/drafts/", StringComparison.Ordinal) && refused.TrySetResult();
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeHiddenAsync();
        await IsKeptAsync(practitioner);
        await text.PressSequentiallyAsync("après.");
        await IsKeptAsync(practitioner);
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync("Avant la coupure, pendant, toujours pendant, après.");
    }

    [Fact]
    public async Task A_computer_that_slept_for_five_minutes_wakes_up_with_the_words_though_its_circuit_is_gone()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.ExpectLostConnection();
        visit.Expect("Server timeout elapsed");
        var asleep = false;
        await visit.Page.RouteWebSocketAsync(new Regex("/_blazor"), wire => AsksForAForgottenCircuit(wire, () => asleep));
        await visit.Page.Clock.InstallAsync();
        var practitioner = await OpenFormAsync("Hervieu", visit);
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("Avant de dormir. ");
        await IsKeptAsync(practitioner);

        // Nothing of this page comes through while the computer sleeps, not even the last words.
        await visit.Page.RouteAsync(new Regex("/(session|drafts/.+)$"), sleeping => sleeping.AbortAsync());
        await practitioner.Field("Ce que je retiens").PressSequentiallyAsync("Les derniers mots.");
        asleep = true;
        await visit.Page.Clock.FastForwardAsync("05:00");
        await Expect(practitioner.Page.Locator("#reconnect")).ToBeVisibleAsync();
        asleep = false;
        await visit.Page.UnrouteAllAsync();

        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(practitioner.Field("Ce que je retiens")).ToHaveValueAsync("Avant de dormir. Les derniers mots.");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync("Avant de dormir. Les derniers mots.");
    }

    [Fact]
    public async Task Emoji_and_letters_from_right_to_left_are_kept_saved_and_shown_as_typed_and_half_a_sign_costs_nothing_else()
    {
        const string Typed = "Été 🙂👩🏽‍🦽 dit « عَرَبِيّ » et עברית, puis \u200f½.";
        var practitioner = await OpenFormAsync("Imbert");
        var text = practitioner.Field("Ce que je retiens");
        await text.EvaluateAsync("(field, text) => { field.value = `${text} Une moitié \\ud83d de signe.`; field.dispatchEvent(new Event('input', { bubbles: true })); }", Typed);
        await IsKeptAsync(practitioner);
        // Half of a surrogate pair is no character; browsers draw this one in its place.
        const string Whole = $"{Typed} Une moitié \ufffd de signe.";
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Page.GetByText(new Regex("^Brouillon du .+ retrouvé"))).ToBeVisibleAsync();
        Assert.Equal(Whole, await text.InputValueAsync());

        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Whole);
        await practitioner.Detail.GetByRole(AriaRole.Link, new() { Name = "Modifier" }).ClickAsync();
        await Expect(text).ToBeVisibleAsync();
        Assert.Equal(Whole, await text.InputValueAsync());
    }

    [Fact]
    public async Task Words_about_a_pause_and_a_line_about_a_goal_wait_as_drafts_and_are_saved_from_there()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.FindsAsync("vass", "Claire Vasseur");
        await practitioner.Page.GetByText("Lire en liste").ClickAsync();
        await practitioner.Page.Locator("details.list a[href*='item=gap-']").First.ClickAsync();
        await practitioner.Detail.GetByRole(AriaRole.Button, new() { Name = "Dire ce qu’il y a eu" }).ClickAsync();
        await practitioner.Field("Avec ses mots").FillAsync("Elle a marché tout l’été.");
        await practitioner.Detail.GetByText("Plutôt bien", new() { Exact = true }).ClickAsync();
        await IsKeptAsync(practitioner);
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await DraftsOf("Pause").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(practitioner.Field("Avec ses mots")).ToHaveValueAsync("Elle a marché tout l’été.");
        await practitioner.Detail.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await practitioner.SeesNoticeAsync("Pause racontée");
        await Expect(practitioner.Detail).ToContainTextAsync("Elle a marché tout l’été.");

        await practitioner.TabAsync("Objectifs");
        await practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Dire où il en est") }).First.ClickAsync();
        await practitioner.Page.GetByLabel("En une ligne").FillAsync("Elle y est presque.");
        await IsKeptAsync(practitioner);
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await DraftsOf("Objectif").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(practitioner.Page.GetByLabel("En une ligne")).ToHaveValueAsync("Elle y est presque.");
        await practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Objectifs" }).GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await practitioner.SeesNoticeAsync("Objectif suivi");
        await Expect(practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Objectifs" })).ToContainTextAsync("Elle y est presque.");
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(DraftsOf("Pause").Or(DraftsOf("Objectif"))).ToHaveCountAsync(0);

        ILocator DraftsOf(string form) =>
            practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Claire Vasseur" }).Filter(new() { HasText = form });
    }

    [Fact]
    public async Task Every_form_of_a_person_of_the_settings_and_of_the_review_is_left_without_a_question_and_comes_back_from_the_drafts()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Aline", "Kermadec", "12/3/1971");
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await practitioner.Field("À garder en tête").FillAsync("Préfère le matin.");
        await practitioner.Page.GetByText("D’accord pour que je prenne des nouvelles, par téléphone", new() { Exact = true }).ClickAsync();
        await practitioner.Button("Ajouter un motif de suivi").ClickAsync();
        await practitioner.Field("En clair").FillAsync("Dos");
        await LeaveAsync();
        await ResumeAsync("Motif de suivi");
        await Expect(practitioner.Field("En clair")).ToHaveValueAsync("Dos");
        await Expect(practitioner.Field("À garder en tête")).ToHaveValueAsync("Préfère le matin.");
        await Expect(practitioner.Page.GetByRole(AriaRole.Radio, new() { Name = "D’accord pour que je prenne des nouvelles, par téléphone" })).ToBeCheckedAsync();
        await practitioner.Page.Locator("[data-save]").ClickAsync();
        await practitioner.SeesNoticeAsync("Fiche");
        await practitioner.SeesTitleAsync("Aline Kermadec");

        await practitioner.GoesToAsync("Personnes");
        await practitioner.Link("Ajouter une personne").ClickAsync();
        await practitioner.Field("Nom").FillAsync("Lannion");
        await practitioner.Page.Locator("[data-draft=FirstLabel]").FillAsync("Épaule");
        await LeaveAsync();
        await ResumeAsync("Fiche");
        await Expect(practitioner.Field("Nom")).ToHaveValueAsync("Lannion");
        await Expect(practitioner.Page.Locator("[data-draft=FirstLabel]")).ToHaveValueAsync("Épaule");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesTitleAsync("Lannion");

        await practitioner.GoesToAsync("Réglages");
        await practitioner.Button("Ajouter un raccourci").ClickAsync();
        await practitioner.Field("Ce qui s’écrit").FillAsync("Exercices faits chaque jour.");
        await practitioner.Field("Message court (SMS)").FillAsync("Bonjour, comment allez-vous ?");
        await LeaveAsync();
        await ResumeAsync("Raccourci de texte");
        await Expect(practitioner.Field("Ce qui s’écrit")).ToHaveValueAsync("Exercices faits chaque jour.");
        await Expect(practitioner.Field("Message court (SMS)")).ToHaveValueAsync("Bonjour, comment allez-vous ?");
        await practitioner.Button("Enregistrer ces messages").ClickAsync();
        await practitioner.SeesNoticeAsync("Réglages");
        await practitioner.Field("Nom court").FillAsync("ex");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(practitioner.Page.GetByText(";ex")).ToBeVisibleAsync();

        await practitioner.SeesListsOfReviewAsync();
        var row = practitioner.Page.Locator(".away-row").Filter(new() { Has = practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Préciser la suite") }) }).First;
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Préciser la suite") }).ClickAsync();
        await practitioner.Page.GetByText("Porte ouverte", new() { Exact = true }).ClickAsync();
        await LeaveAsync();
        await ResumeAsync("La suite");
        await Expect(practitioner.Page.Locator(".away-form").GetByRole(AriaRole.Radio, new() { Name = "Porte ouverte" })).ToBeCheckedAsync();
        await practitioner.Page.Locator(".away-form").GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await practitioner.SeesNoticeAsync("suite enregistrée");

        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await Expect(DraftsOf("Fiche").Or(DraftsOf("Motif de suivi")).Or(DraftsOf("Raccourci")).Or(DraftsOf("La suite")).Or(DraftsOf("Messages"))).ToHaveCountAsync(0);

        async Task LeaveAsync()
        {
            await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
            await practitioner.Link("Aujourd’hui").ClickAsync();
            await practitioner.SeesTitleAsync("Aujourd’hui");
        }

        Task ResumeAsync(string form) => DraftsOf(form).First.GetByRole(AriaRole.Link).ClickAsync();

        ILocator DraftsOf(string form) =>
            practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = form });
    }

    [Fact]
    public async Task A_choice_and_a_field_without_a_name_of_its_own_are_kept_while_the_focus_is_in_them()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Aline", "Landudec", "12/3/1971");
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await practitioner.Page.GetByText("D’accord pour que je prenne des nouvelles, par téléphone", new() { Exact = true }).ClickAsync();
        await Expect(practitioner.Page.Locator("[data-choices*='\"CheckInConsent\":1']")).ToHaveCountAsync(1);
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
        await practitioner.Page.ReloadAsync();
        await Expect(practitioner.Page.GetByRole(AriaRole.Radio, new() { Name = "D’accord pour que je prenne des nouvelles, par téléphone" })).ToBeCheckedAsync();

        await practitioner.GoesToAsync("Revue des suivis");
        await practitioner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Préciser la suite") }).First.ClickAsync();
        await practitioner.Page.GetByText("Porte ouverte", new() { Exact = true }).ClickAsync();
        var form = practitioner.Page.Locator(".away-form");
        await form.Locator("details summary").ClickAsync();
        await form.GetByRole(AriaRole.Textbox).First.PressSequentiallyAsync("Si le dos se réveille");
        // The page is left as the lock leaves it, with the focus still in the field.
        await practitioner.Page.EvaluateAsync("async () => (await import('/page.js')).handIn()");
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
        await practitioner.Page.ReloadAsync();
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "La suite" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await form.Locator("details summary").ClickAsync();
        await Expect(form.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("Si le dos se réveille");
    }

    [Fact]
    public async Task What_is_typed_after_a_draft_was_discarded_in_a_form_that_stays_open_is_a_draft_again()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        var message = practitioner.Field("Message court (SMS)");
        await practitioner.GoesToAsync("Réglages");
        await message.FillAsync("Bonjour, un premier essai.");
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
        await practitioner.Page.ReloadAsync();
        await Expect(message).ToHaveValueAsync("Bonjour, un premier essai.");
        await practitioner.Button("Écarter ce brouillon").ClickAsync();
        await Expect(message).Not.ToHaveValueAsync("Bonjour, un premier essai.");
        await Expect(practitioner.Page.Locator(".restored")).ToHaveCountAsync(0);

        await message.FillAsync("Bonjour, comment allez-vous ?");
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await practitioner.SeesTitleAsync("Aujourd’hui");
        await practitioner.GoesToAsync("Réglages");
        await Expect(message).ToHaveValueAsync("Bonjour, comment allez-vous ?");
        await practitioner.Button("Écarter ce brouillon").ClickAsync();
    }

    [Fact]
    public async Task A_draft_that_another_tab_discarded_is_saved_from_the_page_that_shows_it()
    {
        var practitioner = await OpenFormAsync("Landivy");
        await practitioner.Field("Ce que je retiens").FillAsync(Words);
        await Expect(practitioner.Page.GetByText("Brouillon gardé")).ToBeVisibleAsync();
        var other = await practitioner.Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        var elsewhere = new Practitioner(other);
        await DraftsOf(elsewhere, "Landivy").GetByRole(AriaRole.Button, new() { Name = "Écarter ce brouillon · Aline Landivy" }).ClickAsync();
        await DraftsOf(elsewhere, "Landivy").GetByRole(AriaRole.Button, new() { Name = "Oui" }).ClickAsync();
        await Expect(DraftsOf(elsewhere, "Landivy")).ToHaveCountAsync(0);

        await practitioner.Page.BringToFrontAsync();
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync(Words);
    }

    [Fact]
    public async Task A_form_that_is_closed_while_no_draft_can_be_saved_still_sends_its_words()
    {
        var visit = await OpenAsync(demo.Journal);
        visit.Expect("Failed to load resource");
        var practitioner = await demo.EnterAsync(visit);
        await practitioner.AddsPersonAsync("Aline", "Jourdain", "12/3/1971");
        var word = practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Le mot pour quand ça déborde" });
        await practitioner.TabAsync("Le mot pour quand ça déborde");
        await word.GetByRole(AriaRole.Button, new() { Name = "L’écrire sous sa dictée" }).ClickAsync();
        await practitioner.Page.RouteAsync("**/drafts/*", refused => refused.AbortAsync());
        await word.GetByRole(AriaRole.Textbox).FillAsync("Une chose à la fois.");
        await Expect(practitioner.Page.GetByText("Brouillon pas encore gardé")).ToBeVisibleAsync();
        await word.GetByRole(AriaRole.Button, new() { Name = "Fermer" }).ClickAsync();
        await Expect(word.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        var kept = practitioner.Page.WaitForResponseAsync(answer => answer.Url.Contains("/drafts/", StringComparison.Ordinal) && answer.Ok);
        await practitioner.Page.UnrouteAllAsync();
        await kept;
        await practitioner.Link("Aujourd’hui").ClickAsync();
        await DraftsOf(practitioner, "Jourdain").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(word.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Une chose à la fois.");
    }

    internal static async Task IsKeptAsync(Practitioner practitioner)
    {
        await Expect(practitioner.Page.Locator("[data-unsent]")).ToHaveCountAsync(0);
        await Expect(practitioner.Page.Locator("[data-kept]")).ToHaveTextAsync(Practitioner.Saying(@"^Brouillon gardé à \d+ h( \d+)?$"));
    }

    /// <summary>Delays the script of the form, as a busy disk does, until the test completes the returned source: typing is quicker.</summary>
    private static async Task<TaskCompletionSource> HoldScriptAsync(Practitioner practitioner)
    {
        var comes = new TaskCompletionSource();
        await practitioner.Page.RouteAsync("**/FormDraft*.js", async late =>
        {
            await comes.Task;
            await late.ContinueAsync();
        });
        return comes;
    }

    /// <summary>Makes a page that reconnects ask for a circuit that the server does not know, as it would three minutes after it lost its connection.</summary>
    private static void AsksForAForgottenCircuit(IWebSocketRoute wire, Func<bool> sleeps)
    {
        var server = wire.ConnectToServer();
        wire.OnMessage(frame =>
        {
            var message = frame.Binary ?? [];
            if (message.AsSpan().IndexOf("ConnectCircuit"u8) is > 0 and var target)
            {
                // In the middle of the circuit's id, which is signed.
                message[target + 40] ^= 1;
            }

            server.Send(message);
        });
        // An answer that comes to a sleeping computer would show it on waking that its connection is alive.
        server.OnMessage(frame =>
        {
            if (!sleeps())
            {
                wire.Send(frame.Binary ?? []);
            }
        });
    }

    private static ILocator DraftsOf(Practitioner practitioner, string family) =>
        practitioner.Page.GetByRole(AriaRole.Region, new() { Name = "Brouillons à finir" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Aline {family}" });

    private static string ItemOf(Practitioner practitioner) => Regex.Match(practitioner.Page.Url, "item=visit-[^&]+").Value;

    private static async Task<Practitioner> AlsoOnAsync(Practitioner practitioner)
    {
        var tab = await practitioner.Page.Context.NewPageAsync();
        await tab.GotoAsync(practitioner.Page.Url);
        var second = new Practitioner(tab);
        await Expect(second.Field("Ce que je retiens")).ToBeFocusedAsync();
        return second;
    }

    private async Task<Practitioner> OpenFormAsync(string family, WatchedPage? visit = null)
    {
        var practitioner = await demo.EnterAsync(visit ?? await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Aline", family, "12/3/1971");
        await practitioner.LogsAsync();
        return practitioner;
    }
}
