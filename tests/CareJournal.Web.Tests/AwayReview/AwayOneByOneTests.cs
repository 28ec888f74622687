using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Drafts;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the review one person at a time: who is shown, by which keys, after an act and after its undo, and the page when nobody is left.</summary>
public sealed class AwayOneByOneTests
{
    [Fact]
    public async Task One_person_is_shown_with_the_last_two_notes_whole_and_the_rhythm_as_a_line()
    {
        await using var test = AwayTestContext.French();
        var person = await test.LateAsync("Anne");
        foreach (var (day, text) in new[] { ("2026-08-30", "Marche de nouveau."), ("2026-09-13", "Une ligne,\net une autre.") })
        {
            var visit = test.Get<CareJournal.Timelines.TimelineReader>().ReadAsync(person).Result!.Held.Single(visit => visit.HeldOn == DateOnly.Parse(day));
            var form = (await test.Get<VisitReader>().ReadAsync(visit.Id))!.Form;
            form.Impression = text;
            form.Note = text == "Marche de nouveau." ? null : "Note longue.";
            Assert.IsType<SaveOutcome.Saved>(await test.Get<VisitRecorder>().RecordAsync(form));
        }

        var page = test.OpenOne();

        Assert.Equal("Anne Exemple", Name(page));
        Assert.Equal("1 sur 1", page.Find("[data-place]").Read());
        Assert.Equal(["Rythme convenu : 2 semaines", "Rythme observé : 2 semaines", "Aujourd’hui : 10 semaines depuis la dernière séance"], page.FindAll(".rhythm-line li").Select(AwaySight.Read));
        Assert.Equal(["Séance du 13 septembre 2026 il y a 10 semaines", "Séance du 30 août 2026 il y a 12 semaines"], page.FindAll(".note h3").Select(AwaySight.Read));
        Assert.Contains("Une ligne,\net une autre.", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Contains("Note longue.", page.Find(".note").Read(), StringComparison.Ordinal);
        Assert.Equal(["1 Préciser la suite", "2 C’est bien ainsi jusqu’au…", "3 Nouvelles échangées", "4 M’en reparler le…"], page.FindAll(".choice").Select(AwaySight.Read));
    }

    [Fact]
    public async Task J_and_K_go_from_person_to_person_list_after_list_and_the_address_follows()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        var cecile = await test.UndecidedAsync("Cécile");
        await test.SeriesAsync("Denis");
        var page = test.OpenOne();

        await PressAsync(page, "k");
        Assert.Equal("Anne Exemple", Name(page));
        await PressAsync(page, "j");
        Assert.Equal("Cécile Exemple", Name(page));
        Assert.EndsWith($"/away?person={cecile}", test.Address, StringComparison.Ordinal);
        await PressAsync(page, "j");
        await PressAsync(page, "j");
        Assert.Equal("Denis Exemple", Name(page));
        Assert.Equal(["1 Faire le point", "2 Ce rythme est voulu : dire pourquoi, jusqu’à quand", "3 Faire le point à la prochaine séance", "4 M’en reparler le…"], page.FindAll(".choice").Select(AwaySight.Read));
        Assert.True(page.Find(".one").Button("Suivante (J)").HasAttribute("disabled"));

        await page.Find(".one").Button("Précédente (K)").ClickAsync(new());
        Assert.Equal("Cécile Exemple", Name(page));
        test.GoTo(Urls.AwayAt(anne));
        page.WaitForAssertion(() => Assert.Equal("Anne Exemple", Name(page)));
        Assert.Equal("Anne Exemple", page.Find(".names [aria-current]").TextContent);
    }

    [Fact]
    public async Task An_address_shows_its_person_and_one_of_somebody_who_has_left_shows_the_first()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var cecile = await test.UndecidedAsync("Cécile");

