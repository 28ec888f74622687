using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>Tests the day's list, pasted from another agenda and settled by keyboard, and the practitioner's own pieces of text.</summary>
public sealed class DayListTests(BrowserFixture browser, WrittenDemo demo) : BrowserTest(browser)
{
    [Fact]
    public async Task A_pasted_list_with_unknown_and_doubled_names_is_settled_added_and_taken_back()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Odile", "Tissandier", "12/3/1971");
        await practitioner.AddsPersonAsync("Odile", "Tissandier", "30/11/1958");
        await practitioner.AddsPersonAsync("Paulin", "Quesnel", "1/2/1980");
        await practitioner.Link("Aujourd’hui").ClickAsync();

        await practitioner.PressesAsync(practitioner.Button("Coller la liste du jour"));
        await Expect(practitioner.Field("La liste du jour, une séance par ligne")).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.InsertTextAsync("7 h 05 Quesnel\n7 h 10 Odile Tissandier\n7 h 15 Personne-Inconnue\n7 h 20 Quesnel Paulin");
        await practitioner.Page.Keyboard.PressAsync("Control+Enter");

        // Nothing is written before each line is clear; the focus shows where to go on.
        await practitioner.Button("Ajouter ces séances").ClickAsync();
        await Expect(practitioner.Page.GetByText("3 lignes restent à préciser : rien n’a encore été ajouté.")).ToBeVisibleAsync();
        await Expect(Line(practitioner, "Odile Tissandier")).ToBeFocusedAsync();
        await Expect(Line(practitioner, "Odile Tissandier")).ToContainTextAsync("Plusieurs personnes portent ce nom. Laquelle vient ?");
        await practitioner.PressesAsync(Line(practitioner, "Odile Tissandier").GetByRole(AriaRole.Button, new() { Name = "30 novembre 1958" }));

        await Expect(Line(practitioner, "Personne-Inconnue")).ToBeFocusedAsync();
        await Expect(Line(practitioner, "Personne-Inconnue")).ToContainTextAsync("Personne ne porte ce nom dans le journal.");
        await practitioner.PressesAsync(Line(practitioner, "Personne-Inconnue").GetByRole(AriaRole.Button, new() { Name = "Laisser de côté" }));

        await Expect(Line(practitioner, "Quesnel Paulin")).ToBeFocusedAsync();
        await Expect(Line(practitioner, "Quesnel Paulin")).ToContainTextAsync("Paulin Quesnel figure déjà plus haut dans la liste.");
        await practitioner.PressesAsync(Line(practitioner, "Quesnel Paulin").GetByRole(AriaRole.Button, new() { Name = "Garder aussi cette séance" }));

        await Expect(practitioner.Button("Ajouter ces séances")).ToBeFocusedAsync();
        await practitioner.Page.Keyboard.PressAsync("Enter");
        await practitioner.SeesNoticeAsync("3 séances");
        await Expect(practitioner.Page.GetByRole(AriaRole.Link, new() { Name = "Paulin Quesnel", Exact = true })).ToHaveCountAsync(2);
        await Expect(practitioner.Page.GetByRole(AriaRole.Link, new() { NameRegex = Practitioner.Saying("^Odile Tissandier.*30 novembre 1958$") })).ToHaveCountAsync(1);
        await practitioner.HasVisibleFocusAsync();

        await practitioner.UndoesAsync();
        await Expect(practitioner.Page.GetByRole(AriaRole.Link, new() { Name = "Paulin Quesnel", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_piece_of_text_is_written_out_where_its_name_is_typed_and_Ctrl_Z_takes_it_back()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.Link("Réglages").ClickAsync();
        await practitioner.Button("Ajouter un raccourci").ClickAsync();
        await practitioner.Field("Nom court").FillAsync("é p");
        await practitioner.Field("Ce qui s’écrit").FillAsync("Épaule souple, sans forcer");
        await practitioner.Button("Enregistrer").ClickAsync();
        await Expect(practitioner.Field("Nom court")).ToHaveAccessibleDescriptionAsync(Practitioner.Saying(@"Des lettres et des chiffres, sans espace\.$"));
        await practitioner.Field("Nom court").FillAsync("ép");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Raccourcis de texte modifiés");

        await practitioner.AddsPersonAsync("Renaud", "Ubald", "12/3/1971");
        await practitioner.LogsAsync();
        var text = practitioner.Field("Ce que je retiens");
        await Expect(text).ToBeFocusedAsync();
        await text.PressSequentiallyAsync("Vu ;ep ");
        await Expect(text).ToHaveValueAsync("Vu Épaule souple, sans forcer ");
        await text.PressAsync("Control+z");
        await Expect(text).ToHaveValueAsync("Vu ;ep");
        await text.FillAsync("");
        await text.PressSequentiallyAsync("mot;ep ;autre ;EP.");
        await Expect(text).ToHaveValueAsync("mot;ep ;autre Épaule souple, sans forcer.");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesNoticeAsync("Séance enregistrée");
        await Expect(practitioner.Detail).ToContainTextAsync("mot;ep ;autre Épaule souple, sans forcer.");
    }

    [Fact]
    public async Task Two_entries_of_one_person_become_one_unless_their_days_of_birth_differ()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        await practitioner.AddsPersonAsync("Solenn", "Vauquelin", "12/3/1971");
        await practitioner.LogsAsync("hier", "Notée sous l’autre fiche.");
        await practitioner.AddsPersonAsync("Solène", "Vauquelin", "13/3/1971");
        await MergesAsync(practitioner, "Solenn Vauquelin");
        await Expect(practitioner.Page.GetByText("La date de naissance ou de décès diffère d’une fiche à l’autre")).ToBeVisibleAsync();

        await practitioner.Field("Date de naissance").FillAsync("12/3/1971");
        await practitioner.Button("Enregistrer").ClickAsync();
        await practitioner.SeesTitleAsync("Solène Vauquelin");
        await MergesAsync(practitioner, "Solenn Vauquelin");
        await practitioner.SeesNoticeAsync("Fiches réunies");
        await practitioner.SeesTitleAsync("Solène Vauquelin");
        await Expect(practitioner.Page.GetByText("Notée sous l’autre fiche.").First).ToBeVisibleAsync();

        await practitioner.UndoesAsync();
        await Expect(practitioner.Page.GetByText("Notée sous l’autre fiche.")).ToHaveCountAsync(0);
    }

    private static ILocator Line(Practitioner practitioner, string name) =>
        practitioner.Page.GetByRole(AriaRole.Group, new() { Name = "Coller la liste du jour" }).GetByRole(AriaRole.Listitem).Filter(new() { Has = practitioner.Page.Locator("strong", new() { HasTextRegex = new($"^{name}$") }) });

    private static async Task MergesAsync(Practitioner practitioner, string other)
    {
        await practitioner.ChoosesFromMenuAsync("Modifier la fiche");
        await practitioner.Button("Chercher l’autre fiche").ClickAsync();
        var search = practitioner.Page.GetByRole(AriaRole.Combobox, new() { Name = "C’est la même personne que…" });
        await Expect(search).ToBeFocusedAsync();
        await search.PressSequentiallyAsync(other);
        await practitioner.Page.GetByRole(AriaRole.Option, new() { Name = other }).ClickAsync();
        await practitioner.Button("Réunir les deux fiches").ClickAsync();
    }
}
