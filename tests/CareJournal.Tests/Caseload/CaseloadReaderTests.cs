using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Caseload;

public sealed class CaseloadReaderTests
{
    [Fact]
    public async Task Everybody_is_there_with_flare_ups_conditions_and_the_latest_period_and_the_deceased_leave_at_once()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        Assert.Empty((await journal.Get<CaseloadReader>().ReadAsync()).People);

        Guid one = await PatientAsync(journal, "Zola", "Ada");
        Guid other = await PatientAsync(journal, "Élie", "Bo");
        foreach (string day in (string[])["2025-01-06", "2025-01-20", "2026-03-02", "2026-03-16"])
        {
            await VisitAsync(journal, one, day);
        }

        IsSaved(await journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = one, Start = FuzzyDate.InMonth(2026, 2), End = FuzzyDate.InMonth(2026, 2), ReportedOn = Day("2026-03-02") }));
        IsSaved(await journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = one, Label = "Lombalgie" }));
        IsSaved(await journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = other, Label = "lombalgie" }));

        CaseloadOverview overview = await journal.Get<CaseloadReader>().ReadAsync();
        Assert.Equal(["Élie", "Zola"], overview.People.Select(person => person.Name.FamilyName));
        CaseloadPerson ada = overview.People[1];
        Assert.Equal((Day("2025-01-06"), Day("2026-03-02")), (ada.FirstVisit, ada.Grounds.PeriodStart));
        Assert.Equal(Day("2026-03-02"), Assert.Single(ada.FlareUps).ReportedOn);
        Assert.Equal("Lombalgie", Assert.Single(overview.Conditions).Label);
        Assert.Equal(2, overview.Show(new CaseloadChoice { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.Condition) { Condition = overview.Conditions[0] }] }).People.Count);

        PatientForm form = (await journal.Get<PatientReader>().ReadAsync(one))!.Form;
        form.DeceasedOn = Day("2026-11-20");
        IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form));
        Assert.Equal(["Élie"], (await journal.Get<CaseloadReader>().ReadAsync()).People.Select(person => person.Name.FamilyName));
    }

    [Fact]
    public async Task What_was_read_is_kept_until_something_is_written_or_the_journal_locks()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        CaseloadReader reader = journal.Get<CaseloadReader>();
        Guid person = await PatientAsync(journal, "Zola", "Ada");
        Task<SaveOutcome> InMonthAsync(int year, int month) =>
            journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(year, month), ReportedOn = Day("2026-03-02") });
        IsSaved(await InMonthAsync(2026, 2));
        async Task<IReadOnlyList<CaseloadFlareUp>> FlareUpsAsync() => Assert.Single((await reader.ReadAsync()).People).FlareUps;
        IReadOnlyList<CaseloadFlareUp> read = await FlareUpsAsync();
        Assert.Single(read);
        Assert.Same(read, await FlareUpsAsync());

        SaveOutcome.Saved june = IsSaved(await InMonthAsync(2025, 6));
        Assert.Equal([FuzzyDate.InMonth(2025, 6), FuzzyDate.InMonth(2026, 2)], (await FlareUpsAsync()).Select(flareUp => flareUp.Start));
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(june.ActId));
        read = await FlareUpsAsync();
        Assert.Single(read);

        journal.File.Lock();
        await Assert.ThrowsAsync<JournalLockedException>(reader.ReadAsync);
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
        Assert.NotSame(read, await FlareUpsAsync());
    }

    [Fact]
    public async Task The_last_texts_of_a_person_are_those_of_the_latest_session_in_which_something_was_written()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        Guid person = await PatientAsync(journal, "Zola", "Ada");
        CaseloadReader reader = journal.Get<CaseloadReader>();
        Assert.Null(await reader.ReadLastAsync(person));
        await VisitAsync(journal, person, "2026-01-05", note: "Le jardin.");
        Guid written = await VisitAsync(journal, person, "2026-03-02", note: "La rivière.");
        Guid withdrawn = await VisitAsync(journal, person, "2026-04-06", note: "Par erreur.");
        IsSaved(await journal.Get<VisitRecorder>().VoidAsync(withdrawn, 1));
        await VisitAsync(journal, person, "2026-05-04");
        await VisitAsync(journal, await PatientAsync(journal, "Élie", "Bo"), "2026-06-01", note: "Une autre.");
        Assert.Equal(new LastVisit(person, written, Day("2026-03-02"), null, null, "La rivière."), await reader.ReadLastAsync(person));
    }

    [Fact]
    public async Task A_view_is_kept_under_its_name_replaced_taken_away_and_brought_back()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        SavedViewRecorder recorder = journal.Get<SavedViewRecorder>();
        Assert.Equal(ProblemKind.Missing, IsInvalid(await recorder.KeepAsync("  ", "rank=Name"), nameof(SavedView.Name)));
        Assert.Equal(ProblemKind.TooLong, IsInvalid(await recorder.KeepAsync(new string('a', SavedView.LongestName + 1), ""), nameof(SavedView.Name)));
        IsSaved(await recorder.KeepAsync("Le lundi", "rank=Name"));
        SaveOutcome.Saved replaced = IsSaved(await recorder.KeepAsync("Le lundi", "rank=AgreedDate"));
        Assert.Equal("rank=AgreedDate", Assert.Single(await journal.Get<SavedViewReader>().ReadAsync()).Choice);
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(replaced.ActId));
        SavedView kept = Assert.Single(await journal.Get<SavedViewReader>().ReadAsync());
        Assert.Equal("rank=Name", kept.Choice);

        SaveOutcome.Saved removed = IsSaved(await recorder.RemoveAsync(kept.Id));
        Assert.Empty(await journal.Get<SavedViewReader>().ReadAsync());
        Assert.IsType<SaveOutcome.NotFound>(await recorder.RemoveAsync(kept.Id));
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(removed.ActId));
        Assert.Equal("Le lundi", Assert.Single(await journal.Get<SavedViewReader>().ReadAsync()).Name);
    }
}
