using System.Text.RegularExpressions;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Drafts;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Today;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>
/// Every query that somebody waits for uses an index. The plans are those that SQLite gives for the SQL that EF sent. Tables of a
/// few rows for the whole practice (settings, closures, drafts) may be read whole; people are, once per unlock.
/// </summary>
public sealed class QueryPlanTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public async Task A_timeline_is_read_by_the_persons_index()
    {
        Guid person = await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<TimelineReader>().ReadAsync(person));
        Found(plans, "SEARCH v USING INDEX IX_Visits_PatientId_HeldOn_Status_VoidedAtUtc (PatientId=?)");
        Found(plans, "SEARCH m USING COVERING INDEX IX_Measures_PatientId_TakenOn_Instrument_Value_VoidedAtUtc (PatientId=?)");
        Found(plans, "SEARCH n USING INDEX IX_NextSteps_PatientId_SaidOn_Number (PatientId=?)");
        Found(plans, "SEARCH e USING INDEX IX_Episodes_PatientId (PatientId=?)");
        Found(plans, "SEARCH f USING INDEX IX_FlareUps_PatientId (PatientId=?)");
        Found(plans, "SEARCH l USING INDEX IX_LifeEvents_PatientId (PatientId=?)");
        Found(plans, "SEARCH a USING INDEX IX_AbsenceNotes_PatientId_From (PatientId=?)");
        Found(plans, "SEARCH p USING INDEX sqlite_autoindex_Patients_1 (Id=?)");
        NothingWhole(plans, "c", "s");
    }

    [Fact]
    public async Task The_answers_of_private_visits_are_found_by_their_visit()
    {
        Guid person = await PersonAsync();
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-16"), Hidden = true, Scores = { [Instrument.Sleep] = 4 } }));
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<TimelineReader>().ReadAsync(person));
        Found(plans, "SEARCH m USING COVERING INDEX IX_Measures_PatientId_TakenOn_Instrument_Value_VoidedAtUtc (PatientId=?)");
        Found(plans, "SEARCH m USING INDEX IX_Measures_VisitId (VisitId=?)");
        NothingWhole(plans, "c", "s");
    }

    [Fact]
    public async Task The_days_of_all_visits_are_read_from_the_index_alone()
    {
        await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => Task.FromResult(AwayFactsReader.Read(_journal.File, null).ToList()));
        Found(plans, "SCAN v USING COVERING INDEX IX_Visits_PatientId_HeldOn_Status_VoidedAtUtc");
        Found(plans, "SCAN n USING INDEX IX_NextSteps_PatientId_SaidOn_Number");
        Found(plans, "SCAN r USING INDEX IX_Reviews_PatientId_TakenOn");
        Assert.DoesNotContain(plans, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_persons_facts_are_read_by_index_after_each_save()
    {
        Guid person = await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => Task.FromResult(AwayFactsReader.Read(_journal.File, person).ToList()));
        Found(plans, "SEARCH v USING COVERING INDEX IX_Visits_PatientId_HeldOn_Status_VoidedAtUtc (PatientId=?)");
        NothingWhole(plans, "s");
    }

    [Fact]
    public async Task Todays_sessions_the_last_copy_and_the_last_act_are_found_by_index()
    {
        await PersonAsync();
        await _journal.Get<AwayReader>().ReadAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<TodayReader>().ReadAsync());
        Found(plans, "SEARCH v USING INDEX IX_Visits_HeldOn_Status (HeldOn>? AND HeldOn<?)");
        Found(plans, "SEARCH a USING COVERING INDEX IX_Acts_Kind_AtUtc (Kind=?)");
        Found(plans, "SEARCH a USING COVERING INDEX IX_Acts_AtUtc");
        NothingWhole(plans, "c", "d", "s");
    }

    [Fact]
    public async Task The_last_acts_are_found_in_their_order()
    {
        await PersonAsync();
        Assert.NotEmpty(_journal.Get<PatientNames>().All());
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<ActReader>().ReadLastAsync(20));
        Found(plans, "SEARCH a USING INDEX IX_Acts_AtUtc (AtUtc>?)");
        NothingWhole(plans);
    }

    [Fact]
    public async Task The_last_visit_and_all_that_was_recorded_in_it_are_found_by_index()
    {
        Guid person = await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<VisitReader>().ReadLastAsync(person, Day("2026-11-22"), Guid.Empty));
        Found(plans, "SEARCH v USING INDEX IX_Visits_PatientId_HeldOn_Status_VoidedAtUtc (PatientId=? AND HeldOn<?)");
        Found(plans, "SEARCH m USING INDEX IX_Measures_VisitId (VisitId=?)");
        Found(plans, "SEARCH r USING INDEX IX_RowVersions_RowId (RowId=?)");
        NothingWhole(plans);
    }

    [Fact]
    public async Task Withdrawn_sessions_are_found_by_their_period_and_no_other_session_is_read()
    {
        Guid person = await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<VisitReader>().ReadWithdrawnAsync(person));
        Found(plans, "SEARCH v USING INDEX IX_Visits_EpisodeId_Status_HeldOn_VoidedAtUtc (EpisodeId=?)");
        Assert.DoesNotContain("SCAN v", plans);
    }

    [Fact]
    public async Task Saving_changing_voiding_and_undoing_a_visit_reads_nothing_whole()
    {
        Guid person = await PersonAsync();
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-11-16"), Scores = { [Instrument.Sleep] = 4 }, NextStep = new NextStepForm { Kind = NextStepKind.DoorOpen }, JustifiesRhythm = "x" };
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form))), "s");
        VisitForm changed = await FormAsync(_journal, form.Id, "changé");
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(changed))), "s");
        SaveOutcome.Saved? voided = null;
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => voided = IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(form.Id, 2))), "s");
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(voided!.ActId))), "s");
    }

    [Fact]
    public async Task Details_settings_and_a_next_step_read_nothing_whole()
    {
        Guid person = await PersonAsync();
        NothingWhole(await EmittedQueries.PlansAsync(_journal, () => _journal.Get<PatientReader>().ReadAsync(person)));
        NothingWhole(await EmittedQueries.PlansAsync(_journal, () => _journal.Get<SettingsReader>().ReadAsync()), "s", "c");
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<NextStepRecorder>().SayAsync(person, new NextStepForm { Kind = NextStepKind.DoorOpen }))), "s");
    }

    [Fact]
    public async Task Keeping_finding_and_ending_a_draft_reads_nothing_whole()
    {
        Guid person = await PersonAsync();
        DraftForm draft = new() { Id = Guid.CreateVersion7(), PatientId = person, Form = "visit", Number = 1, Text = "x" };
        IReadOnlyList<string> keep = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<DraftRecorder>().KeepAsync(draft));
        Found(keep, "SEARCH a USING INDEX IX_Acts_DraftId (DraftId=?)");
        NothingWhole(keep);
        IReadOnlyList<string> find = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<DraftReader>().FindAsync(person, "visit"));
        Found(find, "SEARCH d USING INDEX IX_Drafts_PatientId_Form (PatientId=? AND Form=?)");
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-11-16"), DraftId = draft.Id };
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form))), "s");
        NothingWhole(await EmittedQueries.PlansAsync(_journal, async () => IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form))), "s");
    }

    [Fact]
    public async Task Goals_tools_reviews_contacts_and_words_are_read_by_the_persons_index()
    {
        Guid person = await PersonAsync();
        IReadOnlyList<string> plans = await EmittedQueries.PlansAsync(_journal, () => _journal.Get<TimelineReader>().ReadAsync(person));
        Assert.All(
            ["IX_Goals_", "IX_GoalSteps_", "IX_Tools_", "IX_ToolSteps_", "IX_Reviews_", "IX_PromptDismissals_", "IX_Contacts_", "IX_WordsToSelf_"],
            index => Assert.Contains(plans, step => step.Contains($"INDEX {index}PatientId", StringComparison.Ordinal)));
    }

    private async Task<Guid> PersonAsync()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05", new NextStepForm { Kind = NextStepKind.Every, Days = 30 }, "le sens");
        return person;
    }

    private static void Found(IReadOnlyList<string> plans, string step) =>
        Assert.True(plans.Contains(step, StringComparer.Ordinal), $"Not found: {step}\nAmong:\n{string.Join('\n', plans)}");

    /// <summary>Asserts that no table is scanned except the small ones, given by their alias.</summary>
    private static void NothingWhole(IReadOnlyList<string> plans, params string[] small) =>
        Assert.DoesNotContain(plans, step => Regex.Match(step, @"^SCAN (\w+)") is { Success: true } scan && scan.Groups[1].Value != "CONSTANT" && !small.Contains(scan.Groups[1].Value));
}
