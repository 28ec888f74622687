using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>The sessions of a paper file on a real journal: all of them in one act, or none, and taken back by one undo.</summary>
public sealed class PastVisitsRecorderTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private PastVisitsRecorder Recorder => _journal.Get<PastVisitsRecorder>();

    [Fact]
    public async Task Sessions_pauses_answers_next_steps_and_titles_are_one_act_and_one_undo_takes_all_of_it_back()
    {
        Guid person = await PatientAsync(_journal);
        long rows = _journal.Rows();
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(Form(
            person,
            One(person, "2020-02-03", words: "L’hiver a été long."),
            One(person, "2019-03-12", title: " Épaule 2019 ", score: 4, step: new NextStepForm { Kind = NextStepKind.Every, Days = 14 }),
            One(person, "2019-03-26"))));

        PatientTimeline timeline = await TimelineAsync(_journal, person);
        Assert.Equal("2019-03-12 2019-03-26 | 2020-02-03", await PeriodsAsync(_journal, person));
        Assert.Equal(["Épaule 2019", null], timeline.Episodes.Select(period => period.Episode.Title));
        Assert.Equal([(Day("2019-03-26"), Day("2020-02-03"))], timeline.Gaps.Where(gap => gap.To is not null).Select(gap => (gap.From, gap.To!.Value)));
        Assert.Equal(("L’hiver a été long.", Day("2020-02-03")), timeline.Gaps[0].Note is { } note ? (note.Words!, note.ReportedOn) : default);
        Assert.Equal([(Day("2019-03-12"), 14)], timeline.Steps.Select(step => (step.SaidOn, step.Days!.Value)));
        VisitAnswer first = await ReadAsync(_journal, timeline.Held[0].Id);
        Assert.Equal(4, first.Form.Scores[Instrument.Activities]);
        Assert.Equal(Day("2026-11-22"), DateOnly.FromDateTime(first.WrittenAt!.Value));

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        timeline = await TimelineAsync(_journal, person);
        Assert.Empty(timeline.Held);
        Assert.Empty(timeline.Episodes);
        Assert.Empty(timeline.Steps);
        Assert.True(_journal.Rows() > rows); // Withdrawn, and still readable.
    }

    [Fact]
    public async Task One_row_that_is_refused_in_the_middle_keeps_all_of_them_out()
    {
        Guid person = await PatientAsync(_journal);
        long rows = _journal.Rows();
        PastVisit[] visits = [.. Enumerable.Range(1, 9).Select(month => One(person, month == 5 ? "1970-05-03" : $"2019-0{month}-12"))];
        Assert.Equal(ProblemKind.BeforeBirth, IsInvalid(await Recorder.RecordAsync(Form(person, visits)), "4.HeldOn"));
        visits[4] = One(person, "2019-05-12", score: 11);
        Assert.Equal(ProblemKind.OutOfRange, IsInvalid(await Recorder.RecordAsync(Form(person, visits)), "4.Scores.Activities"));
        visits[4] = One(person, "2019-05-12", title: new string('t', WrittenText.LongestLine + 1));
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await Recorder.RecordAsync(Form(person, visits)), "4.PeriodTitle"));
        visits[4] = One(person, "2026-11-23");
        Assert.Equal(ProblemKind.AfterToday, IsInvalid(await Recorder.RecordAsync(Form(person, visits)), "4.HeldOn"));
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_row_whose_id_another_row_took_in_the_file_leaves_nothing_half_written()
    {
        Guid person = await PatientAsync(_journal);
        Guid taken = await VisitAsync(_journal, await PatientAsync(_journal), "2019-01-01");
        long rows = _journal.Rows();
        PastVisit same = new() { Visit = new VisitForm { Id = taken, PatientId = person, HeldOn = Day("2019-02-01") } };
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(Form(person, One(person, "2019-01-01"), same, One(person, "2019-03-01"))));
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task A_session_that_another_tab_saved_meanwhile_makes_it_stale_until_the_page_knows_of_it()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2019-03-12");
        PastVisit[] visits = [One(person, "2019-03-12"), One(person, "2019-04-02")];
        long rows = _journal.Rows();
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(Form(person, visits)));
        Assert.Equal(rows, _journal.Rows());
        IsSaved(await Recorder.RecordAsync(new PastVisitsForm { PatientId = person, Visits = visits, AlreadyThere = new HashSet<DateOnly> { Day("2019-03-12") } }));
        Assert.Equal("2019-03-12 2019-03-12 2019-04-02", await PeriodsAsync(_journal, person));
    }

    [Fact]
    public async Task What_is_told_of_a_pause_that_is_none_any_more_is_not_lost_but_asked_about()
    {
        Guid person = await PatientAsync(_journal);
        PastVisit[] visits = [One(person, "2019-03-12"), One(person, "2019-08-20", words: "Partie en mer.")];
        await VisitAsync(_journal, person, "2019-06-01");
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(Form(person, visits)));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(Form(person, One(person, "2019-06-10", title: "Jardin"))));
    }

    [Fact]
    public async Task The_draft_ends_in_the_same_transaction_and_the_same_click_twice_is_one_act()
    {
        Guid person = await PatientAsync(_journal);
        DraftForm draft = new() { Id = Guid.CreateVersion7(), PatientId = person, Form = "past", Number = 1, Text = "{}" };
        Assert.IsType<DraftOutcome.Kept>(await _journal.Get<DraftRecorder>().KeepAsync(draft));
        PastVisitsForm refused = new() { PatientId = person, DraftId = draft.Id, Visits = [One(person, "2030-01-01")] };
        Assert.IsType<SaveOutcome.Invalid>(await Recorder.RecordAsync(refused));
        Assert.NotNull(await _journal.Get<DraftReader>().ReadAsync(draft.Id));

        PastVisitsForm form = new() { PatientId = person, DraftId = draft.Id, Visits = [One(person, "2019-03-12")] };
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(form));
        Assert.Null(await _journal.Get<DraftReader>().ReadAsync(draft.Id));
        Assert.Equal(saved, IsSaved(await Recorder.RecordAsync(form)));
        Assert.Single((await TimelineAsync(_journal, person)).Held);
    }

    [Fact]
    public async Task A_session_that_was_planned_for_one_of_the_days_is_settled()
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await _journal.Get<VisitRecorder>().PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), new TimeOnly(14, 30)));
        IsSaved(await Recorder.RecordAsync(Form(person, One(person, "2026-11-22"), One(person, "2019-03-12"))));
        PatientTimeline timeline = await TimelineAsync(_journal, person);
        Assert.Empty(timeline.Planned);
        Assert.Equal([null, new TimeOnly(14, 30)], timeline.Held.Select(visit => visit.StartsAt));
    }

    [Theory]
    [InlineData("2026-06-01", false)]
    [InlineData("2026-06-02", true)]
    public async Task A_closed_follow_up_is_reopened_only_by_a_session_after_its_closing(string last, bool reopens)
    {
        using TestJournal journal = TestJournal.Open("2026-06-01");
        Guid person = await PatientAsync(journal);
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.HandedOver, null));
        journal.Clock.MoveTo(Day("2026-11-22"));
        Assert.Equal(reopens, IsSaved(await journal.Get<PastVisitsRecorder>().RecordAsync(Form(person, One(person, last), One(person, "2019-03-12")))).Reopened);
    }

    [Fact]
    public async Task Sessions_of_a_person_who_has_died_are_asked_about_once_and_those_after_the_death_refused()
    {
        PatientForm died = new() { FamilyName = "Exemple", DeceasedOn = Day("2020-05-01") };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(died));
        PastVisit[] visits = [One(died.Id, "2019-03-12"), One(died.Id, "2019-03-26")];
        Assert.Equal(Refusal.Deceased, Assert.IsType<SaveOutcome.Refused>(await Recorder.RecordAsync(Form(died.Id, visits))).Why);
        PastVisitsForm confirmed = new() { PatientId = died.Id, DeceasedConfirmed = true, Visits = [.. visits, One(died.Id, "2020-05-02")] };
        Assert.Equal(ProblemKind.AfterDeath, IsInvalid(await Recorder.RecordAsync(confirmed), "2.HeldOn"));
        IsSaved(await Recorder.RecordAsync(new PastVisitsForm { PatientId = died.Id, DeceasedConfirmed = true, Visits = visits }));
    }

    [Fact]
    public async Task Two_next_steps_of_one_day_keep_the_order_of_their_rows()
    {
        Guid person = await PatientAsync(_journal);
        IsSaved(await Recorder.RecordAsync(Form(
            person,
            One(person, "2019-03-12", step: new NextStepForm { Kind = NextStepKind.Every, Days = 7 }),
            One(person, "2019-03-12", step: new NextStepForm { Kind = NextStepKind.DoorOpen }))));
        Assert.Equal(NextStepKind.DoorOpen, (await TimelineAsync(_journal, person)).Steps[^1].Kind);
        Assert.Equal([1, 2], (await TimelineAsync(_journal, person)).Steps.Select(step => step.Number));
    }

    [Fact]
    public async Task Nothing_and_more_than_two_thousand_sessions_are_refused()
    {
        Guid person = await PatientAsync(_journal);
        Assert.IsType<SaveOutcome.Invalid>(await Recorder.RecordAsync(Form(person)));
        PastVisit[] many = [.. Enumerable.Range(0, PastVisitsRecorder.Most + 1).Select(at => One(person, "2019-01-01"))];
        Assert.Equal(ProblemKind.OutOfRange, IsInvalid(await Recorder.RecordAsync(Form(person, many)), "Visits"));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.RecordAsync(Form(Guid.CreateVersion7(), One(person, "2019-01-01"))));
    }

    [Fact]
    public async Task Two_thousand_sessions_with_pauses_are_saved_and_taken_back()
    {
        Guid person = await PatientAsync(_journal);
        DateOnly first = Day("1980-01-07");
        PastVisit[] visits =
        [
            .. Enumerable.Range(0, PastVisitsRecorder.Most).Select(at =>
            {
                DateOnly day = first.AddDays((7 * at) + (at / 100 * 120));
                return new PastVisit
                {
                    Visit = new VisitForm { PatientId = person, HeldOn = day, Impression = $"Séance {at}", Scores = { [Instrument.Activities] = at % 11 } },
                    PauseWords = at > 0 && at % 100 == 0 ? "Une pause." : null,
                };
            }),
        ];
        SaveOutcome.Saved saved = IsSaved(await Recorder.RecordAsync(Form(person, visits)));
        PatientTimeline timeline = await TimelineAsync(_journal, person);
        Assert.Equal((PastVisitsRecorder.Most, 20), (timeline.Held.Count, timeline.Episodes.Count));
        Assert.Equal(19, timeline.Gaps.Count(gap => gap.Note is not null));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        await using var context = _journal.Context();
        Assert.Equal((0, 0, 0), (await context.Visits.CountAsync(visit => visit.PatientId == person), await context.Episodes.CountAsync(period => period.PatientId == person), await context.Measures.CountAsync(measure => measure.PatientId == person)));
    }

    private static PastVisitsForm Form(Guid person, params PastVisit[] visits) => new() { PatientId = person, Visits = visits };

    private static PastVisit One(Guid person, string day, string? title = null, int? score = null, NextStepForm? step = null, string? words = null)
    {
        VisitForm visit = new() { PatientId = person, HeldOn = Day(day), NextStep = step };
        if (score is { } answer)
        {
            visit.Scores[Instrument.Activities] = answer;
        }

        return new PastVisit { Visit = visit, PeriodTitle = title, PauseWords = words, PauseHow = words is null ? HowItWas.NotSaid : HowItWas.UpsAndDowns };
    }
}
