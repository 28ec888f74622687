using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.LifeEvents;
using CareJournal.Web.Patients;
using CareJournal.Web.Visits;

namespace CareJournal.Web.Drafts;

/// <summary>Where a draft of the list leads: to its form while there is one, to its words always.</summary>
public sealed class DraftPageTests
{
    private const string Words = """{"Impression":"Marche mieux.","Note":"<b>À voir</b>"}""";

    [Fact]
    public async Task A_draft_with_a_form_leads_to_it()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        foreach (var (form, address) in ((string, string)[])[("visit", Urls.LogSession(person)), ("review", Urls.TakeStock(person)), ("flare-up", Urls.AddTo(person, "flare-up")), ("goal", Urls.AddTo(person, "goal")), ("word", Urls.AddTo(person, "word"))])
        {
            var draft = await KeptAsync(room, person, form);
            Open(room, draft);
            Assert.StartsWith(address, room.Address, StringComparison.Ordinal);
            Assert.Contains($"draft={draft}", room.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pause_that_is_there_takes_its_draft_and_one_that_is_gone_leaves_its_words()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        await room.HeldAsync(person, "2026-01-05");
        await room.HeldAsync(person, "2026-09-07");
        Open(room, await KeptAsync(room, person, "gap-2026-01-05"));
        Assert.Contains("item=gap-2026-01-05", room.Address, StringComparison.Ordinal);

        var page = Open(room, await KeptAsync(room, person, "gap-2026-02-05"));
        ShowsWordsWithoutForm(page);
        Assert.Contains("Pause", page.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_withdrawn_leaves_the_words_of_its_draft_whole()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var row = PeopleRoom.Saved(await room.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Words = "Déménagement", Start = CareJournal.Dates.FuzzyDate.InYear(2024) })).RowId;
        var draft = await KeptAsync(room, person, "life-event", row);
        Open(room, draft);
        Assert.Contains($"item=life-event-{row}", room.Address, StringComparison.Ordinal);
        PeopleRoom.Saved(await room.Get<LifeEventRecorder>().VoidAsync(row, 1));
        ShowsWordsWithoutForm(Open(room, draft));

        foreach (var form in (string[])["visit", "change", "review", "flare-up", "period", "contact", "goal", "tool"])
        {
            ShowsWordsWithoutForm(Open(room, await KeptAsync(room, person, form, Guid.CreateVersion7())));
        }
    }

    [Fact]
    public async Task A_draft_of_nobody_or_of_a_later_version_is_read_too()
    {
        await using var room = PeopleRoom.French();
        ShowsWordsWithoutForm(Open(room, await KeptAsync(room, Guid.CreateVersion7(), "visit")));
        ShowsWordsWithoutForm(Open(room, await KeptAsync(room, null, "visit")));
        ShowsWordsWithoutForm(Open(room, await KeptAsync(room, await room.PersonAsync("Claire", "Vasseur"), "posture")));
    }

    [Fact]
    public async Task What_no_form_can_read_is_shown_as_it_lies_in_the_journal()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var page = Open(room, await KeptAsync(room, person, "visit", text: "{\"Impression\":\"Marche mi"));
        Assert.Contains("Les champs ne se distinguent plus. Voici le texte tel qu’il est gardé. {\"Impression\":\"Marche mi", page.Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rouvrir le formulaire vide", page.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_form_can_read_is_offered_to_none_and_its_form_leads_to_it()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var draft = await KeptAsync(room, person, "visit", text: "{\"Impression\":\"Marche mi");
        var page = room.Room.Render<LogVisitPage>(form => form.Add(one => one.PatientId, person));
        Assert.Contains("Un brouillon ne peut plus revenir dans ce formulaire (le 22 novembre 2026 à 12 h).", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Draft(draft), page.Button("Lire").GetAttribute("href"));
    }

    [Fact]
    public async Task One_that_is_set_aside_shows_its_words_and_goes_back_among_the_others()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var draft = await KeptAsync(room, person, "visit");
        await room.Get<DraftRecorder>().SetAsideAsync(draft, 1);
        var page = Open(room, draft);
        Assert.Contains("Marche mieux.", page.Read(), StringComparison.Ordinal);
        await page.Button("Remettre parmi les brouillons à finir").ClickAsync(new());
        Assert.Single(await room.Get<DraftReader>().FindAsync(person, "visit"));
    }

    [Fact]
    public async Task One_that_is_gone_says_so_and_leads_back()
    {
        await using var room = PeopleRoom.French();
        var page = Open(room, Guid.CreateVersion7());
        Assert.Contains("Ce brouillon n’est plus là", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Today, page.Button("Revenir à aujourd’hui").GetAttribute("href"));
    }

    [Fact]
    public async Task The_day_lists_what_is_to_be_finished_and_folds_what_was_set_aside()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        var open = await KeptAsync(room, person, "visit");
        var aside = await KeptAsync(room, person, "review");
        await room.Get<DraftRecorder>().SetAsideAsync(aside, 1);
        var page = room.Open<TodayPage>(Urls.Today);
        Assert.Equal("Mis de côté (1)", page.Find("section[aria-labelledby=today-drafts] summary").Read());
        Assert.Equal(
            [("Reprendre", Urls.Draft(open)), ("Lire", Urls.Draft(aside))],
            page.FindAll("section[aria-labelledby=today-drafts] a").Select(link => (link.Read(), link.GetAttribute("href")!)));
    }

    private static void ShowsWordsWithoutForm(IRenderedComponent<DraftPage> page)
    {
        Assert.Contains("Aucun formulaire ne peut plus reprendre ce texte", page.Read(), StringComparison.Ordinal);
        Assert.Equal(["Marche mieux.", "<b>À voir</b>"], page.FindAll("[data-word] .text").Select(PeopleSight.Read));
        Assert.DoesNotContain("Rouvrir le formulaire vide", page.Read(), StringComparison.Ordinal);
        Assert.NotNull(page.Button("Copier le texte"));
        Assert.NotNull(page.Button("Mettre de côté"));
    }

    private static async Task<Guid> KeptAsync(PeopleRoom room, Guid? person, string form, Guid? target = null, string text = Words)
    {
        var id = Guid.CreateVersion7();
        Assert.IsType<DraftOutcome.Kept>(await room.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = id, PatientId = person, Form = form, TargetId = target, TargetRevision = target is null ? null : 1, Number = 1, Text = text }));
        return id;
    }

    private static IRenderedComponent<DraftPage> Open(PeopleRoom room, Guid draft) => room.Open<DraftPage>(Urls.Draft(draft), draft);
}
