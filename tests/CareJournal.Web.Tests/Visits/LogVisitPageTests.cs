using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Visits;

/// <summary>Tests the form of a session beside what is read before it: an ordinary session, the first one, a return, one that is entered later.</summary>
public sealed class LogVisitPageTests
{
    [Fact]
    public async Task A_return_shows_the_last_period_and_its_last_three_notes_and_saves_all_that_is_told_in_one_act()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        foreach (var (day, words) in ((string, string)[])[("2026-01-05", "Le premier mot."), ("2026-01-12", "Le deuxième."), ("2026-01-19", "Le troisième."), ("2026-01-26", "Le dernier.")])
        {
            PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Impression = words, Note = $"Note : {words}", PeriodTitle = "Le jardin" }));
        }

        PeopleTestContext.Saved(await test.Get<NextStepRecorder>().SayAsync(person, new NextStepForm { Kind = NextStepKind.DoorOpen, SignsToComeBack = "Trois nuits courtes." }));
        var page = await OpenAsync(test, person);
        var before = page.Find("aside.before").Read();
        Assert.Contains("Le jardin", before, StringComparison.Ordinal);
        Assert.Contains("Signes qui donneraient envie de revenir Trois nuits courtes.", before, StringComparison.Ordinal);
        Assert.Contains("Note : Le deuxième.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Le premier mot.", before, StringComparison.Ordinal);
        Assert.Equal("Depuis la dernière fois · 9 mois", page.Find(".since h2").Read());

        await page.Chip("Plutôt difficile").ChangeAsync(new());
        await page.Chip("recherchés, aucun retrouvé").ChangeAsync(new());
        await page.Button("Une poussée ?").ClickAsync(new());
        await page.Find("[data-draft='Since.FlareUps.0.Start']").ChangeAsync(new() { Value = "mars 2026" });
        Assert.Equal("Poussée de mars 2026", page.Find("[data-reuse=PeriodTitle]").Read());
        await page.Button("Un moment de vie ?").ClickAsync(new());
        await page.Find("form.session").SubmitAsync();

        var timeline = await test.TimelineAsync(person);
        Assert.Equal(HowItWas.RatherHard, timeline.Gaps[^1].Note?.HowItWas);
        Assert.Equal(PeopleTestContext.Today, Assert.Single(timeline.FlareUps).ReportedOn);
        Assert.Empty(timeline.LifeEvents); // Begun and left empty.
        PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        timeline = await test.TimelineAsync(person);
        Assert.Equal((4, 0, 0), (timeline.Held.Count, timeline.FlareUps.Count, timeline.Gaps[^1].Notes.Count));
    }

    [Fact]
    public async Task The_flare_ups_that_are_told_in_one_session_have_names_of_their_own()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-26");
        var page = await OpenAsync(test, person);
        await page.Button("Une poussée ?").ClickAsync(new());
        await page.Button("Une poussée ?").ClickAsync(new());
        Assert.Equal(["Poussée", "Poussée 2"], page.FindAll("section.reported").Select(section => section.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task A_date_that_is_not_understood_is_told_at_its_own_field_and_nothing_is_saved()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-26");
        var page = await OpenAsync(test, person);
        await page.Button("Une poussée ?").ClickAsync(new());
        await page.Button("Une poussée ?").ClickAsync(new());
        await page.Find("[data-draft='Since.FlareUps.0.Start']").ChangeAsync(new() { Value = "un jour" });
        await page.Find("[data-draft='Since.FlareUps.1.Start']").ChangeAsync(new() { Value = "2026" });
        await page.Find("form.session").SubmitAsync();
        Assert.StartsWith("Date non comprise.", page.Find("[data-draft='Since.FlareUps.0.Start']").Closest(".field")!.QuerySelector(".problem")!.Read(), StringComparison.Ordinal);

        // What is typed goes only after a question.
        await page.Button("Retirer cette poussée").ClickAsync(new());
        Assert.Equal("un jour", page.Find("[data-draft='Since.FlareUps.0.Start']").GetAttribute("value"));
        await page.Button("Oui").ClickAsync(new());
        Assert.Equal("2026", page.Find("[data-draft='Since.FlareUps.0.Start']").GetAttribute("value"));
        await page.Find("[data-draft='Since.FlareUps.0.End']").ChangeAsync(new() { Value = "un soir" });
        await page.Find("form.session").SubmitAsync();
        Assert.NotEqual("", page.Find("[data-draft='Since.FlareUps.0.End']").Closest(".field")!.QuerySelector(".problem")!.Read());
        Assert.Single((await test.TimelineAsync(person)).Held);
    }

    [Fact]
    public async Task The_fields_that_a_refused_save_counts_go_one_by_one_as_they_are_mended()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-26");
        var page = await OpenAsync(test, person);
        await page.Button("Une poussée ?").ClickAsync(new());
        foreach (var (field, typed) in (Dictionary<string, string>)new() { ["HeldOn"] = "31/2/2026", ["Since.FlareUps.0.Start"] = "un jour", ["Since.FlareUps.0.End"] = "un soir" })
        {
            await page.Find($"[data-draft='{field}']").ChangeAsync(new() { Value = typed });
        }

        await page.Find("form.session").SubmitAsync();
        Assert.EndsWith("3 champs sont à revoir.", page.Find(".acts .problem").Read(), StringComparison.Ordinal);
        foreach (var (field, typed, left) in ((string, string, string)[])[
            ("HeldOn", "hier", "2 champs sont à revoir."), ("Since.FlareUps.0.Start", "un autre jour", "2 champs sont à revoir."), ("Since.FlareUps.0.End", "", "un champ est à revoir."), ("Since.FlareUps.0.Start", "mars 2026", "")])
        {
            await page.Find($"[data-draft='{field}']").ChangeAsync(new() { Value = typed });
            await page.Find("form.session").FocusOutAsync(new());
            Assert.Equal(left, page.Find(".acts .problem").Read().Split(" : ")[^1]);
        }

        Assert.All(page.FindAll("form.session .problem"), problem => Assert.Equal("", problem.Read()));
    }

    [Fact]
    public async Task A_session_that_is_entered_later_counts_every_duration_up_to_its_own_day()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2024-01-08");
        await test.HeldAsync(person, "2024-01-22");
        await test.HeldAsync(person, "2026-11-16");
        var page = await OpenAsync(test, person);
        Assert.Empty(page.FindAll(".since"));

        await page.Field("Date de la séance").ChangeAsync(new() { Value = "22/7/2024" });
        Assert.Equal("Depuis la dernière fois · 6 mois", page.Find(".since h2").Read());
        Assert.Contains("Séance du 22 janvier 2024", page.Find("aside.before").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("16 novembre 2026", page.Find("aside.before").Read(), StringComparison.Ordinal);
        await page.Button("Une poussée ?").ClickAsync(new());
        await page.Find("[data-draft='Since.FlareUps.0.Start']").ChangeAsync(new() { Value = "hier" });
        await page.Find("form.session").SubmitAsync();

        var flareUp = Assert.Single((await test.TimelineAsync(person)).FlareUps);
        Assert.Equal((new DateOnly(2024, 7, 21), new DateOnly(2024, 7, 22)), (flareUp.Start.First, flareUp.ReportedOn));
    }

    [Fact]
    public async Task Red_flags_are_in_sight_in_the_first_session_and_folded_in_an_ordinary_one()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        PeopleTestContext.Saved(await test.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = person, Label = "Lombalgie" }));
        var page = await OpenAsync(test, person);
        Assert.Null(page.Chip("recherchés, voir la note").Closest("details"));
        Assert.Equal("Lombalgie", page.Find("[data-reuse=PeriodTitle]").Read());
        Assert.DoesNotContain("même douleur", page.Find("form.session").Read(), StringComparison.Ordinal);

        await test.HeldAsync(person, "2026-11-16");
        page = await OpenAsync(test, person);
        Assert.NotNull(page.Chip("recherchés, voir la note").Closest("details:not([open])"));
        Assert.Empty(page.FindAll("[data-draft=PeriodTitle]"));
        await page.Chip("Nouvelle période").ChangeAsync(new());
        Assert.Equal("Lombalgie, novembre 2026", page.Find("[data-reuse=PeriodTitle]").Read());
    }

    [Fact]
    public async Task The_last_answer_is_a_ring_that_appears_only_once_there_is_an_answer()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        VisitForm last = new() { PatientId = person, HeldOn = new DateOnly(2026, 11, 16) };
        last.Scores[Instrument.Activities] = 6;
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(last));
        var page = await OpenAsync(test, person);
        Assert.Empty(page.FindAll(".answer.before"));
        await page.Find("[data-answer='4']").ChangeAsync(new());
        Assert.Equal("6", page.Find(".answer.before").Read());
        Assert.Equal("La dernière fois, 6, le 16 novembre 2026", page.Find(".scale [role=status]").Read());

        await page.Chip("1 mois").ChangeAsync(new());
        Assert.Equal(["Alt+P", "Alt+N", "Alt+M", "Alt+S"], page.FindAll(".who input").Select(input => input.GetAttribute("aria-keyshortcuts")));
    }

    private static async Task<IRenderedComponent<LogVisitPage>> OpenAsync(PeopleTestContext test, Guid person)
    {
        var page = test.Context.Render<LogVisitPage>(shown => shown.Add(shownPage => shownPage.PatientId, person));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("aside.before section.card, .since")));
        return page;
    }
}
