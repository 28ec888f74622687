using System.Xml.Linq;
using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.FlareUps;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Visits;
using CareJournal.Web.App;
using CareJournal.Web.Caseload;
using CareJournal.Web.Visits;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.AwayReview;

/// <summary>What the review and the pages beside it do with one person, with none, with a past brought in, a clock set back, a death, and a record that changed elsewhere.</summary>
public sealed class AwayFaultTests
{
    [Fact]
    public async Task Somebody_without_a_session_is_asked_nothing_and_is_a_row_of_the_overview_all_the_same()
    {
        await using var room = AwayRoom.French();
        await room.PersonAsync("Sans", null);

        Assert.Equal("Tout est regardé.", room.Open().Find(".all-looked-at").Read());
        foreach (var query in (string[])["", "?align=FirstVisit", "?align=LastFlareUp&second=LastVisit&rank=AgreedDate", "?align=PeriodStart&rank=FlareUps"])
        {
            Assert.Contains("Aucune séance notée pour l’instant.", await OnlyRowAsync(room, query), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_past_that_was_brought_in_is_asked_nothing_until_the_person_comes_again()
    {
        await using var room = AwayRoom.French();
        var person = await room.UndecidedAsync("Anne", "2026-03-09");
        Assert.Equal(["Anne Exemple"], room.Open().Shelf("Suite à préciser").Names());

        await ChangeAsync(room, person, form => form.AskedFrom = new(2026, 4, 1));
        Assert.Equal("Tout est regardé.", room.Open().Find(".all-looked-at").Read());
        Assert.Empty(room.Open().FindAll(".away-row"));
        Assert.Contains("Exemple", await OnlyRowAsync(room, ""), StringComparison.Ordinal);

        await ChangeAsync(room, person, form => form.AskedFrom = new(2026, 3, 9));
        Assert.Equal(["Anne Exemple"], room.Open().Shelf("Suite à préciser").Names());
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData("2025-06-01")]
    [InlineData("2019-12-31")]
    public async Task A_clock_set_back_breaks_no_page_and_says_no_length_below_nothing(string today)
    {
        await using var room = AwayRoom.French();
        var late = await room.LateAsync("Anne");
        await room.UndecidedAsync("Cécile");
        await room.SeriesAsync("Denis");
        await room.DoorOpenAsync("Élise");
        Saved(await room.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = late, Start = CareJournal.Dates.FuzzyDate.InMonth(2026, 9), Ongoing = true }));
        Saved(await room.Get<AwayDecisionRecorder>().DecideAsync([new AwaySeen(late, new(2026, 9, 13))], Shelf.Late, AwayDecisionKind.Snooze, new(2026, 12, 1)));

        room.TodayIs(today);

        var read = string.Join('\n',
        [
            room.Open().Find(".page").Read(),
            room.Room.Render<RhythmPage>(page => page.Add(page => page.Id, late)).WaitForElement(".counts").Closest(".page")!.Read(),
            room.Room.Render<ReturnsPage>().WaitForElement(".thresholds").Closest(".page")!.Read(),
            .. await RowsAsync(room, ""),
            .. await RowsAsync(room, "?align=LastVisit&second=LastFlareUp"),
            .. await RowsAsync(room, "?align=LastFlareUp&second=FirstVisit&rank=FlareUps"),
        ]);
        Assert.DoesNotMatch(@"(il y a|depuis|pause de) [-−]|[-−]\d+ (jour|semaine|mois|an|séance|personne)|\bdans \d|demain", read);
        Assert.Contains("le 15 novembre 2026", read, StringComparison.Ordinal);
        Assert.Equal(4, (await RowsAsync(room, "")).Length);
        var day = await room.Get<TodayReader>().ReadAsync();
        Assert.True(day.ClockWentBack);
        Assert.NotNull((await room.Get<YearReader>().ReadAsync()).Year);
    }

    [Fact]
    public async Task Somebody_who_died_leaves_the_review_and_the_overview_at_once_and_nothing_more_is_decided_about_them()
    {
        await using var room = AwayRoom.French();
        var person = await room.UndecidedAsync("Anne");
        await room.UndecidedAsync("Cécile");
        await ChangeAsync(room, person, form => form.CheckInConsent = CheckInConsent.ByPhone);
        var stale = room.Open();
        await ChangeAsync(room, person, form => form.DeceasedOn = AwayRoom.Today);

        Assert.Equal(["Cécile Exemple"], room.Open().Shelf("Suite à préciser").Names());
        Assert.DoesNotContain("Anne", await OnlyRowAsync(room, ""), StringComparison.Ordinal);

        // A page that was read before: each act says that the follow-up has changed, and writes nothing.
        foreach (var (words, fillAsync) in new (string, Func<IElement, Task>)[]
        {
            ("C’est bien ainsi", _ => Task.CompletedTask),
            ("C’est bien ainsi jusqu’au…", form => form.QuerySelector("input")!.ChangeAsync(new() { Value = "+3s" })),
            ("M’en reparler le…", form => form.QuerySelector("input")!.ChangeAsync(new() { Value = "+3s" })),
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
                await room.ChooseAsync(Row(stale, "Anne").Menu(), words);
            }

            if (stale.FindAll("form") is [var form])
            {
                await fillAsync(form);
                await stale.Find("form").SubmitAsync();
            }

            Assert.Contains("Ce suivi a changé entre-temps : rien n’a été enregistré.", Row(stale, "Anne").Read(), StringComparison.Ordinal);
        }

        // Nor are news asked: the form is read afresh when it opens.
        await room.ChooseAsync(Row(stale, "Anne").Menu(), "Prendre des nouvelles");
        stale.WaitForAssertion(() => Assert.Empty(stale.FindAll("form textarea")));
        Assert.True(stale.Find("form [type=submit]").HasAttribute("disabled"));

        var known = room.Get<VisitDates>().Of(person)!;
        Assert.Empty(known.Decisions);
        Assert.Empty(known.Steps);
        Assert.Null(known.Closing);
        Assert.Empty(await room.Get<ContactReader>().ReadAsync(person));
    }

    [Fact]
    public async Task News_about_somebody_who_came_meanwhile_are_not_recorded_from_the_old_page()
    {
        await using var room = AwayRoom.French();
        var person = await room.UndecidedAsync("Anne");
        var page = room.Open();
        Saved(await room.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = AwayRoom.Today }));

