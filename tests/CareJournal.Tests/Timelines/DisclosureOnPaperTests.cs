using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>The content of a printed sheet: what was chosen, and nothing that is the practitioner's own.</summary>
public sealed class DisclosureOnPaperTests
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly Guid Back = Guid.CreateVersion7();
    private static readonly Guid Neck = Guid.CreateVersion7();
    private static readonly DateOnly Today = Some.Day("2026-11-22");
    private static readonly SheetChoice Everything = new() { Periods = true, Life = true, Visits = true, FlareUps = true, Reported = true, Scores = true, Curves = [Instrument.Pain, Instrument.Sleep] };
    private static readonly SheetChoice Usual = Everything with { Reported = false, Scores = false };

    [Fact]
    public void What_is_hidden_or_from_a_third_party_is_not_there_whatever_is_chosen()
    {
        TimelineRows rows = Rows() with
        {
            FlareUps = [FlareUp("2026-02-01"), FlareUp("2026-03-01", hidden: true), FlareUp("2026-04-01", thirdParty: true)],
            LifeEvents = [Life("2026-02-01", "Le chien"), Life("2026-03-01", "Un secret", hidden: true), Life("2026-04-01", "Ce que dit sa sœur", thirdParty: true)],
        };

        Sheet sheet = Keep(rows, Everything);

        Assert.Equal(Some.Day("2026-02-01"), Assert.Single(sheet.Timeline.FlareUps).Start.First);
        Assert.Equal("Le chien", Assert.Single(sheet.Timeline.LifeEvents).Words);
        Assert.Single(sheet.Helped);
    }

    [Fact]
    public void What_the_practitioner_wrote_for_themselves_is_not_there_whatever_is_chosen()
    {
        TimelinePatient patient = new() { Id = Person, GivenName = "Dominique", FamilyName = "Exemple", BirthDate = Some.Day("1970-05-04"), StandingNote = "À garder pour moi" };
        RecordedEpisode period = Period(Back, "Le dos");
        TimelineRows rows = Rows() with
        {
            Patient = patient,
            Visits = [Visit("2026-10-01", period.Id, "Ce que je retiens", "Marcher")],
            Episodes = [period],
            Steps = [Step("2026-10-01", null)],
            FlareUps = [FlareUp("2026-02-01")],
            AbsenceNotes = [Note("2026-03-02", "2026-09-01")],
        };

        Sheet sheet = Keep(rows, Everything);

        Assert.Equal(("Dominique Exemple", Some.Day("1970-05-04")), (sheet.Timeline.Patient.Name, sheet.Timeline.Patient.BirthDate));
        Assert.Null(sheet.Timeline.Patient.StandingNote);
        Assert.Null(typeof(TimelinePatient).GetProperty(nameof(Patients.Patient.Phone)));
        Assert.All(sheet.Timeline.Held, visit => Assert.Equal((null, null), (visit.Impression, visit.Agreed)));
        Assert.Equal(("Le dos", null, null), (sheet.Timeline.Episodes[0].Episode.Title, sheet.Timeline.Episodes[0].Episode.Reason, sheet.Timeline.Episodes[0].Episode.Aim));
        Assert.Equal((false, "Deux nuits blanches"), (sheet.Step!.HasReason, sheet.Step.SignsToComeBack));
        Assert.All(sheet.Timeline.FlareUps, flareUp => Assert.Equal((null, null), (flareUp.WhatCameBefore, flareUp.WhatHelped)));
        Assert.All(sheet.Timeline.Gaps.SelectMany(gap => gap.Notes).Concat(sheet.Timeline.LooseNotes), note => Assert.Null(note.Words));
        Assert.Equal((Some.Day("2026-10-01"), "Marcher"), sheet.Agreed);
    }

    [Fact]
    public void How_a_pause_was_and_figures_are_there_only_when_they_were_asked_for()
    {
        TimelineRows rows = Rows("2026-01-05", "2026-09-01") with
        {
            AbsenceNotes = [Note("2026-01-06", "2026-08-31")],
            FlareUps = [FlareUp("2026-02-01")],
            Measures = [new TimelineMeasure(Some.Day("2026-09-01"), Instrument.Pain, 6), new TimelineMeasure(Some.Day("2026-09-01"), Instrument.Stress, 4)],
        };

        Sheet usual = Keep(rows, Usual);
        Sheet asked = Keep(rows, Everything);

        Assert.Empty(usual.Timeline.Gaps[0].Notes);
        Assert.Empty(usual.Timeline.Curves);
        Assert.Null(usual.Timeline.FlareUps[0].PeakPain);
        Assert.Equal(HowItWas.RatherHard, asked.Timeline.Gaps[0].Note!.HowItWas);
        Assert.Equal(Instrument.Pain, Assert.Single(asked.Timeline.Curves).Instrument);
        Assert.Equal(8, asked.Timeline.FlareUps[0].PeakPain);
    }

    [Fact]
    public void Of_a_private_session_only_its_day_is_there()
    {
        TimelineVisit shown = Visit("2026-09-01", null, null, "Marcher");
        TimelineVisit hidden = Visit("2026-10-01", null, "Un secret", "Un secret aussi") with { Private = true };
        TimelineRows rows = Rows() with
        {
            Visits = [shown, hidden],
            Steps = [Step("2026-10-01", hidden.Id)],
            Measures = [new TimelineMeasure(shown.HeldOn, Instrument.Pain, 3), new TimelineMeasure(hidden.HeldOn, Instrument.Pain, 9)],
        };

        Sheet sheet = Keep(rows, Everything);

        Assert.Equal([shown.HeldOn, hidden.HeldOn], sheet.Held);
        Assert.Equal((shown.HeldOn, "Marcher"), sheet.Agreed);
        Assert.Null(sheet.Step);
        Assert.Null(sheet.Timeline.StepInForce!.SignsToComeBack);
        Assert.Equal(3, Assert.Single(sheet.Timeline.Curves[0].Runs[0]).Value);
    }

    [Fact]
    public void A_session_left_out_makes_no_pause_and_a_missed_one_is_not_disclosed()
    {
        TimelineVisit missed = Visit("2026-05-01", null, null, null) with { Status = VisitStatus.NoShow };
        TimelineRows rows = Rows("2024-01-05", "2024-02-02", "2026-10-01");

        Sheet sheet = Keep(rows with { Visits = [.. rows.Visits, missed] }, Usual with { From = Some.Day("2026-09-01") });

        TimelineGap pause = Assert.Single(sheet.Gaps);
        Assert.Equal((Some.Day("2024-02-02"), Some.Day("2026-10-01")), (pause.From, pause.To!.Value));
        Assert.Equal([Some.Day("2026-10-01")], sheet.Held);
        Assert.Empty(sheet.Timeline.NotHeld);
    }

    [Fact]
    public void What_is_outside_the_chosen_days_is_not_there()
    {
        TimelineRows rows = Rows("2026-10-01") with
        {
            FlareUps = [FlareUp("2020-02-01"), FlareUp("2026-02-01")],
            LifeEvents = [Life("2020-02-01", "Avant"), Life("2026-02-01", "Dedans")],
            Measures = [new TimelineMeasure(Some.Day("2020-03-01"), Instrument.Pain, 9), new TimelineMeasure(Some.Day("2026-10-01"), Instrument.Pain, 2)],
        };

        Sheet sheet = Keep(rows, Everything with { From = Some.Day("2026-01-01"), To = Some.Day("2026-10-31") });

        Assert.Equal(2026, Assert.Single(sheet.Timeline.FlareUps).Start.First.Year);
        Assert.Equal("Dedans", Assert.Single(sheet.Timeline.LifeEvents).Words);
        Assert.Equal(2, Assert.Single(sheet.Timeline.Curves[0].Runs[0]).Value);
    }

    [Fact]
    public void One_reason_for_follow_up_leaves_only_its_periods_and_the_pauses_of_all_sessions()
    {
        RecordedEpisode back = Period(Back, "Le dos");
        RecordedEpisode neck = Period(Neck, "La nuque");
        TimelineRows rows = Rows() with { Episodes = [back, neck], Visits = [Visit("2026-01-05", back.Id, null, null), Visit("2026-03-05", neck.Id, null, null), Visit("2026-05-05", back.Id, null, null)] };

        Sheet sheet = Keep(rows, Usual with { ConditionId = Back });

        Assert.Equal("Le dos", Assert.Single(sheet.Periods).Episode.Title);
        Assert.DoesNotContain(sheet.Gaps, gap => gap.To is not null);
    }

    [Fact]
    public void A_sheet_without_anything_knows_that_it_is_empty()
    {
        Assert.True(Keep(Rows(), Everything).IsEmpty);
        Assert.True(Keep(Rows("2026-10-01"), Usual with { Visits = false }).IsEmpty);
        Assert.False(Keep(Rows("2026-10-01"), Usual).IsEmpty);
    }

    [Fact]
    public async Task The_reader_knows_which_sessions_are_private()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await Some.PatientAsync(journal);
        DateOnly today = journal.Get<Settings.PracticeClock>().Today;
        VisitRecorder recorder = journal.Get<VisitRecorder>();
        Some.IsSaved(await recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = today.AddDays(-20), Agreed = "Marcher" }));
        Some.IsSaved(await recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = today.AddDays(-10), Agreed = "Masqué", Hidden = true }));
        Some.IsSaved(await recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = today.AddDays(-5), Agreed = "Dit par sa sœur", ThirdParty = true }));

        Sheet sheet = (await journal.Get<TimelineReader>().ReadSheetAsync(person, Everything))!;

        Assert.Equal("Marcher", sheet.Agreed!.Value.Words);
        Assert.Equal(3, sheet.Held.Count);
        Assert.Null(await journal.Get<TimelineReader>().ReadSheetAsync(Guid.CreateVersion7(), Everything));
    }

    private static Sheet Keep(TimelineRows rows, SheetChoice choice) => Disclosure.OnPaper(PatientTimeline.Create(rows, Today), choice);

    private static TimelineRows Rows(params string[] heldOn) => new()
    {
        Patient = new TimelinePatient { Id = Person },
        Visits = [.. heldOn.Select(day => Visit(day, null, null, null))],
    };

    private static TimelineVisit Visit(string day, Guid? period, string? impression, string? agreed) =>
        new(Guid.CreateVersion7(), period, Some.Day(day), null, VisitStatus.Held, impression, agreed);

    private static TimelineStep Step(string day, Guid? visit) => new()
    {
        SaidOn = Some.Day(day),
        Number = 1,
        VisitId = visit,
        Kind = NextStepKind.DoorOpen,
        HasReason = true,
        SignsToComeBack = "Deux nuits blanches",
    };

    private static RecordedEpisode Period(Guid condition, string title) =>
        new() { Id = Guid.CreateVersion7(), Title = title, Reason = "Ma raison", Aim = "Mon but", ConditionId = condition };

    private static TimelineFlareUp FlareUp(string day, bool hidden = false, bool thirdParty = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Start = FuzzyDate.OnDay(Some.Day(day)),
        End = FuzzyDate.OnDay(Some.Day(day)),
        ReportedOn = Today,
        PeakPain = 8,
        WhatCameBefore = "Une semaine lourde",
        WhatHelped = $"La chaleur {day}",
        Hidden = hidden,
        ThirdParty = thirdParty,
    };

    private static TimelineLifeEvent Life(string day, string words, bool hidden = false, bool thirdParty = false) =>
        new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(Some.Day(day)), ReportedOn = Today, Words = words, Hidden = hidden, ThirdParty = thirdParty };

    private static TimelineAbsenceNote Note(string from, string to) => new()
    {
        Id = Guid.CreateVersion7(),
        From = Some.Day(from),
        To = Some.Day(to),
        HowItWas = HowItWas.RatherHard,
        WhyNoSession = WhyNoSession.Access,
        Words = "Elle a renoncé",
        ReportedOn = Today,
    };
}
