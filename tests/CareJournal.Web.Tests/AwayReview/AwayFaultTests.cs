using System.Xml.Linq;
using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.FlareUps;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;
using CareJournal.Today;
using CareJournal.Visits;
using CareJournal.Web.Caseload;
using CareJournal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the review and the pages beside it with one person, with none, with a past brought in, a clock set back, a death, and a record changed elsewhere.</summary>
public sealed class AwayFaultTests
{
    [Fact]
    public async Task Somebody_without_a_session_is_asked_nothing_and_is_a_row_of_the_overview_all_the_same()
    {
        await using var test = AwayTestContext.French();
        await test.PersonAsync("Sans", null);

        Assert.Equal("Tout est regardé.", test.Open().Find(".all-looked-at").Read());
        foreach (var query in (string[])["", "?align=FirstVisit", "?align=LastFlareUp&second=LastVisit&rank=AgreedDate", "?align=PeriodStart&rank=FlareUps"])
        {
            Assert.Contains("Aucune séance notée pour l’instant.", await OnlyRowAsync(test, query), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_past_that_was_brought_in_is_asked_nothing_until_the_person_comes_again()
    {
        await using var test = AwayTestContext.French();
        var person = await test.UndecidedAsync("Anne", "2026-03-09");
        Assert.Equal(["Anne Exemple"], test.Open().AwayList("Suite à préciser").Names());

        await ChangeAsync(test, person, form => form.AskedFrom = new(2026, 4, 1));
        Assert.Equal("Tout est regardé.", test.Open().Find(".all-looked-at").Read());
        Assert.Empty(test.Open().FindAll(".away-row"));
        Assert.Contains("Exemple", await OnlyRowAsync(test, ""), StringComparison.Ordinal);

        await ChangeAsync(test, person, form => form.AskedFrom = new(2026, 3, 9));
        Assert.Equal(["Anne Exemple"], test.Open().AwayList("Suite à préciser").Names());
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData("2025-06-01")]
    [InlineData("2019-12-31")]
    public async Task A_clock_set_back_breaks_no_page_and_shows_no_negative_length(string today)
    {
        await using var test = AwayTestContext.French();
        var late = await test.LateAsync("Anne");
        await test.UndecidedAsync("Cécile");
        await test.SeriesAsync("Denis");
        await test.DoorOpenAsync("Élise");
        Saved(await test.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = late, Start = CareJournal.Dates.FuzzyDate.InMonth(2026, 9), Ongoing = true }));
        Saved(await test.Get<AwayDecisionRecorder>().DecideAsync([new AwaySeen(late, new(2026, 9, 13))], AwayList.Late, AwayDecisionKind.Snooze, new(2026, 12, 1)));

        test.TodayIs(today);

        var read = string.Join('\n',
        [
            test.Open().Find(".page").Read(),
            test.Context.Render<RhythmPage>(page => page.Add(page => page.Id, late)).WaitForElement(".counts").Closest(".page")!.Read(),
            test.Context.Render<ReturnsPage>().WaitForElement(".thresholds").Closest(".page")!.Read(),
            .. await RowsAsync(test, ""),
            .. await RowsAsync(test, "?align=LastVisit&second=LastFlareUp"),
            .. await RowsAsync(test, "?align=LastFlareUp&second=FirstVisit&rank=FlareUps"),
        ]);
        Assert.DoesNotMatch(@"(il y a|depuis|pause de) [-−]|[-−]\d+ (jour|semaine|mois|an|séance|personne)|\bdans \d|demain", read);
        Assert.Contains("le 15 novembre 2026", read, StringComparison.Ordinal);
        Assert.Equal(4, (await RowsAsync(test, "")).Length);
        var day = await test.Get<TodayReader>().ReadAsync();
        Assert.True(day.ClockWentBack);
        Assert.NotNull((await test.Get<YearReader>().ReadAsync()).Year);
    }

    [Fact]
    public async Task Somebody_who_died_leaves_the_review_and_the_overview_at_once_and_nothing_more_is_decided_about_them()
    {
        await using var test = AwayTestContext.French();
        var person = await test.UndecidedAsync("Anne");
        await test.UndecidedAsync("Cécile");
        await ChangeAsync(test, person, form => form.CheckInConsent = CheckInConsent.ByPhone);
        var stale = test.Open();
        await ChangeAsync(test, person, form => form.DeceasedOn = AwayTestContext.Today);

        Assert.Equal(["Cécile Exemple"], test.Open().AwayList("Suite à préciser").Names());
        Assert.DoesNotContain("Anne", await OnlyRowAsync(test, ""), StringComparison.Ordinal);

        // On a page that was read before the death, each act says that the follow-up has changed, and writes nothing.
        foreach (var (words, fillAsync) in new (string, Func<IElement, Task>)[]
        {
            ("Clore de mon côté", _ => Task.CompletedTask),
            ("C’est bien ainsi jusqu’au…", form => form.QuerySelector("input[type=text]")!.ChangeAsync(new() { Value = "+3s" })),
            ("M’en reparler le…", form => form.QuerySelector("input[type=text]")!.ChangeAsync(new() { Value = "+3s" })),
            ("Nouvelles échangées", _ => Task.CompletedTask),
            ("Préciser la suite", form => form.Chip("Porte ouverte").ChangeAsync(new() { Value = "on" })),
            ("Conclu ensemble", form => form.Field("Ce qui s’est dit").ChangeAsync(new() { Value = "Au téléphone." })),
        })
        {
            if (Row(stale, "Anne").QuerySelectorAll("button").FirstOrDefault(button => button.Read() == words) is { } act)
            {
                await act.ClickAsync(new());
            }
            else
            {
                await test.ChooseAsync(Row(stale, "Anne").Menu(), words);
            }

            if (stale.FindAll("form") is [var form])
            {
                await fillAsync(form);
                await stale.Find("form").SubmitAsync();
            }

            Assert.Contains("Ce suivi a changé entre-temps : rien n’a été enregistré.", Row(stale, "Anne").Read(), StringComparison.Ordinal);
        }

        // Nor can news be asked for: the form is read again when it opens.
        await test.ChooseAsync(Row(stale, "Anne").Menu(), "Prendre des nouvelles");
        stale.WaitForAssertion(() => Assert.Empty(stale.FindAll("form textarea")));
        Assert.True(stale.Find("form [type=submit]").HasAttribute("disabled"));

        var known = test.Get<VisitDates>().All().Single(facts => facts.PatientId == person);
        Assert.Empty(known.Decisions);
        Assert.Empty(known.Steps);
        Assert.Null(known.Closing);
        Assert.Empty((await test.Get<TimelineReader>().ReadAsync(person))!.Contacts);
    }

    [Fact]
    public async Task News_about_somebody_who_came_meanwhile_are_not_recorded_from_the_old_page()
    {
        await using var test = AwayTestContext.French();
        var person = await test.UndecidedAsync("Anne");
        var page = test.Open();
        Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = AwayTestContext.Today }));

        await Row(page, "Anne").Button("Nouvelles échangées").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        Assert.Contains("Ce suivi a changé entre-temps", Row(page, "Anne").Read(), StringComparison.Ordinal);

        await test.ChooseAsync(Row(page, "Anne").Menu(), "Conclu ensemble");
        await page.Find("form").Field("Ce qui s’est dit").ChangeAsync(new() { Value = "Au téléphone." });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Ce suivi a changé entre-temps", Row(page, "Anne").Read(), StringComparison.Ordinal);

        Assert.Empty((await test.Get<TimelineReader>().ReadAsync(person))!.Contacts);
        Assert.Null(test.Get<VisitDates>().All().Single(facts => facts.PatientId == person).Closing);
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_after_the_next_session_and_the_message_says_why()
    {
        await using var test = AwayTestContext.French();
        var person = await test.UndecidedAsync("Anne");
        var messages = test.Context.Render<NoticeArea>();
        var page = test.Open();
        await Row(page, "Anne").Button("C’est bien ainsi jusqu’au…").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        test.TodayIs("2026-11-23");
        Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = new(2026, 11, 23) }));

        await messages.WaitForElement("button").ClickAsync(new());

        messages.WaitForAssertion(() => Assert.Contains("Une séance a été faite depuis : elle a déjà levé cette décision.", messages.Find("[role=status]").Read(), StringComparison.Ordinal));
        Assert.Single(test.Get<VisitDates>().All().Single(facts => facts.PatientId == person).Decisions);
    }

    [Fact]
    public async Task A_filter_that_nobody_meets_names_what_hides_most_of_them()
    {
        await using var test = AwayTestContext.French();
        await test.UndecidedAsync("Anne", "2026-05-04");
        var page = test.Open();
        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond. Critère le plus étroit : 2 ans et plus.", page.AwayList("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.Contains("Rien à regarder ici.", page.AwayList("Date convenue passée").Read(), StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(AwayTestContext test, Guid person, Action<PatientForm> change)
    {
        var form = (await test.Get<PatientReader>().ReadAsync(person))!.Form;
        change(form);
        Saved(await test.Get<PatientRecorder>().RecordAsync(form));
    }

    private static async Task<string> OnlyRowAsync(AwayTestContext test, string query) => Assert.Single(await RowsAsync(test, query));

    /// <summary>Returns the text of the rows of the overview.</summary>
    private static async Task<string[]> RowsAsync(AwayTestContext test, string query)
    {
        test.GoTo("/caseload" + query);
        var page = test.Context.Render<CaseloadPage>();
        page.WaitForElement(".grid:not([aria-busy])");
        var grid = page.FindComponent<CaseloadGrid>();
        await page.InvokeAsync(() => grid.Instance.Measured(500));
        var blocks = await page.InvokeAsync(() => grid.Instance.Blocks(0, 1));
        var rows = XElement.Parse($"<all>{blocks[0]}</all>").Elements();
        return [.. rows.Select(row => string.Join(' ', row.Descendants().Attributes("aria-label").Select(label => label.Value).Append(row.Value)).Replace('\u00a0', ' ').Replace('\u202f', ' '))];
    }

    private static IElement Row(IRenderedComponent<AwayPage> page, string given) =>
        page.FindAll(".away-row").Single(row => row.QuerySelector("h3")!.TextContent.StartsWith(given, StringComparison.Ordinal));

    private static void Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);
}
