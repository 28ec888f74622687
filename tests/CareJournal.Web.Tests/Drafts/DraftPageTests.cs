using System.Text.Json;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.LifeEvents;
using CareJournal.Web.Patients;
using CareJournal.Web.Reviews;
using CareJournal.Web.Today;
using CareJournal.Web.Visits;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Drafts;

/// <summary>Tests where a draft in the list leads: to its form while there is one, and always to its words.</summary>
public sealed class DraftPageTests
{
    private const string Words = """{"Impression":"Marche mieux.","Note":"<b>À voir</b>"}""";

    [Fact]
    public async Task A_draft_with_a_form_leads_to_it()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        foreach (var (form, address) in ((string, string)[])[("visit", Urls.LogSession(person)), ("review", Urls.TakeStock(person)), ("flare-up", Urls.AddTo(person, "flare-up")), ("goal", Urls.AddTo(person, "goal")), ("word", Urls.AddTo(person, "word"))])
        {
            var draft = await KeptAsync(test, person, form);
            Open(test, draft);
            Assert.StartsWith(address, test.Address, StringComparison.Ordinal);
            Assert.Contains($"draft={draft}", test.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_draft_that_was_chosen_is_offered_before_the_others_of_the_same_form()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        Guid[] drafts = [await KeptAsync(test, person, "review"), await KeptAsync(test, person, "review")];
        foreach (var chosen in drafts)
        {
            Open(test, chosen);
            test.Context.Render<TakeStockPage>(page => page.Add(one => one.PatientId, person));
            var offered = JsonSerializer.SerializeToElement(test.Context.JSInterop.Invocations["keep"].Last().Arguments[3]);
            Assert.Equal([chosen, drafts.Single(draft => draft != chosen)], offered.EnumerateArray().Select(draft => draft.GetProperty("id").GetGuid()));
        }
    }

    [Fact]
    public async Task A_pause_that_is_there_takes_its_draft_and_one_that_is_gone_leaves_its_words()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-05");
        await test.HeldAsync(person, "2026-09-07");
        Open(test, await KeptAsync(test, person, "gap-2026-01-05"));
        Assert.Contains("item=gap-2026-01-05", test.Address, StringComparison.Ordinal);

        var page = Open(test, await KeptAsync(test, person, "gap-2026-02-05"));
        ShowsWordsWithoutForm(page);
        Assert.Contains("Pause", page.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_withdrawn_leaves_the_words_of_its_draft_whole()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var row = PeopleTestContext.Saved(await test.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Words = "Déménagement", Start = CareJournal.Dates.FuzzyDate.InYear(2024) })).RowId;
        var draft = await KeptAsync(test, person, "life-event", row);
        Open(test, draft);
        Assert.Contains($"item=life-event-{row}", test.Address, StringComparison.Ordinal);
        PeopleTestContext.Saved(await test.Get<LifeEventRecorder>().VoidAsync(row, 1));
        ShowsWordsWithoutForm(Open(test, draft));

