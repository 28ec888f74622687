using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.AwayReview;

public sealed class RhythmPageTests
{
    [Fact]
    public async Task Own_pauses_are_listed_with_what_was_reported_and_agreed_and_the_present_one_beside_them()
    {
        await using var test = AwayTestContext.French();
        var person = await test.PersonAsync("Anne", AwayTestContext.DoorOpen(), "2024-01-08", "2024-06-10", "2025-06-09", "2026-03-09");
        Assert.IsType<SaveOutcome.Saved>(await test.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm
        {
            PatientId = person, From = new(2024, 6, 11), To = new(2025, 6, 8), HowItWas = HowItWas.RatherWell, WhyNoSession = WhyNoSession.OwnTools, Words = "Le chant a repris.",
        }));

        var page = Open(test, person);

        Assert.Contains("Dernière séance notée il y a 8 mois. Dans ses durées habituelles (5 mois à 11 mois).", page.Find(".page").Read(), StringComparison.Ordinal);
        Assert.Contains("Pause habituelle : 9 mois.", page.Find(".page").Read(), StringComparison.Ordinal);
        string[][] rows = [.. page.FindAll(".pauses tbody tr").Select(row => row.Children.Select(cell => cell.Read()).ToArray())];
        Assert.Equal(["8 mois depuis le 9 mars 2026, en cours", "Pas dit", "Pas su", "Porte ouverte"], rows[0]);
        Assert.Equal(["11 mois du 10 juin 2024 au 9 juin 2025", "Plutôt bienLe chant a repris. rapporté le 22 novembre 2026", "A fait avec ses outils", "Pas abordé"], rows[2]);
        Assert.Equal(4, rows.Length);
    }

    [Fact]
    public async Task A_silence_longer_than_ever_is_described_in_words_and_without_a_ratio()
    {
        await using var test = AwayTestContext.French();
        var person = await test.PersonAsync("Anne", null, "2023-01-09", "2023-05-08", "2023-09-11", "2024-01-08");

        var read = Open(test, person).Find(".page").Read();

        Assert.Contains("Dernière séance notée il y a 2 ans et 10 mois. Plus long que les fois précédentes.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("%", read, StringComparison.Ordinal);
        Assert.DoesNotContain("×", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Periods_are_listed_with_their_sessions_and_months_wait_for_enough_of_them()
    {
        await using var test = AwayTestContext.English();
        var person = await test.PersonAsync("Anne", null, "2026-08-31", "2026-09-07", "2026-09-14", "2026-10-12");

        var page = Open(test, person);

        Assert.Equal(["Untitled period 31 August 2026 to 12 October 2026 · ongoing", "4", "7 days", "7 days to 4 weeks"], page.Find(".periods tbody tr").Children.Select(cell => cell.Read()));
        Assert.Equal(["4 Attended", "0 Missed", "0 Cancelled by the person", "0 Cancelled by the practice", "0 Planned"], page.FindAll("dl > div").Select(pair => $"{pair.QuerySelector("dd")!.Read()} {pair.QuerySelector("dt")!.Read()}"));
        Assert.Contains("24 beginnings over 2 whole years are needed to look at months; there are 0 over 0 years.", page.Find(".page").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_without_sessions_and_one_who_died_are_asked_nothing()
    {
        await using var test = AwayTestContext.French();
        var nobody = Open(test, await test.PersonAsync("Sans", null)).FindAll("section p").Select(line => line.Read());
        Assert.Equal(["Aucune séance notée pour l’instant.", "Aucune pause jusqu’ici."], nobody.Take(2));
        Assert.Contains("Aucune période pour l’instant.", nobody);

        var died = await test.PersonAsync("Anne", null, "2024-01-08");
        var form = (await test.Get<PatientReader>().ReadAsync(died))!.Form;
        form.DeceasedOn = new(2024, 3, 1);
        Assert.IsType<SaveOutcome.Saved>(await test.Get<PatientRecorder>().RecordAsync(form));
        var page = Open(test, died);
        Assert.Equal(["Décès le 1ᵉʳ mars 2024.", "Aucune pause jusqu’ici."], page.FindAll("section p").Take(2).Select(line => line.Read()));
        Assert.DoesNotContain("en cours", page.Find(".page").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_somebody_who_is_not_in_the_journal_the_page_says_so()
    {
        await using var test = AwayTestContext.French();
        Assert.Contains("Cette personne n’est plus dans le journal.", Open(test, Guid.CreateVersion7()).Find(".page").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_leads_to_it_from_every_row()
    {
        await using var test = AwayTestContext.French();
        var person = await test.UndecidedAsync("Cécile");
        Assert.NotNull(test.Open().Find($".away-row a[href='{Urls.Rhythm(person)}']"));
        Assert.NotNull(test.Open().Find($"a[href='{Urls.Returns}']"));
    }

    private static IRenderedComponent<RhythmPage> Open(AwayTestContext test, Guid person)
    {
        var page = test.Context.Render<RhythmPage>(parameters => parameters.Add(page => page.Id, person));
        page.WaitForElement(".page");
        return page;
    }
}
