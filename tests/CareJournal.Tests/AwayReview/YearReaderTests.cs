using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>A year of care in counts, over a real file.</summary>
public sealed class YearReaderTests
{
    [Fact]
    public async Task A_year_counts_what_falls_between_its_first_and_its_last_day()
    {
        using TestJournal journal = TestJournal.Open();
        Guid returned = await PatientAsync(journal);
        await VisitAsync(journal, returned, "2024-12-31");
        await VisitAsync(journal, returned, "2025-06-02", new NextStepForm { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both }, justifies: "Reprise du travail.");
        await VisitAsync(journal, returned, "2025-12-31", new NextStepForm { Kind = NextStepKind.EndedTogether, DecidedBy = DecidedBy.Person });
        Guid newcomer = await PatientAsync(journal);
        VisitForm home = new() { PatientId = newcomer, HeldOn = Day("2025-01-01"), Mode = VisitMode.Home };
        IsSaved(await journal.Get<VisitRecorder>().RecordAsync(home));
        await VisitAsync(journal, newcomer, "2026-01-01");

        YearOfCare year = await ReadAsync(journal, 2025);

        Assert.Equal((3, 2, 1, 2), (year.Sessions, year.People, year.FirstContacts, year.Returns));
        Assert.Equal((2, 1), (year.Modes[VisitMode.Practice], year.Modes[VisitMode.Home]));
        Assert.Equal((3, 0, 1), (year.PeriodsOpened, year.PeriodsClosed, year.Reviews));
        Assert.Equal((1, 1), (year.Decided[DecidedBy.Both], year.Decided[DecidedBy.Person]));
        Assert.Equal(1, Assert.Single(year.Ended, ended => ended.Key == PatientClosing.ConcludedTogether).Value);
        Assert.Equal((90, 2024), (year.Threshold, year.FirstYear!.Value));
        Assert.Equal((1, 1, 0), ((await ReadAsync(journal, 2024)).Sessions, (await ReadAsync(journal, 2024)).FirstContacts, (await ReadAsync(journal, 2024)).Returns));
    }

    [Fact]
    public async Task Follow_ups_that_ended_are_counted_once_by_how_they_ended_and_a_death_is_counted_apart()
    {
        using TestJournal journal = TestJournal.Open("2025-03-01");
        Guid closed = await PatientAsync(journal);
        await VisitAsync(journal, closed, "2025-02-03", new NextStepForm { Kind = NextStepKind.HandedOver });
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(closed, PatientClosing.ClosedOnMySide, null));
        Guid cameBack = await PatientAsync(journal);
        await VisitAsync(journal, cameBack, "2025-02-03", new NextStepForm { Kind = NextStepKind.HandedOver });
        await VisitAsync(journal, cameBack, "2025-02-10");
        Guid died = await PatientAsync(journal);
        PatientForm form = (await journal.Get<PatientReader>().ReadAsync(died))!.Form;
        form.DeceasedOn = Day("2025-02-01");
        IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form));

        YearOfCare year = await ReadAsync(journal, 2025);
        Assert.Equal((PatientClosing.ClosedOnMySide, 1), (Assert.Single(year.Ended).Key, Assert.Single(year.Ended).Value));
        Assert.Equal(1, year.Deaths);
    }

    [Fact]
    public async Task A_year_without_anything_is_empty_and_one_that_has_not_begun_is_none()
    {
        using TestJournal journal = TestJournal.Open();
        Assert.True((await ReadAsync(journal, 2019)).IsEmpty);
        Assert.Null((await ReadAsync(journal, 2019)).FirstYear);
        Assert.Equal(2026, (await journal.Get<YearReader>().ReadAsync()).Year!.Year);
        Assert.All([2027, 0, -3, 123456], no => Assert.Null(journal.Get<YearReader>().ReadAsync(no).GetAwaiter().GetResult().Year));
    }

    private static async Task<YearOfCare> ReadAsync(TestJournal journal, int year) => (await journal.Get<YearReader>().ReadAsync(year)).Year!;
}