        foreach (var form in (string[])["visit", "change", "review", "flare-up", "period", "contact", "goal", "tool"])
        {
            ShowsWordsWithoutForm(Open(test, await KeptAsync(test, person, form, Guid.CreateVersion7())));
        }
    }

    [Fact]
    public async Task A_message_to_somebody_who_does_not_agree_to_news_leaves_its_words_and_a_next_step_leads_to_the_review()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-05");
        Open(test, await KeptAsync(test, person, "next-step"));
        Assert.StartsWith(Urls.Away, test.Address, StringComparison.Ordinal);
        ShowsWordsWithoutForm(Open(test, await KeptAsync(test, person, "news")));
    }

    [Fact]
    public async Task A_draft_of_nobody_or_of_a_later_version_is_read_too()
    {
        await using var test = PeopleTestContext.French();
        ShowsWordsWithoutForm(Open(test, await KeptAsync(test, Guid.CreateVersion7(), "visit")));
        ShowsWordsWithoutForm(Open(test, await KeptAsync(test, null, "visit")));
        ShowsWordsWithoutForm(Open(test, await KeptAsync(test, await test.PersonAsync("Claire", "Vasseur"), "posture")));
    }

    [Fact]
    public async Task What_no_form_can_read_is_shown_as_it_is_stored_in_the_journal()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = Open(test, await KeptAsync(test, person, "visit", text: "{\"Impression\":\"Marche mi"));
        Assert.Contains("Les champs ne se distinguent plus. Voici le texte tel qu’il est gardé. {\"Impression\":\"Marche mi", page.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rouvrir le formulaire vide", page.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_can_read_is_offered_to_none_and_its_form_leads_to_it()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var draft = await KeptAsync(test, person, "visit", text: "{\"Impression\":\"Marche mi");
        var page = test.Context.Render<LogVisitPage>(form => form.Add(one => one.PatientId, person));
        Assert.Contains("Un brouillon ne peut plus revenir dans ce formulaire (le 22 novembre 2026 à 12 h).", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Draft(draft), page.Button("Lire").GetAttribute("href"));
    }

    [Fact]
    public async Task One_that_is_set_aside_shows_its_words_and_goes_back_among_the_others()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var draft = await KeptAsync(test, person, "visit");
        await test.Get<DraftRecorder>().SetAsideAsync(draft, 1);
        var page = Open(test, draft);
        Assert.Contains("Marche mieux.", page.Read(), StringComparison.Ordinal);
        await page.Button("Remettre parmi les brouillons à finir").ClickAsync(new());
        Assert.Single(await test.Get<DraftReader>().FindAsync(person, "visit"));
    }

    [Fact]
    public async Task One_that_is_gone_says_so_and_leads_back()
    {
        await using var test = PeopleTestContext.French();
        var page = Open(test, Guid.CreateVersion7());
        Assert.Contains("Ce brouillon n’est plus là", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Today, page.Button("Revenir à aujourd’hui").GetAttribute("href"));
    }

    [Fact]
    public async Task The_day_lists_what_is_to_be_finished_and_folds_what_was_set_aside()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var open = await KeptAsync(test, person, "visit");
        var aside = await KeptAsync(test, person, "review");
        await test.Get<DraftRecorder>().SetAsideAsync(aside, 1);
        var page = test.Open<TodayPage>(Urls.Today);
        Assert.Equal("Mis de côté (1)", page.Find("section[aria-labelledby=today-drafts] summary").Read());
        Assert.Equal(
            [("Reprendre", Urls.Draft(open)), ("Lire", Urls.Draft(aside))],
            page.FindAll("section[aria-labelledby=today-drafts] a").Select(link => (link.Read(), link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Drafts_that_look_alike_say_their_first_words_and_others_do_not()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await KeptAsync(test, person, "visit", text: """{"HeldOn":"12/11/2026","Impression":"La marche du matin tient, malgré la pluie et le vent du nord."}""");
        await KeptAsync(test, person, "visit", text: """{"HeldOn":"13/11/2026"}""");
        await KeptAsync(test, person, "visit", text: "{\"Impression\":\"Marche mi");
        await KeptAsync(test, person, "contact", text: """{"Words":"Un appel."}""");
        var list = test.Open<TodayPage>(Urls.Today).Find("section[aria-labelledby=today-drafts]");
        Assert.Equal(
            new HashSet<string> { "« La marche du matin tient, malgré la pluie et le vent du… »", "« 13/11/2026 »" },
            [.. list.QuerySelectorAll(".first").Select(PeopleSight.Read)]);
        Assert.Contains(list.QuerySelectorAll("a"), link => link.GetAttribute("aria-label")!.EndsWith("Claire Vasseur · 13/11/2026", StringComparison.Ordinal));
    }

    private static void ShowsWordsWithoutForm(IRenderedComponent<DraftPage> page)
    {
        Assert.Contains("Aucun formulaire ne peut plus reprendre ce texte", page.Read(), StringComparison.Ordinal);
        Assert.Equal(["Marche mieux.", "<b>À voir</b>"], page.FindAll("[data-word] .text").Select(PeopleSight.Read));
        Assert.DoesNotContain("Rouvrir le formulaire vide", page.Read(), StringComparison.Ordinal);
        Assert.NotNull(page.Button("Copier le texte"));
        Assert.NotNull(page.Button("Mettre de côté"));
    }

    private static async Task<Guid> KeptAsync(PeopleTestContext test, Guid? person, string form, Guid? target = null, string text = Words)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<DraftOutcome.Kept>(await test.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = id, PatientId = person, Form = form, TargetId = target, TargetRevision = target is null ? null : 1, Number = 1, Text = text }));
        return id;
    }

    private static IRenderedComponent<DraftPage> Open(PeopleTestContext test, Guid draft) => test.Open<DraftPage>(Urls.Draft(draft), draft);
}