        Assert.Equal("Cécile Exemple", Name(test.OpenOne(cecile)));
        Assert.Equal("Anne Exemple", Name(test.OpenOne(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_digit_opens_its_act_what_was_done_is_said_and_the_next_person_comes_by_itself()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        await test.LateAsync("Bernard", "2026-09-20");
        var page = test.OpenOne();

        await PressAsync(page, "4");
        Assert.Equal("M’en reparler le…", page.Find("form").GetAttribute("aria-label"));
        await PressAsync(page, "2");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Bernard Exemple", Name(page));
        Assert.Empty(page.FindAll("form"));
        Assert.Equal("Anne Exemple : c’est bien ainsi jusqu’au 22 février 2027", Plain(test.Notices.Current!.Message));

        await PressAsync(page, "u");
        page.WaitForAssertion(() => Assert.Equal("Anne Exemple", Name(page)));
        Assert.EndsWith($"/away?person={anne}", test.Address, StringComparison.Ordinal);
        await PressAsync(page, "u");
        Assert.Equal("Rien à défaire depuis que cette page est ouverte.", test.Notices.Current!.Message);
    }

    [Fact]
    public async Task A_rhythm_that_is_offered_fills_the_form_that_is_open_already()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Anne", null, "2024-08-01", "2025-01-08", "2025-06-10", "2025-11-15", "2026-04-20");
        var page = test.OpenOne();
        await PressAsync(page, "1");
        await page.Find(".one").Button("Noter ce rythme…").ClickAsync(new());
        Assert.Equal("156", page.Find("form").Field("Nombre de jours").GetAttribute("value"));

        var lists = test.Open();
        await lists.Find(".away-row").Button("Préciser la suite").ClickAsync(new());
        await lists.Find(".away-row").Button("Noter ce rythme…").ClickAsync(new());
        Assert.Equal("156", lists.Find("form").Field("Nombre de jours").GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_that_is_resumed_one_by_one_opens_no_form_in_the_lists()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        var draft = Guid.NewGuid();
        Assert.IsType<DraftOutcome.Kept>(await test.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = draft, PatientId = anne, Form = "next-step", Number = 1, Text = "{}" }));
        test.GoTo($"/away?{Urls.ResumedDraft}={draft}");
        var page = test.OpenOne();
        Assert.NotEmpty(page.FindAll("form"));

        await page.Find(".ways").Button("En listes").ClickAsync(new());
        Assert.Empty(page.Find(".lists").QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Until_the_next_session_is_chosen_in_words()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        var page = test.OpenOne();

        await PressAsync(page, "2");
        await page.Find("form").Chip("la prochaine séance").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Sans séance, il n’y revient pas.", page.Find("form").Read(), StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        Assert.Equal("Anne Exemple : c’est bien ainsi jusqu’à la prochaine séance", Plain(test.Notices.Current!.Message));
        Assert.Null(test.Get<VisitDates>().All().SelectMany(facts => facts.Decisions).Single().Until);
    }

    [Fact]
    public async Task Nothing_is_closed_before_its_sentence_was_confirmed_and_what_ends_with_the_next_step_says_so_too()
    {
        await using var test = AwayTestContext.French();
        await test.LateAsync("Anne");
        await test.UndecidedAsync("Cécile");
        var page = test.OpenOne();

        await PressAsync(page, "6");
        Assert.True(page.Find("form p").HasAttribute("data-read-first"));
        Assert.Equal("Anne Exemple", Name(page));
        await page.Find("form").SubmitAsync();
        Assert.Equal("Anne Exemple : suivi clos de mon côté", Plain(test.Notices.Current!.Message));

        await PressAsync(page, "1");
        await page.Find("form").Chip("Suivi conclu ensemble").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Le suivi sera conclu ensemble : la personne quitte la revue.", page.Find("form").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_is_left_it_says_what_was_looked_at_the_doors_open_for_long_and_when_to_come_back()
    {
        await using var test = AwayTestContext.French();
        var anne = await test.LateAsync("Anne");
        await test.UndecidedAsync("Cécile");
        await test.PersonAsync("Élise", AwayTestContext.DoorOpen(), "2025-01-12");
        await test.DoorOpenAsync("Fanny");
        var page = test.OpenOne();
        await PressAsync(page, "4");
        await page.Find("form").Field("M’en reparler").ChangeAsync(new() { Value = "+3s" });
        await page.Find("form").SubmitAsync();
        await PressAsync(page, "6");
        await page.Find("form").SubmitAsync();

        var zero = page.WaitForElement(".zero li").Closest(".zero")!.Read();
        Assert.StartsWith("Tout est regardé. Prochaine revue utile : dimanche 13 décembre 2026, dans 3 semaines.", zero, StringComparison.Ordinal);
        Assert.Contains("1 porte ouverte, sans séance depuis plus d’un an", zero, StringComparison.Ordinal);
        Assert.Contains("2 personnes", zero, StringComparison.Ordinal);
        Assert.Equal(["Cécile Exemple Suivi clos de mon côtéDéfaire", "Anne Exemple À revoir le 13 décembre 2026Défaire"], page.FindAll(".zero li").Select(AwaySight.Read));
        Assert.DoesNotContain("suite", zero, StringComparison.Ordinal);

        await page.FindAll(".zero li")[1].Button("Défaire").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Anne Exemple", Name(page)));
        Assert.EndsWith($"?person={anne}", test.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_doors_are_one_click_from_the_end_of_the_review()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Élise", AwayTestContext.DoorOpen(), "2025-01-12");
        var page = test.OpenOne();

        await page.Find(".zero").Button("1 porte ouverte, sans séance depuis plus d’un an").ClickAsync(new());

        Assert.Equal(["Élise Exemple"], page.AwayList("Porte ouverte").Names());
        Assert.NotNull(page.AwayList("Porte ouverte").Closest(".lists"));
        Assert.Equal("list", test.Context.JSInterop.Invocations["remember"].Single().Arguments[1]);
    }

    [Fact]
    public async Task A_filter_is_left_for_everybody_where_nobody_meets_it()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Anne", "2026-05-04");
        var page = test.OpenOne();

        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond à ces critères.", page.Find(".page").Read(), StringComparison.Ordinal);
        await page.Find(".page").Button("Montrer tout le monde").ClickAsync(new());
        Assert.Equal("Anne Exemple", Name(page));
    }

    [Fact]
    public void A_line_of_rhythm_has_a_tick_for_each_rhythm_at_its_share_of_the_time_since_the_last_session()
    {
        var today = AwayTestContext.Today;
        DateOnly[] held = [.. new[] { 127, 120, 113, 106 }.Select(days => today.AddDays(-days))];
        NextStepFact step = Every(held[^1], 14);
        var course = VisitCourse.Create(held, [step.Agreement], 90);
        AwayFacts facts = new(Guid.Empty, held, course, [step]);
        var line = RhythmLine.Of(new("", facts, AwayJudgement.Judge(facts, today, OpenDays.Always), default), today);

        Assert.Equal([(RhythmTickKind.Agreed, 14m), (RhythmTickKind.Observed, 7m), (RhythmTickKind.Today, 106m)], line.Ticks.Select(tick => (tick.Kind, tick.Days)));
        Assert.All(line.Ticks, tick => Assert.Equal((double)(100 * tick.Days / line.Days), tick.Percent, 6));
        Assert.All(line.Ticks, tick => Assert.InRange(tick.Percent, 0, 100));
    }

    [Fact]
    public void Acts_are_undone_from_the_last_to_the_first_and_one_that_was_done_again_is_the_last()
    {
        AwayHistory history = new();
        AwayDone[] done = [.. Enumerable.Range(0, 3).Select(_ => new AwayDone(null!, AwayList.Late, "", Guid.NewGuid()))];
        Array.ForEach(done, history.Add);

        var undo = Guid.NewGuid();
        Assert.Equal(done[1], history.Undo(done[1].ActId, Guid.NewGuid()));
        Assert.Equal(done[2], history.Undo(done[2].ActId, undo));
        Assert.Null(history.Undo(Guid.NewGuid(), Guid.NewGuid()));
        var again = Guid.NewGuid();
        history.Redo(undo, again);
        Assert.Equal(done[2] with { ActId = again }, history.Last);
        history.Undo(again, Guid.NewGuid());
        Assert.Equal(done[0], history.Last);
    }

    [Fact]
    public void An_act_of_another_page_that_is_undone_and_done_again_brings_none_of_this_page_back_and_what_was_refused_never_does()
    {
        AwayHistory history = new();
        AwayDone[] done = [.. Enumerable.Range(0, 2).Select(_ => new AwayDone(null!, AwayList.Late, "", Guid.NewGuid()))];
        Array.ForEach(done, history.Add);
        Guid undo = Guid.NewGuid(), undoElsewhere = Guid.NewGuid();

        history.Undo(done[0].ActId, undo);
        history.Undo(Guid.NewGuid(), undoElsewhere);
        history.Redo(undoElsewhere, Guid.NewGuid());
        Assert.Equal(done[1], history.Last);

        history.Forget(done[1].ActId);
        Assert.Null(history.Last);
        var again = Guid.NewGuid();
        history.Redo(undo, again);
        Assert.Equal(done[0] with { ActId = again }, history.Last);
    }

    private static NextStepFact Every(DateOnly saidOn, int days) => new(new Agreement(saidOn, 1, days, null), NextStepKind.Every, null, false, DecidedBy.Both);

    private static string Name(IRenderedComponent<AwayPage> page) => page.Find(".one h2").TextContent;

    private static Task PressAsync(IRenderedComponent<AwayPage> page, string key) => page.InvokeAsync(() => page.Instance.Press(key));

    private static string Plain(string sentence) => sentence.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
