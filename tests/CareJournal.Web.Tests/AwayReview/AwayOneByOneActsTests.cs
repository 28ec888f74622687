using CareJournal.AwayReview;
using CareJournal.Drafts;
using static CareJournal.Web.AwayReview.AwaySight;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the acts on one person of the review: by which keys they open, what is said before and after them, and who is next.</summary>
public sealed class AwayOneByOneActsTests
{
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
}