        await Row(page, "Anne").Button("Nouvelles échangées").ClickAsync(new());
        await page.Find("form").SubmitAsync();
        Assert.Contains("Ce suivi a changé entre-temps", Row(page, "Anne").Read(), StringComparison.Ordinal);

        await room.ChooseAsync(Row(page, "Anne").Menu(), "Conclu ensemble");
        await page.Find("form").Field("Ce qui s’est dit").ChangeAsync(new() { Value = "Au téléphone." });
        await page.Find("form").SubmitAsync();
        Assert.Contains("Ce suivi a changé entre-temps", Row(page, "Anne").Read(), StringComparison.Ordinal);

        Assert.Empty(await room.Get<ContactReader>().ReadAsync(person));
        Assert.Null(room.Get<VisitDates>().Of(person)!.Closing);
    }

    [Fact]
    public async Task A_decision_is_not_taken_back_after_the_next_session_and_the_message_says_why()
    {
        await using var room = AwayRoom.French();
        var person = await room.UndecidedAsync("Anne");
        var messages = room.Room.Render<NoticeArea>();
        await Row(room.Open(), "Anne").Button("C’est bien ainsi").ClickAsync(new());
        room.TodayIs("2026-11-23");
        Saved(await room.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = new(2026, 11, 23) }));

        await messages.WaitForElement("button").ClickAsync(new());

        messages.WaitForAssertion(() => Assert.Contains("Une séance a été tenue depuis : elle a déjà levé cette décision.", messages.Find("[role=status]").Read(), StringComparison.Ordinal));
        Assert.Single(room.Get<VisitDates>().Of(person)!.Decisions);
    }

    [Fact]
    public async Task A_filter_that_nobody_meets_names_what_hides_most_of_them()
    {
        await using var room = AwayRoom.French();
        await room.UndecidedAsync("Anne", "2026-05-04");
        var page = room.Open();
        await page.Find(".filters").Chip("2 ans et plus").ChangeAsync(new() { Value = "on" });
        Assert.Contains("Personne ne correspond. Critère le plus étroit : 2 ans et plus.", page.Shelf("Suite à préciser").Read(), StringComparison.Ordinal);
        Assert.Contains("Aucune date convenue n’est passée.", page.Shelf("Date convenue passée").Read(), StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(AwayRoom room, Guid person, Action<PatientForm> change)
    {
        var form = (await room.Get<PatientReader>().ReadAsync(person))!.Form;
        change(form);
        Saved(await room.Get<PatientRecorder>().RecordAsync(form));
    }

    private static async Task<string> OnlyRowAsync(AwayRoom room, string query) => Assert.Single(await RowsAsync(room, query));

    /// <summary>The rows of the overview, as they are read.</summary>
    private static async Task<string[]> RowsAsync(AwayRoom room, string query)
    {
        room.GoTo("/caseload" + query);
        var page = room.Room.Render<CaseloadPage>();
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
