using CareJournal.Absences;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>The list and the counts of one person's own pauses and periods, on both sides of every limit.</summary>
public sealed class PersonRhythmTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private static readonly string[] TenYears =
    [
        "2016-01-11", "2016-01-25", "2016-02-08", "2016-02-22", "2016-03-21", "2016-04-18", "2016-12-19", "2017-01-02", "2017-01-16", "2017-02-13",
        "2018-02-19", "2018-03-05", "2018-03-19", "2018-05-14",
    ];

    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public async Task Every_own_pause_is_listed_with_what_was_reported_and_what_had_been_agreed()
    {
        Guid patient = await PatientAsync(_journal);
        await VisitAsync(_journal, patient, "2024-01-08", new NextStepForm { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both });
        await VisitAsync(_journal, patient, "2024-09-02");
        await VisitAsync(_journal, patient, "2025-09-01");
        IsSaved(await _journal.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm
        {
            PatientId = patient, From = Day("2024-01-09"), To = Day("2024-09-01"), HowItWas = HowItWas.RatherWell, WhyNoSession = WhyNoSession.OwnTools, Words = "Le chant a repris.",
        }));

        PersonRhythm rhythm = await ReadAsync(patient);

        Assert.Equal(
            [(Day("2025-09-01"), (DateOnly?)null), (Day("2024-09-02"), Day("2025-09-01")), (Day("2024-01-08"), Day("2024-09-02"))],
            rhythm.Absences.Select(absence => (absence.Gap.From, absence.Gap.To)));
        Assert.Equal((HowItWas.RatherWell, "Le chant a repris."), (rhythm.Absences[2].Gap.Note!.HowItWas, rhythm.Absences[2].Gap.Note!.Words));
        Assert.Equal(NextStepKind.DoorOpen, rhythm.Absences[2].Agreed!.Kind);
        Assert.Null(rhythm.Absences[1].Agreed);
    }

    [Fact]
    public async Task Periods_have_their_sessions_and_the_middle_of_their_intervals_and_the_present_one_is_kept_apart()
    {
        Guid patient = await PatientAsync(_journal);
        foreach (string day in TenYears)
        {
            await VisitAsync(_journal, patient, day);
        }

        await VisitAsync(_journal, patient, "2026-11-02");
        PersonRhythm rhythm = await ReadAsync(patient);

        Assert.Equal([1, 4, 4, 6], rhythm.Periods.Select(period => period.Period.Visits));
        Assert.Equal([null, 14m, 14m, 14m], rhythm.Periods.Select(period => period.Usual));
        Assert.Equal([14, 14, 56], rhythm.Periods[1].Intervals);
        Assert.Equal([true, false, false, false], rhythm.Periods.Select(period => period.Ongoing));
        Assert.Equal(4, rhythm.UsualVisits);
        Assert.False(rhythm.Seasonality.IsEnough);
    }

    [Fact]
    public async Task What_was_planned_is_counted_beside_what_was_held_and_nothing_is_divided()
    {
        using TestJournal journal = TestJournal.Open("2026-11-08");
        Guid patient = await PatientAsync(journal);
        await VisitAsync(journal, patient, "2026-11-02");
        VisitRecorder recorder = journal.Get<VisitRecorder>();
        foreach ((string day, VisitStatus? became) in ((string, VisitStatus?)[])
            [
                ("2026-11-09", VisitStatus.NoShow), ("2026-11-10", VisitStatus.CancelledByPerson), ("2026-11-11", VisitStatus.CancelledByPerson),
                ("2026-11-12", VisitStatus.CancelledByPractice), ("2026-11-13", null), ("2026-12-07", null),
            ])
        {
            Guid visit = IsSaved(await recorder.PlanAsync(Guid.CreateVersion7(), patient, Day(day), null)).RowId;
            if (became is { } status)
            {
                IsSaved(await recorder.NotHeldAsync(visit, (await Some.ReadAsync(journal, visit)).Form.Revision, status));
            }
        }

        journal.Clock.MoveTo(Day("2026-11-22"));
        PersonRhythm rhythm = PersonRhythm.Of((await journal.Get<TimelineReader>().ReadAsync(patient))!);
        Assert.Equal(
            (1, 1, 2, 1, 1, 1),
            (rhythm.Visits[VisitStatus.Held], rhythm.Visits[VisitStatus.NoShow], rhythm.Visits[VisitStatus.CancelledByPerson], rhythm.Visits[VisitStatus.CancelledByPractice], rhythm.Visits[VisitStatus.Planned], rhythm.Unlogged));
    }

    [Fact]
    public async Task The_present_silence_of_somebody_who_died_or_whose_follow_up_was_closed_is_not_listed()
    {
        Guid died = await PatientAsync(_journal);
        await VisitAsync(_journal, died, "2024-01-08");
        Guid closed = await PatientAsync(_journal);
        await VisitAsync(_journal, closed, "2024-01-08");
        Assert.Single((await ReadAsync(died)).Absences);
        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(died))!.Form;
        form.DeceasedOn = Day("2024-02-01");
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
        IsSaved(await _journal.Get<PatientRecorder>().CloseAsync(closed, PatientClosing.ClosedOnMySide, null));

        Assert.Empty((await ReadAsync(died)).Absences);
        Assert.Empty((await ReadAsync(closed)).Absences);
    }

    [Fact]
    public async Task A_person_without_visits_has_nothing_to_count()
    {
        PersonRhythm rhythm = await ReadAsync(await PatientAsync(_journal));
        Assert.Empty(rhythm.Absences);
        Assert.Empty(rhythm.Periods);
        Assert.All(rhythm.Visits.Values, count => Assert.Equal(0, count));
        Assert.Null(rhythm.UsualVisits);
    }

    private async Task<PersonRhythm> ReadAsync(Guid patient) => PersonRhythm.Of((await _journal.Get<TimelineReader>().ReadAsync(patient))!);
}
