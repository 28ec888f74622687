using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>What is reported on a return, saved with the session: one act, told on the session's day, all of it or nothing.</summary>
public sealed class VisitSinceTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private VisitRecorder Recorder => _journal.Get<VisitRecorder>();

    [Fact]
    public async Task A_return_with_all_that_was_reported_is_one_act_and_is_undone_as_one()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        PatientTimeline before = await TimelineAsync(_journal, person);
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(Return(person)));

        PatientTimeline timeline = await TimelineAsync(_journal, person);
        TimelineAbsenceNote note = Assert.Single(timeline.Gaps[0].Notes);
        Assert.Equal((HowItWas.UpsAndDowns, "Un été long."), (note.HowItWas, note.Words));
        Assert.Equal((Day("2026-02-11"), null, Day("2026-11-20")), (note.From, note.To, note.ReportedOn));
        TimelineFlareUp flareUp = Assert.Single(timeline.FlareUps);
        Assert.Equal(("La chaleur.", 7, Day("2026-11-20")), (flareUp.WhatHelped, flareUp.PeakPain, flareUp.ReportedOn));
        Assert.Equal(Day("2026-11-20"), Assert.Single(timeline.LifeEvents).ReportedOn);
        Assert.Equal("Poussée de mars 2026", timeline.Episodes[^1].Episode.Title);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        timeline = await TimelineAsync(_journal, person);
        Assert.Equal((1, 0, 0, before.Episodes.Count), (timeline.Held.Count, timeline.FlareUps.Count, timeline.LifeEvents.Count, timeline.Episodes.Count));
        Assert.Empty(timeline.Gaps.SelectMany(gap => gap.Notes).Concat(timeline.LooseNotes));
    }

    [Fact]
    public async Task The_same_form_saved_twice_reports_nothing_twice()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        VisitForm form = Return(person);
        Assert.Equal(IsSaved(await Recorder.RecordAsync(form)), IsSaved(await Recorder.RecordAsync(form)));
        PatientTimeline timeline = await TimelineAsync(_journal, person);
        Assert.Equal((2, 1, 1, 1), (timeline.Held.Count, timeline.FlareUps.Count, timeline.LifeEvents.Count, timeline.Gaps[0].Notes.Count));
    }

    [Fact]
    public async Task What_is_reported_with_a_planned_session_that_was_logged_elsewhere_meanwhile_is_kept_with_what_stands_there()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        Guid planned = IsSaved(await Recorder.PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), null)).RowId;
        int revision = (await ReadAsync(_journal, planned)).Form.Revision;
        IsSaved(await Recorder.HeldNothingToAddAsync(person, planned, revision, Day("2026-11-22"), null));

        VisitForm late = Return(person, planned, revision);
        long rows = _journal.Rows();
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(late));
        Assert.Equal(rows, _journal.Rows());
        late.Revision = (await ReadAsync(_journal, planned)).Form.Revision;
        IsSaved(await Recorder.RecordAsync(late));
        Assert.Single((await TimelineAsync(_journal, person)).FlareUps);
    }

    [Theory]
    [InlineData("2026-11-21", ProblemKind.AfterVisit)]
    [InlineData("2026-11-23", ProblemKind.AfterToday)]
    [InlineData("1970-05-03", ProblemKind.BeforeBirth)]
    [InlineData(null, ProblemKind.DateNotUnderstood)]
    public async Task One_report_that_cannot_be_leaves_the_whole_session_unsaved_and_says_where(string? start, ProblemKind expected)
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        VisitForm form = Return(person);
        form.Since.FlareUps.Add(new FlareUpForm { PatientId = person, Start = start is null ? null : FuzzyDate.OnDay(Day(start)) });
        long rows = _journal.Rows();
        Assert.Equal(expected, IsInvalid(await Recorder.RecordAsync(form), "Since.FlareUps.1.Start"));
        Assert.Equal(rows, _journal.Rows());
        Assert.Single((await TimelineAsync(_journal, person)).Held);
    }

    [Fact]
    public async Task Problems_of_the_session_and_of_what_was_reported_are_told_at_once()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = Return(person);
        form.Minutes = 3;
        form.Since.Words = new string('m', WrittenText.LongestNote + 1);
        form.Since.LifeEvents[0].End = FuzzyDate.InYear(2020);
        form.PeriodTitle = new string('t', WrittenText.LongestLine + 1);
        Assert.Equal(
            ["Minutes", "PeriodTitle", "Since.LifeEvents.0.End", "Since.Words"],
            Assert.IsType<SaveOutcome.Invalid>(await Recorder.RecordAsync(form)).Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_title_names_a_period_without_one_and_never_renames()
    {
        Guid person = await PatientAsync(_journal);
        await LogAsync("2026-01-05", "Lombalgie");
        await LogAsync("2026-01-12", "Autre titre");
        Assert.Equal(["Lombalgie"], await TitlesAsync());
        await LogAsync("2026-11-20", null);
        await LogAsync("2026-11-21", " Reprise de\nnovembre ");
        Assert.Equal(["Lombalgie", "Reprise de novembre"], await TitlesAsync());

        async Task LogAsync(string day, string? title) => IsSaved(await Recorder.RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(day), PeriodTitle = title }));
        async Task<IEnumerable<string?>> TitlesAsync() => (await TimelineAsync(_journal, person)).Episodes.Select(period => period.Episode.Title);
    }

    [Fact]
    public async Task A_pause_described_without_a_session_before_it_stands_on_the_sessions_day()
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await Recorder.RecordAsync(Return(person)));
        TimelineAbsenceNote note = Assert.Single((await TimelineAsync(_journal, person)).LooseNotes);
        Assert.Equal((Day("2026-11-20"), Day("2026-11-20")), (note.From, note.To));
    }

    [Fact]
    public async Task What_is_reported_in_a_private_session_is_private_too()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        VisitForm form = Return(person);
        form.Hidden = true;
        IsSaved(await Recorder.RecordAsync(form));

        PatientTimeline timeline = await TimelineAsync(_journal, person);
        PatientTimeline together = Disclosure.Together(timeline);
        Assert.Empty(together.FlareUps);
        Assert.Empty(together.LifeEvents);
        Assert.Empty(together.Rows.AbsenceNotes);
        Assert.Empty(Disclosure.OnPaper(timeline, new SheetChoice { Reported = true, FlareUps = true, Life = true }).Timeline.Rows.AbsenceNotes);
    }

    [Fact]
    public async Task What_was_reported_in_a_session_moves_with_it_and_is_withdrawn_with_it()
    {
        Guid person = await PatientAsync(_journal);
        Guid right = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-02-10");
        IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InYear(2020), Ongoing = true }));
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(Return(person)));
        IsSaved(await Recorder.MoveAsync(saved.RowId, 1, right));
        Assert.Equal((1, 1, 0), await ReportedAsync(right));
        Assert.Equal((1, 0, 0), await ReportedAsync(person));

        int revision = (await TimelineAsync(_journal, right)).Held.Single().Revision;
        SaveOutcome.Saved withdrawn = IsSaved(await Recorder.VoidAsync(saved.RowId, revision));
        Assert.Equal((0, 0, 0), await ReportedAsync(right));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(withdrawn.ActId));
        Assert.Equal((1, 1, 0), await ReportedAsync(right));

        async Task<(int FlareUps, int LifeEvents, int Pauses)> ReportedAsync(Guid of)
        {
            PatientTimeline timeline = await TimelineAsync(_journal, of);
            return (timeline.FlareUps.Count, timeline.LifeEvents.Count, timeline.Gaps.Sum(gap => gap.Notes.Count));
        }
    }

    private static VisitForm Return(Guid person, Guid? planned = null, int revision = 0) => new()
    {
        Id = planned ?? Guid.CreateVersion7(),
        PatientId = person,
        Revision = revision,
        HeldOn = Day(planned is null ? "2026-11-20" : "2026-11-22"),
        Impression = "De retour.",
        PeriodTitle = "Poussée de mars 2026",
        Since = new VisitSinceForm
        {
            HowItWas = HowItWas.UpsAndDowns,
            WhyNoSession = WhyNoSession.LifeLeftNoRoom | WhyNoSession.Travel,
            Words = "Un été long.",
            FlareUps = { new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2026, 3), PeakPain = 7, WhatHelped = "La chaleur." } },
            LifeEvents = { new LifeEventForm { PatientId = person, Start = FuzzyDate.InSeason(2026, Season.Summer), Words = "Déménagement" } },
        },
    };
}
