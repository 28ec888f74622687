using CareJournal.Acts;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Timelines;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>The parts recorded in a session: answers, the next step, what justifies the rhythm, and the earlier versions of its texts.</summary>
public sealed class VisitPartsTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    private VisitRecorder Recorder => _journal.Get<VisitRecorder>();

    [Theory]
    [InlineData(Instrument.Sleep, -1)]
    [InlineData(Instrument.Sleep, 11)]
    [InlineData(Instrument.Change, 0)]
    [InlineData(Instrument.Change, 8)]
    public async Task An_answer_outside_its_scale_is_refused_at_its_scale_and_nothing_is_written(Instrument instrument, int value)
    {
        Guid person = await PatientAsync(_journal);
        long rows = _journal.Rows();
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-01-05"), Scores = { [instrument] = value } };
        Problem problem = Assert.Single(Assert.IsType<SaveOutcome.Invalid>(await Recorder.RecordAsync(form)).Problems);
        Assert.Equal(($"Scores.{instrument}", ProblemKind.OutOfRange), (problem.Field, problem.Kind));
        Assert.Equal(instrument == Instrument.Change ? [1, 7] : [0, 10], problem.Figures);
        Assert.Equal(rows, _journal.Rows());
    }

    [Fact]
    public async Task Answers_are_given_declined_corrected_and_removed()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-01-05"), Scores = { [Instrument.Sleep] = 0, [Instrument.Pain] = 10, [Instrument.Stress] = null } };
        IsSaved(await Recorder.RecordAsync(form));
        Assert.Equal((0, 10, null), await ScoresAsync());
        Assert.Null((await TimelineAsync(person)).CurveOf(Instrument.Stress));

        VisitForm corrected = await FormAsync(_journal, form.Id);
        corrected.Scores[Instrument.Sleep] = 7;
        corrected.Scores[Instrument.Pain] = null;
        corrected.Scores.Remove(Instrument.Stress);
        IsSaved(await Recorder.RecordAsync(corrected));
        VisitForm read = await FormAsync(_journal, form.Id);
        Assert.Equal([Instrument.Sleep, Instrument.Pain], read.Scores.Keys.Order());
        Assert.Equal((7, null), (read.Scores[Instrument.Sleep], read.Scores[Instrument.Pain]));

        async Task<(int?, int?, int?)> ScoresAsync()
        {
            IDictionary<Instrument, int?> scores = (await FormAsync(_journal, form.Id)).Scores;
            return (scores[Instrument.Sleep], scores[Instrument.Pain], scores[Instrument.Stress]);
        }
    }

    [Fact]
    public async Task Answers_move_with_the_day_of_their_visit()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-01-05"), Scores = { [Instrument.Sleep] = 4 }, NextStep = Every(30), JustifiesRhythm = "oui" };
        IsSaved(await Recorder.RecordAsync(form));
        VisitForm moved = await FormAsync(_journal, form.Id);
        moved.HeldOn = Day("2026-01-12");
        IsSaved(await Recorder.RecordAsync(moved));
        PatientTimeline timeline = await TimelineAsync(person);
        Assert.Equal(Day("2026-01-12"), timeline.CurveOf(Instrument.Sleep)!.Runs[0][0].TakenOn);
        Assert.Equal(Day("2026-01-12"), Assert.Single(timeline.Steps).SaidOn);
    }

    [Fact]
    public async Task A_next_step_is_added_to_the_one_before_under_the_next_number()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-11-09", Every(14));
        VisitForm changed = await FormAsync(_journal, visit);
        changed.NextStep = Every(21) with { DecidedBy = DecidedBy.Both };
        IsSaved(await Recorder.RecordAsync(changed));
        await VisitAsync(_journal, person, "2026-11-22", Every(60));
        IsSaved(await _journal.Get<NextStepRecorder>().SayAsync(person, new NextStepForm { Kind = NextStepKind.DoorOpen }));

        IReadOnlyList<TimelineStep> said = (await TimelineAsync(person)).Steps;
        Assert.Equal(["2026-11-09 1 14", "2026-11-09 2 21", "2026-11-22 1 60", "2026-11-22 2 "], said.Select(step => $"{step.SaidOn:yyyy-MM-dd} {step.Number} {step.Days}"));
        Assert.Equal(NextStepKind.DoorOpen, (await TimelineAsync(person)).StepInForce!.Kind);
    }

    [Fact]
    public async Task The_same_step_saved_twice_is_recorded_once_and_a_taken_back_number_is_not_used_again()
    {
        Guid person = await PatientAsync(_journal);
        NextStepRecorder steps = _journal.Get<NextStepRecorder>();
        SaveOutcome.Saved first = IsSaved(await steps.SayAsync(person, Every(14)));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(first.ActId));
        IsSaved(await steps.SayAsync(person, Every(14)));
        Assert.Equal(2, Assert.Single((await TimelineAsync(person)).Steps).Number);

        Guid visit = await VisitAsync(_journal, person, "2026-11-09", Every(14));
        IsSaved(await Recorder.RecordAsync(await FormAsync(_journal, visit)));
        Assert.Equal(2, (await TimelineAsync(person)).Steps.Count);
    }

    [Fact]
    public async Task A_step_that_was_not_discussed_leaves_the_earlier_one_in_force()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05", Every(30));
        await VisitAsync(_journal, person, "2026-11-02");
        Assert.Equal(30, (await TimelineAsync(person)).StepInForce!.Days);
    }

    [Theory]
    [InlineData(NextStepKind.Every, null, null, nameof(NextStepForm.Days), ProblemKind.OutOfRange)]
    [InlineData(NextStepKind.Every, 2, null, nameof(NextStepForm.Days), ProblemKind.OutOfRange)]
    [InlineData(NextStepKind.Every, 401, null, nameof(NextStepForm.Days), ProblemKind.OutOfRange)]
    [InlineData(NextStepKind.BackBy, null, null, nameof(NextStepForm.BackBy), ProblemKind.DateNotUnderstood)]
    [InlineData(NextStepKind.BackBy, null, "2026-11-22", nameof(NextStepForm.BackBy), ProblemKind.NotInFuture)]
    public async Task A_step_that_cannot_be_right_is_refused_at_its_field(NextStepKind kind, int? days, string? backBy, string field, ProblemKind expected)
    {
        Guid person = await PatientAsync(_journal);
        NextStepForm form = new() { Kind = kind, Days = days, BackBy = backBy is null ? null : Day(backBy) };
        Assert.Equal(expected, IsInvalid(await _journal.Get<NextStepRecorder>().SayAsync(person, form), field));
    }

    [Fact]
    public async Task Every_earlier_text_stays_readable_the_original_first()
    {
        using TestJournal journal = TestJournal.Open();
        Guid visit = await VisitAsync(journal, await PatientAsync(journal), "2026-10-05", note: "première version");
        foreach ((string note, string? reason) in new (string, string?)[] { ("deuxième version", null), ("troisième version", "relu avec la personne") })
        {
            journal.Clock.Advance(TimeSpan.FromDays(1));
            VisitForm form = await FormAsync(journal, visit, note);
            form.ReasonForChange = reason;
            IsSaved(await journal.Get<VisitRecorder>().RecordAsync(form));
        }

        VisitAnswer answer = await ReadAsync(journal, visit);
        Assert.Equal("troisième version", answer.Form.Note);
        Assert.Equal(["première version", "deuxième version"], answer.Earlier.Select(version => version.Note));
        Assert.Equal([null, "relu avec la personne"], answer.Earlier.Select(version => version.Reason));
        Assert.Equal(new DateTime(2026, 11, 23, 13, 0, 0), answer.Earlier[0].ChangedAt);
        Assert.Equal(new DateTime(2026, 11, 22, 13, 0, 0), answer.WrittenAt);
    }

    [Fact]
    public async Task A_session_that_was_planned_first_was_written_when_it_was_logged()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        Guid visit = Guid.CreateVersion7();
        IsSaved(await journal.Get<VisitRecorder>().PlanAsync(visit, person, Day("2026-11-24"), null));
        journal.Clock.Advance(TimeSpan.FromDays(2));
        IsSaved(await journal.Get<VisitRecorder>().RecordAsync(await FormAsync(journal, visit, "première version")));
        journal.Clock.Advance(TimeSpan.FromDays(3));
        IsSaved(await journal.Get<VisitRecorder>().RecordAsync(await FormAsync(journal, visit, "deuxième version")));
        Assert.Equal(new DateTime(2026, 11, 24, 13, 0, 0), (await ReadAsync(journal, visit)).WrittenAt);
    }

    private static NextStepForm Every(int days) => new() { Kind = NextStepKind.Every, Days = days };

    private async Task<PatientTimeline> TimelineAsync(Guid person) => (await _journal.Get<TimelineReader>().ReadAsync(person))!;
}
