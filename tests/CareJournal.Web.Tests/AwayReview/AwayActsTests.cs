using System.Globalization;
using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.AwayReview;

public sealed class AwayActsTests
{
    private const string Fine = "C’est bien ainsi jusqu’au…";

    [Fact]
    public async Task Fine_as_it_is_proposes_a_date_the_row_leaves_and_undo_brings_it_back()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        await test.LateAsync("Bernard");
        var page = test.Open();

        await Row(page, "Anne").Button(Fine).ClickAsync(new());
        Assert.Contains("Date proposée : dans trois mois.", page.Find("form").Read(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        Assert.Equal(["Bernard Exemple"], page.AwayList("Date convenue passée").Names());
        Assert.Equal("Anne Exemple : c’est bien ainsi jusqu’au 22 février 2027", Plain(test.Notices.Current!.Message));
        Assert.Equal(new DateOnly(2027, 2, 22), Assert.Single(Decisions(test)).Until);

        var undone = Assert.IsType<SaveOutcome.Saved>(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current.ActId!.Value));
        test.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);
        page.WaitForAssertion(() => Assert.Equal(["Anne Exemple", "Bernard Exemple"], page.AwayList("Date convenue passée").Names()));
    }

    [Fact]
    public async Task A_digit_on_the_row_is_the_act_at_that_place_and_a_form_keeps_its_digits()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var page = test.Open();

        await Row(page, "Anne").KeyDownAsync(new KeyboardEventArgs { Key = "\"", Code = "Digit3" });
        Assert.Equal("Nouvelles échangées", page.Find("form").GetAttribute("aria-label"));

        await page.Find("form").KeyDownAsync(new KeyboardEventArgs { Key = "2", Code = "Digit2" });
        Assert.NotEmpty(page.FindAll("form"));

        await page.Find("form").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(page.FindAll("form"));

        await Row(page, "Anne").KeyDownAsync(new KeyboardEventArgs { Key = "é", Code = "Digit2" });
        await page.Find("form").SubmitAsync();
        Assert.Single(page.FindAll(".zero"));
    }

    [Fact]
    public async Task After_an_act_the_keyboard_goes_to_the_next_row_and_after_the_last_to_the_end_of_the_review()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        await test.LateAsync("Bernard");
        var page = test.Open();
        var next = Reference(Row(page, "Bernard").QuerySelector("h3 a")!);

        await FineAsync(page, "Anne");
        Assert.Equal(next, Focused(test));

        await FineAsync(page, "Bernard");
        Assert.Equal(Reference(page.Find(".zero h2")), Focused(test));
        Assert.Equal("Tout est regardé.", page.Find(".all-looked-at").TextContent);
    }

    [Fact]
    public async Task A_row_shows_what_is_needed_first_and_every_other_act_is_in_its_menu_under_the_same_digit()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        await test.SeriesAsync("Denis");
        var page = test.Open();

        Assert.Equal(["1 Préciser la suite", "2 C’est bien ainsi jusqu’au…", "3 Nouvelles échangées", " Autre chose"], Acts(Row(page, "Anne").QuerySelectorAll(".act-buttons button")));
        Assert.Equal(["4 M’en reparler le…", "5 Conclu ensemble", "6 Clore de mon côté"], Acts(await test.OpenMenuAsync(Row(page, "Anne").Menu())));
        await Row(page, "Anne").Menu().ClickAsync(new());
        test.Popovers.WaitForAssertion(() => Assert.Empty(test.Popovers.FindAll("[role=menuitem]")));

        Assert.Equal(["1 Faire le point", "3 Faire le point à la prochaine séance", " Autre chose"], Acts(Row(page, "Denis").QuerySelectorAll(".act-buttons button")));
        Assert.Equal(["2 Ce rythme est voulu : dire pourquoi, jusqu’à quand", "4 M’en reparler le…"], Acts(await test.OpenMenuAsync(Row(page, "Denis").Menu())));

        static IEnumerable<string> Acts(IEnumerable<IElement> acts) => acts.Select(act => $"{act.GetAttribute("data-key")} {act.Read()}");
    }

    [Theory]
    [InlineData("Digit4", "M’en reparler le…")]
    [InlineData("Digit5", "Conclu ensemble")]
    [InlineData("Digit6", "Clore de mon côté")]
    public async Task A_digit_does_what_is_in_the_menu_without_opening_it(string code, string form)
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var page = test.Open();

        await Row(page, "Anne").KeyDownAsync(new KeyboardEventArgs { Key = "\"", Code = code });

        Assert.Equal(form, page.Find("form").GetAttribute("aria-label"));
        Assert.Empty(test.Popovers.FindAll("[role=menuitem]"));
    }

    [Fact]
    public async Task An_act_that_is_pressed_again_before_its_row_has_left_is_done_once()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var page = test.Open();
        await Row(page, "Anne").Button(Fine).ClickAsync(new());
        var form = page.FindComponent<AwayForm>().Instance;

        // The second press was sent before the first one removed the row: it still reaches its form.
        await page.InvokeAsync(form.SubmitAsync);
        await page.InvokeAsync(form.SubmitAsync);

        Assert.Single(Decisions(test));
    }

    [Fact]
    public async Task Rows_chosen_together_leave_in_one_act_and_come_back_at_once()
    {
        await using var test = AwayTestContext.French();
        foreach (var name in (string[])["Anne", "Bernard", "Cécile"])
        {
            await test.LateAsync(name);
        }

        var page = test.Open();
        await Row(page, "Anne").KeyDownAsync(new KeyboardEventArgs { Key = "x", Code = "KeyX" });
        await Row(page, "Cécile").QuerySelector("input[type=checkbox]")!.ChangeAsync(new() { Value = true });
        Assert.Contains("2 personnes choisies", page.AwayList("Date convenue passée").Read(), StringComparison.Ordinal);
        await Row(page, "Cécile").KeyDownAsync(new KeyboardEventArgs { Key = "é", Code = "Digit2" });
        await page.Find("form").SubmitAsync();
        Assert.Equal(["Bernard Exemple"], page.AwayList("Date convenue passée").Names());
        Assert.StartsWith("2 personnes", test.Notices.Current!.Message.Replace('\u00a0', ' '), StringComparison.Ordinal);

        Assert.IsType<SaveOutcome.Saved>(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        Assert.Equal(3, (await test.AnswerAsync()).Late.Count);
    }

    [Fact]
    public async Task News_are_asked_only_of_those_who_agreed_and_what_was_sent_is_recorded_as_a_contact()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Anne");
        var agreed = await test.UndecidedAsync("Cécile");
        var form = (await test.Get<PatientReader>().ReadAsync(agreed))!.Form;
        form.CheckInConsent = CheckInConsent.InWriting;
        form.Sex = Sex.Woman;
        form.Email = "cecile@exemple.org";
        Assert.IsType<SaveOutcome.Saved>(await test.Get<PatientRecorder>().RecordAsync(form));
        var page = test.Open();
        Assert.DoesNotContain(await test.OpenMenuAsync(Row(page, "Anne").Menu()), item => item.Read() == "Prendre des nouvelles");
        await Row(page, "Anne").Menu().ClickAsync(new());
        test.Popovers.WaitForAssertion(() => Assert.Empty(test.Popovers.FindAll("[role=menuitem]")));

        await test.ChooseAsync(Row(page, "Cécile").Menu(), "Prendre des nouvelles");
        var message = page.WaitForElement("form textarea").GetAttribute("value")!;
        Assert.StartsWith("Bonjour Cécile,", message, StringComparison.Ordinal);
        Assert.EndsWith("Bien à vous,", message, StringComparison.Ordinal);
        Assert.Contains("Le nom du cabinet n’est pas noté", page.Find("form .hint").Read(), StringComparison.Ordinal);
        Assert.StartsWith("mailto:cecile%40exemple.org?subject=Des%20nouvelles&body=Bonjour%20C%C3%A9cile", page.Find("form a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("C’est envoyé : le noter", page.Find("form [type=submit]").Read());
        await page.Find("form").SubmitAsync();

        Assert.Equal(["Anne Exemple"], page.AwayList("Suite à préciser").Names());
        var contact = Assert.Single((await test.Get<TimelineReader>().ReadAsync(agreed))!.Contacts);
        Assert.Equal((ContactFrom.Practitioner, ContactChannel.Message), (contact.From, contact.Channel));
    }

    [Fact]
    public async Task A_follow_up_that_changed_elsewhere_is_not_decided_about_and_says_so()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        var page = test.Open();
        await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = anne, HeldOn = AwayTestContext.Today });
        await FineAsync(page, "Anne");
        Assert.Contains("Ce suivi a changé entre-temps", Row(page, "Anne").Read(), StringComparison.Ordinal);
        Assert.Empty(Decisions(test));
    }

    [Fact]
    public async Task In_touch_keeps_the_words_and_quiets_the_row_until_the_date_agreed()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await Row(page, "Cécile").Button("Nouvelles échangées").ClickAsync(new());
        await page.Find("form").Field("Ce qui s’est dit").ChangeAsync(new() { Value = "Va plutôt bien, rappellera." });
        await page.Find("form").Field("Date convenue").ChangeAsync(new() { Value = "+3s" });
        Assert.Contains("Compris : dimanche 13 décembre 2026", page.Find("form").Read(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        Assert.Single(page.FindAll(".zero"));
        var decision = Assert.Single(Decisions(test));
        Assert.Equal((AwayDecisionKind.InTouch, new DateOnly(2026, 12, 13)), (decision.Kind, decision.Until!.Value));
        var contact = Assert.Single((await test.Get<TimelineReader>().ReadAsync(decision.PatientId))!.Contacts);
        Assert.Equal((decision.ContactId, ContactChannel.Call, "Va plutôt bien, rappellera."), (contact.Id, contact.Channel, contact.Words));
    }

    [Fact]
    public async Task A_date_that_is_not_understood_is_reported_at_the_field_and_nothing_is_written()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await Row(page, "Cécile").Button("Nouvelles échangées").ClickAsync(new());
        await page.Find("form").Field("Date convenue").ChangeAsync(new() { Value = "à la saint-glinglin" });
        await page.Find("form").SubmitAsync();

        Assert.Contains("Date non comprise. Essayez 12/3 ou +3s (dans 3 semaines).", page.Find("form").Read(), StringComparison.Ordinal);
        Assert.Equal("à la saint-glinglin", page.Find("form").Field("Date convenue").GetAttribute("value"));
        Assert.Empty(Decisions(test));
    }

    [Fact]
    public async Task Show_me_again_needs_a_day_to_come()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await test.ChooseAsync(Row(page, "Cécile").Menu(), "M’en reparler le…");
        await page.Find("form").SubmitAsync();
        Assert.Contains("À remplir.", page.Find("form").Read(), StringComparison.Ordinal);
        await page.Find("form").Field("M’en reparler").ChangeAsync(new() { Value = "12/3/2020" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Cette date est déjà passée.", page.Find("form").Read(), StringComparison.Ordinal);

        await page.Find("form").Field("M’en reparler").ChangeAsync(new() { Value = "12/3" });
        await page.Find("form").SubmitAsync();
        Assert.Equal(new DateOnly(2027, 3, 12), Assert.Single(Decisions(test)).Until);
    }

    [Fact]
    public async Task Settling_the_next_step_takes_two_taps_and_a_save()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await Row(page, "Cécile").Button("Préciser la suite").ClickAsync(new());
        Assert.True(page.Find("form").Button("Enregistrer").HasAttribute("disabled"));
        await page.Find("form").Chip("Porte ouverte").ChangeAsync(new() { Value = "on" });
        await page.Find("form").Chip("La personne").ChangeAsync(new() { Value = "on" });
        await page.Find("form").SubmitAsync();

        Assert.Single(page.FindAll(".zero"));
        Assert.Contains("La suite : porte ouverte ; décidé par la personne ; dit le 22 novembre 2026", page.AwayList("Porte ouverte").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concluding_together_asks_for_the_words_that_were_exchanged()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await test.ChooseAsync(Row(page, "Cécile").Menu(), "Conclu ensemble");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Conclure ensemble suppose un échange : dites ce qui s’est dit.", page.Find("form").QuerySelector("[role=alert]:not(:empty)")!.ParentElement!.Read(), StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple"], page.AwayList("Suite à préciser").Names());

        await page.Find("form").Field("Ce qui s’est dit").ChangeAsync(new() { Value = "Au téléphone : tout va, on conclut." });
        await page.Find("form").SubmitAsync();
        Assert.Single(page.FindAll(".zero"));
        Assert.Equal("Cécile Exemple : suivi conclu ensemble", Plain(test.Notices.Current!.Message));
    }

    [Fact]
    public async Task Closing_on_my_side_says_what_will_happen_and_waits_for_a_confirmation()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Cécile");
        var page = test.Open();

        await test.ChooseAsync(Row(page, "Cécile").Menu(), "Clore de mon côté");
        Assert.StartsWith("Le suivi sera clos de votre côté, sans échange", page.Find("form").Read(), StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple"], page.AwayList("Suite à préciser").Names());
        await page.Find("form").SubmitAsync();

        Assert.Equal("Cécile Exemple : suivi clos de mon côté", Plain(test.Notices.Current!.Message));
        var acts = await test.Get<ActReader>().ReadLastAsync(1);
        Assert.Equal("Suivi clos de mon côté", test.Get<Words>().Act(acts[0]));
        Assert.Equal("Tout est regardé.", page.Find(".all-looked-at").TextContent);
        Assert.NotNull(test.Notices.Current!.ActId);
    }

    [Fact]
    public async Task Taking_stock_is_one_line_that_must_be_written()
    {
        await using var test = AwayTestContext.French();
        await test.SeriesAsync("Denis");
        var page = test.Open();

        await Row(page, "Denis").Button("Faire le point").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        Assert.Contains("À remplir.", page.Find("form").Read(), StringComparison.Ordinal);

        await page.Find("form").Field("Ce qui justifie ce rythme aujourd’hui").ChangeAsync(new() { Value = "Reprise du travail en janvier." });
        await page.Find("form").SubmitAsync();
        Assert.Single(page.FindAll(".zero"));
    }

    [Fact]
    public async Task An_intended_rhythm_is_the_usual_one_with_a_reason_and_an_end()
    {
        await using var test = AwayTestContext.French();
        var person = await test.SeriesAsync("Denis");
        var page = test.Open();

        await test.ChooseAsync(Row(page, "Denis").Menu(), "Ce rythme est voulu : dire pourquoi, jusqu’à quand");
        Assert.Equal("7", page.Find("form").Field("Nombre de jours").GetAttribute("value"));
        await page.Find("form").Field("Pourquoi").ChangeAsync(new() { Value = "Après l’opération, jusqu’au retour au travail." });
        await page.Find("form").SubmitAsync();
        Assert.Contains("À remplir.", page.Find("form").Read(), StringComparison.Ordinal);

        await page.Find("form").Field("Jusqu’à quand").ChangeAsync(new() { Value = "+2m" });
        await page.Find("form").SubmitAsync();

        Assert.Single(page.FindAll(".zero"));
        var step = test.Get<CareJournal.AwayReview.VisitDates>().All().Single(facts => facts.PatientId == person).Steps[^1];
        Assert.Equal((NextStepKind.Every, 7, new DateOnly(2027, 1, 22), true, DecidedBy.NotSaid), (step.Kind, step.Agreement.EveryDays!.Value, step.ReviewOn!.Value, step.HasReason, step.DecidedBy));
    }

    [Fact]
    public async Task A_fault_of_the_disk_is_reported_at_the_row_and_the_row_stays()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var page = test.Open();
        test.Get<JournalFile>().Report(StorageFault.Damaged);

        await FineAsync(page, "Anne");

        Assert.Contains("Fichier abîmé : lecture seule, rien n’y sera écrit.", Row(page, "Anne").Read(), StringComparison.Ordinal);
        Assert.Null(test.Notices.Current);
    }

    private static async Task FineAsync(IRenderedComponent<AwayPage> page, string given)
    {
        await Row(page, given).Button(Fine).ClickAsync(new());
        await page.Find("form").SubmitAsync();
    }

    private static IElement Row(IRenderedComponent<AwayPage> page, string given) =>
        page.FindAll(".away-row").Single(row => row.QuerySelector("h3")!.TextContent.StartsWith(given, StringComparison.Ordinal));

    private static string Plain(string sentence) => sentence.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static AwayDecision[] Decisions(AwayTestContext test) => [.. test.Get<CareJournal.AwayReview.VisitDates>().All().SelectMany(facts => facts.Decisions)];

    private static string Reference(IElement element) =>
        element.Attributes.Single(attribute => attribute.Name.StartsWith("blazor:elementreference", StringComparison.OrdinalIgnoreCase)).Value;

    private static string Focused(AwayTestContext test) =>
        ((Microsoft.AspNetCore.Components.ElementReference)test.Context.JSInterop.Invocations.Last(call => call.Identifier.EndsWith("focus", StringComparison.Ordinal)).Arguments[0]!).Id
            .ToString(CultureInfo.InvariantCulture);
}
