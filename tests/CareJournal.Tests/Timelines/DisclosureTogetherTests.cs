using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>The facts of a follow-up that are shown when it is looked at together with the person.</summary>
public sealed class DisclosureTogetherTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private static readonly DateOnly Today = Day("2026-11-22");

    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public void A_session_shows_its_date_and_what_was_agreed_and_only_that_there_is_a_text()
    {
        TimelineVisit visit = Held("2026-03-02", "Marcher dix minutes.");
        TimelineStep first = new() { VisitId = visit.Id, SaidOn = visit.HeldOn, Number = 1, Kind = NextStepKind.Every, Days = 14 };
        TimelineStep last = new() { VisitId = visit.Id, SaidOn = visit.HeldOn, Number = 2, Kind = NextStepKind.DoorOpen, SignsToComeBack = "Deux nuits sans sommeil.", HasReason = true, Alongside = "secret" };
        PatientTimeline read = Together(Rows(visit) with { Steps = [last, first] });
        Assert.Equal(new TimelineVisit(visit.Id, null, Day("2026-03-02"), null, VisitStatus.Held, null, "Marcher dix minutes.") { HasText = true }, Assert.Single(read.Held));
        Assert.Equal(last with { HasReason = false, Alongside = null }, read.StepSaidAt(visit.Id));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_hidden_or_confided_session_is_a_bare_date_like_one_of_which_nothing_was_written(bool hidden, bool thirdParty)
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new()
        {
            PatientId = person,
            HeldOn = Day("2026-03-02"),
            Impression = "secret",
            Agreed = "Se taire.",
            Note = "secret",
            Hidden = hidden,
            ThirdParty = thirdParty,
            NextStep = new NextStepForm { Kind = NextStepKind.DoorOpen, SignsToComeBack = "secret" },
            Scores = { [Instrument.Pain] = 8, [Instrument.Sleep] = 3 },
        };
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form));
        VisitForm open = new() { PatientId = person, HeldOn = Day("2026-03-02"), Scores = { [Instrument.Pain] = 8 } };
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(open));
        PatientTimeline read = (await _journal.Get<TimelineReader>().ReadTogetherAsync(person))!;
        Assert.Equal(new TimelineVisit(form.Id, null, Day("2026-03-02"), null, VisitStatus.Held, null), Assert.Single(read.Held, visit => visit.Id == form.Id));
        Assert.Null(read.StepSaidAt(form.Id));
        Assert.Equal(new TimelineMeasure(Day("2026-03-02"), Instrument.Pain, 8), Assert.Single(read.Curves.SelectMany(curve => curve.Answers)));
    }

    [Fact]
    public void A_pause_is_as_long_as_it_was_though_the_session_beside_it_is_hidden()
    {
        TimelineVisit before = Held("2025-01-06");
        TimelineVisit hidden = Held("2026-01-05") with { Private = true };
        TimelineRows rows = Rows(before, hidden) with
        {
            Steps = [new TimelineStep { VisitId = hidden.Id, SaidOn = hidden.HeldOn, Number = 1, Kind = NextStepKind.BackBy, BackBy = Day("2026-09-01") }],
        };
        Assert.Equal(
            [(Day("2025-01-06"), Day("2026-01-05"), null), (Day("2026-01-05"), null, Day("2026-09-01"))],
            Together(rows).Gaps.Select(gap => ((DateOnly, DateOnly?, DateOnly?))(gap.From, gap.To, gap.AgreedUntil)));
    }

    [Fact]
    public void Missed_cancelled_and_forgotten_appointments_are_left_out_and_the_next_one_is_there()
    {
        TimelineVisit missed = Held("2026-02-02") with { Status = VisitStatus.NoShow };
        TimelineVisit forgotten = Held("2026-11-21") with { Status = VisitStatus.Planned };
        TimelineVisit next = Held("2026-12-01") with { Status = VisitStatus.Planned };
        PatientTimeline read = Together(Rows(missed, forgotten, next));
        Assert.Equal([new TimelineVisit(next.Id, null, next.HeldOn, null, VisitStatus.Planned, null)], read.Planned);
        Assert.Empty(read.Held);
        Assert.Empty(read.NotHeld);
    }

    [Fact]
    public void Flare_ups_and_life_events_are_there_as_reported_and_never_the_hidden_or_confided_ones()
    {
        TimelineFlareUp flareUp = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2025, 3), PeakPain = 9, WhatCameBefore = "Le déménagement." };
        TimelineLifeEvent lifeEvent = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InYear(2024), Impact = Impact.HelpedALot, Words = "Naissance de Léo." };
        TimelineRows rows = Rows() with
        {
            FlareUps = [flareUp, flareUp with { WhatCameBefore = "secret", Hidden = true }, flareUp with { WhatCameBefore = "secret", ThirdParty = true }],
            LifeEvents = [lifeEvent, lifeEvent with { Words = "secret", Hidden = true }, lifeEvent with { Words = "secret", ThirdParty = true }],
        };
        PatientTimeline read = Together(rows);
        Assert.Equal([flareUp], read.FlareUps);
        Assert.Equal([lifeEvent], read.LifeEvents);
    }

    [Fact]
    public void Of_a_pause_only_the_persons_own_words_are_there()
    {
        TimelineAbsenceNote told = new() { Id = Guid.CreateVersion7(), From = Day("2025-01-07"), To = Day("2026-01-04"), HowItWas = HowItWas.RatherHard, WhyNoSession = WhyNoSession.DidNotDareReturn, Words = "J’ai repris la danse." };
        TimelineRows rows = Rows(Held("2025-01-06"), Held("2026-01-05")) with { AbsenceNotes = [told, told with { Id = Guid.CreateVersion7(), Words = null }] };
        TimelineAbsenceNote read = Assert.Single(Together(rows).Gaps[0].Notes);
        Assert.Equal(("J’ai repris la danse.", HowItWas.NotSaid, WhyNoSession.NotKnown), (read.Words, read.HowItWas, read.WhyNoSession));
    }

    [Fact]
    public void What_is_drawn_has_no_period_no_text_of_ones_own_and_no_closure()
    {
        TimelineVisit visit = Held("2026-03-02") with { EpisodeId = Guid.CreateVersion7() };
        PatientTimeline read = Together(Rows(visit) with { Episodes = [new RecordedEpisode { Id = visit.EpisodeId!.Value, Title = "secret" }], Closures = [new TimelineClosure(Today, Today, "secret")] });
        Assert.True(read.Shared);
        Assert.Empty(read.Episodes);
        Assert.Empty(read.Closures);
        Assert.Null(Assert.Single(read.Held).Impression);
        Assert.Null(read.Patient.StandingNote);
        Assert.Equal("Dominique Exemple", read.Patient.Name);
    }

    [Fact]
    public void The_picture_begins_with_what_is_drawn_though_a_goal_was_set_before()
    {
        TimelineRows rows = Rows(Held("2026-03-02")) with { Goals = [new TimelineGoal { Id = Guid.CreateVersion7(), Words = "Marcher", SetOn = Day("2020-01-06") }] };
        Assert.Equal(Day("2020-01-06"), PatientTimeline.Create(rows, Today).From);
        Assert.Equal(Day("2026-03-02"), Together(rows).From);
    }

    [Fact]
    public async Task The_text_of_one_session_is_read_on_request_and_never_that_of_a_hidden_one_or_of_somebody_elses()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal, given: "Camille");
        Guid open = await LoggedAsync(person, "2026-03-02", hidden: false);
        Guid hidden = await LoggedAsync(person, "2026-03-09", hidden: true);
        TimelineReader reader = _journal.Get<TimelineReader>();
        Assert.Equal("Une phrase à moi.", await reader.ReadTextTogetherAsync(person, open));
        Assert.Null(await reader.ReadTextTogetherAsync(person, hidden));
        Assert.Null(await reader.ReadTextTogetherAsync(other, open));
        Assert.Equal([true, false], (await reader.ReadTogetherAsync(person))!.Held.Select(visit => visit.HasText));
        Assert.Null(await reader.ReadTogetherAsync(Guid.NewGuid()));
    }

    private async Task<Guid> LoggedAsync(Guid person, string on, bool hidden) =>
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(on), Impression = "Une phrase à moi.", Hidden = hidden })).RowId;

    private static PatientTimeline Together(TimelineRows rows) => Disclosure.Together(PatientTimeline.Create(rows, Today));

    private static TimelineRows Rows(params TimelineVisit[] visits) => new()
    {
        Patient = new TimelinePatient { Id = Guid.CreateVersion7(), FamilyName = "Exemple", GivenName = "Dominique", StandingNote = "secret" },
        Visits = visits,
    };

    private static TimelineVisit Held(string on, string? agreed = null) => new(Guid.CreateVersion7(), null, Day(on), new TimeOnly(9, 0), VisitStatus.Held, "secret", agreed);
}
