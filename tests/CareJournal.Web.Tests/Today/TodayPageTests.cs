using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;
using CareJournal.Web.Controls;
using CareJournal.Web.Patients;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CareJournal.Web.Today;

public sealed class TodayPageTests
{
    [Fact]
    public async Task No_name_is_shown_before_two_letters_are_typed()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);

        Assert.DoesNotContain("Vasseur", page.Read(), StringComparison.Ordinal);
        await page.Find("[role=combobox]").InputAsync("v");

        Assert.DoesNotContain("Vasseur", page.Read(), StringComparison.Ordinal);
        Assert.Equal("false", page.Find("[role=combobox]").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task The_first_person_found_is_selected_and_Enter_opens_the_selected_one()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Étienne", "Cœur");
        var second = await test.PersonAsync("Colette", "Coeurdacier");
        var page = test.Open<TodayPage>(Urls.Today);
        var search = page.Find("[role=combobox]");

        await search.InputAsync("coe");
        Assert.Equal(["> Étienne Cœur", "Colette Coeurdacier"], page.Found());

        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        Assert.Equal(["Étienne Cœur", "> Colette Coeurdacier"], page.Found());
        Assert.Equal(page.Find("[aria-selected=true]").Id, page.Find("[role=combobox]").GetAttribute("aria-activedescendant"));

        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal(Urls.Person(second), test.Address);
    }

    [Fact]
    public async Task Alt_and_Enter_logs_the_session_of_the_selected_person()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("cl va");
        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter", AltKey = true });

        Assert.Equal(Urls.LogSession(person), test.Address);
    }

    [Fact]
    public async Task What_is_typed_is_never_pushed_back_into_the_field()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("vass");

        Assert.False(page.Find("[role=combobox]").HasAttribute("value"));
    }

    [Fact]
    public async Task Namesakes_are_distinguished_by_their_day_of_birth()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Anne", "Martin", "1971-03-12");
        await test.PersonAsync("Anne", "Martin", "1958-11-30");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("martin");

        Assert.Equal(["55 ans · 12 mars 1971", "67 ans · 30 novembre 1958"], page.FindAll(".about").Select(about => about.Read()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task People_of_one_name_are_told_apart_in_every_list_and_nobody_else_gets_a_second_mark()
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Odile", "Lemoine", "1960-02-01"), new TimeOnly(9, 0));
        await test.PlannedAsync(await test.PersonAsync("Odile", "Lemoine", "1961-02-01"), new TimeOnly(10, 0));
        await test.PlannedAsync(await test.PersonAsync("Rémi", "Aubry", "1971-03-12"), new TimeOnly(11, 0));
        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Equal(["Odile Lemoine · 1ᵉʳ février 1960", "Odile Lemoine · 1ᵉʳ février 1961", "Rémi Aubry"], page.FindAll("ol li .name").Select(name => name.Read()));
        await page.Button("Dernières actions").ClickAsync(new());
        Assert.Contains("Odile Lemoine · 1ᵉʳ février 1961", page.Find("section[aria-labelledby=today-acts]").Read(), StringComparison.Ordinal);
        var everybody = test.Open<PeoplePage>(Urls.AllPeople());
        Assert.Equal(["Aubry Rémi", "Lemoine Odile · 1ᵉʳ février 1960", "Lemoine Odile · 1ᵉʳ février 1961"], everybody.FindAll("tbody a").Select(name => name.Read()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_with_its_birth_date_finds_the_person_and_no_other_is_offered_to_be_added()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Odile", "Lemoine", "1960-02-01");
        await test.PersonAsync("Odile", "Lemoine", "1961-02-01");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("odile LEMOINE 01/02/1961");

        Assert.Equal("65 ans · 1ᵉʳ février 1961", Assert.Single(page.FindAll("[role=option] .about")).Read());
    }

    [Fact]
    public async Task A_list_of_people_that_is_cut_says_how_many_more_there_are()
    {
        await using var test = PeopleTestContext.French();
        foreach (var given in (string[])["Ana", "Bea", "Cléo", "Dina", "Elsa", "Fanny", "Gaby", "Hana", "Inès", "Jade", "Kim"])
        {
            await test.PersonAsync(given, "Lemoine");
        }

        var page = test.Open<TodayPage>(Urls.Today);
        await page.Find("[role=combobox]").InputAsync("lemoine");
        Assert.Equal(8, page.FindAll("[role=option]").Count);
        Assert.Equal("et 3 autres ; continuez d’écrire pour préciser", page.Find(".more").Read());
        Assert.Equal("11 personnes, dont 8 à l’écran", page.Find(".finder > [role=status]").Read());

        await page.Find("[role=combobox]").InputAsync("lemoine ki");
        Assert.Empty(page.FindAll(".more"));
        Assert.Equal("1 personne", page.Find(".finder > [role=status]").Read());

        var palette = PaletteEntry.Find("lemoine", null, test.Get<PatientNames>(), test.Get<Wording.Words>());
        Assert.Equal((12, 5), (palette.Items.Count(entry => entry.Searched is null), palette.More));
    }

    [Fact]
    public async Task Acts_that_are_not_shown_are_not_kept_silent()
    {
        await using var test = PeopleTestContext.French();
        for (int number = 0; number < 21; number++)
        {
            await test.PersonAsync($"Odile{number}", "Lemoine");
        }

        var page = test.Open<TodayPage>(Urls.Today);
        await page.Button("Dernières actions").ClickAsync(new());

        var acts = page.Find("section[aria-labelledby=today-acts]");
        Assert.Equal(20, acts.QuerySelectorAll("li").Length);
        Assert.Contains("Seules les 20 plus récentes sont montrées.", acts.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_that_name_leads_to_adding_them_under_what_was_typed()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("Jean Petit");
        Assert.Equal(["> Personne de ce nom. Ajouter « Jean Petit » ?"], page.Found());

        await page.Find("[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        Assert.Equal(("/patients/new", "Jean Petit"), (test.Address, test.Get<SearchedName>().Take()));
    }

    [Fact]
    public async Task The_sessions_are_ordered_by_time_those_without_a_time_last()
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Sans", "Heure"));
        await test.PlannedAsync(await test.PersonAsync("Tard", "Lanuit"), new TimeOnly(18, 0));
        await test.PlannedAsync(await test.PersonAsync("Tôt", "Matin"), new TimeOnly(8, 30));

        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Equal(["Tôt Matin", "Tard Lanuit", "Sans Heure"], page.FindAll("ol li .name").Select(name => name.Read()));
        Assert.Equal(["8 h 30", "18 h", ""], page.FindAll("ol li .time").Select(time => time.Read()));
    }

    [Fact]
    public async Task Held_nothing_to_add_is_one_click_and_can_be_taken_back()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.PlannedAsync(person, new TimeOnly(9, 0));
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());

        Assert.Contains("Notée", page.Find("ol li").Read(), StringComparison.Ordinal);
        Assert.Equal("Séance enregistrée à 12 h", Plain(test.Notices.Current!.Message));
        Assert.Equal(PeopleTestContext.Today, test.Get<VisitDates>().All().Single(facts => facts.PatientId == person).LastVisit);

        var undone = PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        test.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);
        page.WaitForAssertion(() => Assert.DoesNotContain("Notée", page.Find("ol li").Read(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_planned_session_says_what_there_was_before_it_until_it_is_logged()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        VisitForm form = new() { PatientId = person, HeldOn = new(2026, 11, 2), Impression = "La marche tient.", Agreed = "Dix minutes chaque jour.", NextStep = new() { Kind = NextStepKind.Every, Days = 14 } };
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(form));
        await test.PlannedAsync(person);
        await test.PlannedAsync(await test.PersonAsync("Tôt", "Matin"), new TimeOnly(8, 0));
        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Equal(
            ["Aucune séance notée pour l’instant.", "Séance il y a 2 semaines, le 2 novembre 2026 · La marche tient.", "Convenu : Dix minutes chaque jour. La suite : se revoir toutes les 2 semaines."],
            page.FindAll("ol li .last-time p").Select(PeopleSight.Read));
        Assert.StartsWith("Depuis novembre 2025 : 1 séance", page.FindAll("ol li .mini-timeline").Single().GetAttribute("aria-label")!.Replace('\u00a0', ' '), StringComparison.Ordinal);

        await page.FindAll("ol li")[1].QuerySelectorAll("button").Single(button => button.Read() == "Séance faite, rien à ajouter").ClickAsync(new());
        Assert.Single(page.FindAll("ol li .last-time"));
    }

    [Fact]
    public async Task A_planned_session_is_logged_under_its_own_id()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        var visit = await test.PlannedAsync(person);

        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Equal($"/patients/{person}/visits/new?visit={visit}", page.Button("Noter").GetAttribute("href"));
    }

    [Theory]
    [InlineData("Rendez-vous manqué")]
    [InlineData("Annulé par la personne")]
    [InlineData("Annulé par le cabinet")]
    public async Task A_session_that_was_not_held_stays_on_the_day_in_words(string act)
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"));
        var page = test.Open<TodayPage>(Urls.Today);

        if (act.StartsWith("Annulé", StringComparison.Ordinal))
        {
            var menus = test.Context.Render<MudPopoverProvider>();
            await page.Find("ol li [aria-haspopup=menu]").ClickAsync(new());
            await menus.WaitForElements("[role=menuitem]").Single(item => item.Read() == act).ClickAsync(new());
        }
        else
        {
            await page.Button(act).ClickAsync(new());
        }

        Assert.Contains(act, page.Find("ol li").Read(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("ol li button"));
        Assert.NotNull(test.Notices.Current!.ActId);
    }

    [Theory]
    [InlineData("a", "Annulé par la personne")]
    [InlineData("C", "Annulé par le cabinet")]
    public async Task A_key_on_the_row_does_what_is_in_its_menu_and_does_it_once(string key, string said)
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"));
        var page = test.Open<TodayPage>(Urls.Today);
        var row = page.Find("ol li");

        await row.KeyDownAsync(new KeyboardEventArgs { Key = key, CtrlKey = true });
        Assert.DoesNotContain(said, page.Find("ol li").Read(), StringComparison.Ordinal);

        await Task.WhenAll(row.KeyDownAsync(new KeyboardEventArgs { Key = key }), row.KeyDownAsync(new KeyboardEventArgs { Key = key }));
        Assert.Contains(said, page.Find("ol li").Read(), StringComparison.Ordinal);
        await page.Find("ol li").KeyDownAsync(new KeyboardEventArgs { Key = key });
        Assert.DoesNotContain("entre-temps", page.Find("ol li").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_a_person_who_has_died_is_asked_about_in_its_row()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.PlannedAsync(person);
        await test.DiesAsync(person, "2026-11-22");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());

        Assert.Contains("Le décès de cette personne est noté. La séance a-t-elle eu lieu avant ?", page.Find("ol li").Read(), StringComparison.Ordinal);
        Assert.Null(test.Notices.Current);
    }

    [Fact]
    public async Task A_session_of_a_person_who_had_died_before_is_neither_held_nor_planned()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.PlannedAsync(person);
        await test.DiesAsync(person, "2026-11-02");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());
        Assert.Contains("Un décès est noté le 2 novembre 2026 : aucune séance ne peut être faite ou prévue après.", page.Find("ol li").Read(), StringComparison.Ordinal);

        await page.Button("Ajouter un rendez-vous").ClickAsync(new());
        await page.Find(".plan [role=combobox]").InputAsync("vasseur");
        await page.Find(".plan [role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await page.Find(".plan form").SubmitAsync();
        Assert.Equal("Un décès est noté le 2 novembre 2026 : aucune séance ne peut être faite ou prévue après.", page.Find("#plan-time-problem").Read());
        Assert.Null(test.Notices.Current);
    }

    [Theory]
    [InlineData("lhermite")]
    [InlineData("l hermite")]
    [InlineData("L’HERM")]
    public async Task Somebody_who_is_there_is_shown_however_they_are_typed_and_nobody_is_offered_to_be_added(string typed)
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Paul", "L’Hermite");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync(typed);

        Assert.Equal(["> Paul L’Hermite"], page.Found());
    }

    [Fact]
    public async Task A_name_of_one_sign_is_found_and_one_letter_shows_nobody()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("", "李");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Find("[role=combobox]").InputAsync("李");
        Assert.Equal(["> 李"], page.Found());

        await page.Find("[role=combobox]").InputAsync("l");
        Assert.Empty(page.Found());
    }

    [Fact]
    public async Task A_session_that_changed_elsewhere_is_shown_as_it_is_now()
    {
        await using var test = PeopleTestContext.French();
        var visit = await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"));
        var page = test.Open<TodayPage>(Urls.Today);
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().NotHeldAsync(visit, 1, VisitStatus.NoShow));

        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());

        Assert.Contains("Cette séance a changé entre-temps ; la voici à jour.", page.Find("ol li").Read(), StringComparison.Ordinal);
        Assert.Contains("Rendez-vous manqué", page.Find("ol li").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_added_by_hand_with_a_time_as_one_types_it()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);
        Assert.Contains("Pas de rendez-vous noté pour aujourd’hui.", page.Read(), StringComparison.Ordinal);

        await page.Button("Ajouter un rendez-vous").ClickAsync(new());
        await page.Find(".plan [role=combobox]").InputAsync("vass");
        await page.Find(".plan [role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        await page.Find("#plan-time").InputAsync("25h");
        await page.Find("form").SubmitAsync();
        Assert.Equal("Heure non comprise. Essayez 14h30.", page.Find("#plan-time-problem").Read());

        await page.Find("#plan-time").InputAsync("14h30");
        await page.Find("form").SubmitAsync();
        Assert.Equal("14 h 30 Claire Vasseur", page.Find("ol li .time").Read() + " " + page.Find("ol li .name").Read());
    }

    [Fact]
    public async Task The_last_acts_name_people_only_when_they_are_asked_for()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);
        Assert.DoesNotContain("Vasseur", page.Markup, StringComparison.Ordinal);

        await page.Button("Dernières actions").ClickAsync(new());
        Assert.Equal(["Claire Vasseur", "Personne ajoutée · 12 h", "Défaire"], page.FindAll("section[aria-labelledby=today-acts] li > *").Select(PeopleSight.Read).Where(words => words.Length > 0));

        await page.Button("Dernières actions").ClickAsync(new());
        Assert.DoesNotContain("Vasseur", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_the_last_acts_can_be_taken_back_and_done_again()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Anne", "Martin");
        var person = await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);
        await page.Button("Dernières actions").ClickAsync(new());

        await page.Button("Défaire").ClickAsync(new());
        Assert.Null(test.Get<PatientNames>().Of(person));

        page.WaitForAssertion(() => page.Button("Refaire"));
        await page.Button("Refaire").ClickAsync(new());
        Assert.Equal("Claire Vasseur", test.Get<PatientNames>().Of(person)!.Name);
    }

    [Fact]
    public async Task The_last_acts_are_todays_and_older_ones_come_on_demand()
    {
        await using var test = PeopleTestContext.French();
        test.Clock.Now = test.Clock.Now.AddDays(-1);
        await test.PersonAsync("Anne", "Martin");
        test.Clock.Now = test.Clock.Now.AddDays(1);
        await test.PersonAsync("Claire", "Vasseur");
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Button("Dernières actions").ClickAsync(new());
        Assert.Equal(["Claire Vasseur"], Names(page));

        await page.Button("Montrer aussi les jours précédents").ClickAsync(new());
        Assert.Equal(["Claire Vasseur", "Anne Martin"], Names(page));

        await page.Button("Seulement celles d’aujourd’hui").ClickAsync(new());
        Assert.Equal(["Claire Vasseur"], Names(page));

        static IEnumerable<string> Names(IRenderedComponent<TodayPage> page) => page.FindAll("section[aria-labelledby=today-acts] li > p:first-child").Select(PeopleSight.Read);
    }

    [Fact]
    public async Task An_act_that_rests_under_a_later_one_says_that_it_can_no_longer_be_undone()
    {
        await using var test = PeopleTestContext.French();
        var visit = await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"));
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().NotHeldAsync(visit, 1, VisitStatus.NoShow));
        var page = test.Open<TodayPage>(Urls.Today);

        await page.Button("Dernières actions").ClickAsync(new());

        var planned = page.FindAll("section[aria-labelledby=today-acts] li").Single(act => act.Read().Contains("Rendez-vous noté", StringComparison.Ordinal));
        Assert.Contains("ne se défait plus : changé depuis", planned.Read(), StringComparison.Ordinal);
        Assert.Null(planned.QuerySelector("button"));
    }

    [Fact]
    public async Task The_three_lists_are_counted_and_lead_to_the_review()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2025-11-03");

        var lists = test.Open<TodayPage>(Urls.Today).Find("section[aria-labelledby=today-lists]");

        Assert.Equal(["Date convenue passée 0", "Suite à préciser 1", "Point à faire 0"], lists.QuerySelectorAll("li").Select(PeopleSight.Read));
        Assert.All(lists.QuerySelectorAll("a"), link => Assert.Equal(Urls.Away, link.GetAttribute("href")));
    }

    [Fact]
    public async Task Lists_that_are_empty_say_so_and_the_copy_that_was_never_made_is_offered()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");

        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Contains("Tout est regardé.", page.Read(), StringComparison.Ordinal);
        Assert.Contains("Aucune copie pour l’instant.", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.Settings, page.Button("Faire une copie maintenant").GetAttribute("href"));
    }

    [Fact]
    public async Task A_clock_that_went_back_is_reported()
    {
        await using var test = PeopleTestContext.French();
        await test.PersonAsync("Claire", "Vasseur");
        test.Clock.Now -= TimeSpan.FromHours(3);

        Assert.Equal("L’horloge de l’ordinateur a reculé : des actions sont datées d’après maintenant. Vérifiez la date et l’heure. Rien n’est perdu.", test.Open<TodayPage>(Urls.Today).Find("[role=alert].warning").Read());
    }

    [Fact]
    public async Task An_empty_journal_invites()
    {
        await using var test = PeopleTestContext.French();

        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Contains("Aucune personne pour l’instant.", page.Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.NewPerson, page.Button("Ajouter une personne").GetAttribute("href"));
        Assert.Contains("--demo", page.Read(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[aria-labelledby]"));
    }

    [Fact]
    public async Task The_same_page_in_English()
    {
        await using var test = PeopleTestContext.English();
        await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur", "1971-03-12"), new TimeOnly(14, 30));

        var page = test.Open<TodayPage>(Urls.Today);

        Assert.Equal("Today", page.Find("h1").Read());
        Assert.Contains("Sunday 22 November 2026", page.Read(), StringComparison.Ordinal);
        Assert.Equal(["14:30", "Claire Vasseur"], page.FindAll("ol li > .time, ol li > .name").Select(PeopleSight.Read));
        Assert.Equal(["Log", "Attended, nothing to add", "Missed"], page.FindAll("ol li .acts > :is(a, button)").Select(PeopleSight.Read));
        Assert.Equal("Something else · Claire Vasseur", page.Find("ol li [aria-haspopup=menu]").GetAttribute("aria-label"));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
