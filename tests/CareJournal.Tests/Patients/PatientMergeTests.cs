using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Drafts;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Patients;

/// <summary>Two entries of one person are merged in one act, which is taken back as one.</summary>
public sealed class PatientMergeTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private PatientMergeRecorder Recorder => _journal.Get<PatientMergeRecorder>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Everything_of_the_second_entry_goes_to_the_first_and_comes_back_when_it_is_taken_back()
    {
        Guid kept = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid merged = await PatientAsync(_journal, "Vaseur", "Claire");
        await VisitAsync(_journal, kept, "2026-10-05", new NextStepForm { Kind = NextStepKind.DoorOpen });
        Guid visit = await FullVisitAsync(merged, "2026-10-12");
        Guid withdrawn = await VisitAsync(_journal, merged, "2026-10-19");
        IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(withdrawn, 1));
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = merged, Words = "Marcher" }));
        IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = merged, Start = Dates.FuzzyDate.InYear(2020) }));
        DraftForm draft = new() { Id = Guid.CreateVersion7(), PatientId = merged, Form = "visit", Number = 1, Text = "x" };
        await _journal.Get<DraftRecorder>().KeepAsync(draft);
        string before = await PictureAsync(kept) + await PictureAsync(merged);

        SaveOutcome.Saved saved = IsSaved(await Recorder.MergeAsync(kept, merged));
        PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(kept))!;
        Assert.Equal([Day("2026-10-05"), Day("2026-10-12")], timeline.Held.Select(held => held.HeldOn));
        Assert.Equal((1, 1, 2, 1), (timeline.FlareUps.Count, timeline.Goals.Count, timeline.Steps.Count, timeline.Curves.Count));
        Assert.Single(await _journal.Get<VisitReader>().ReadWithdrawnAsync(kept));
        Assert.Null(await _journal.Get<TimelineReader>().ReadAsync(merged));
        Assert.Null(_journal.Get<PatientNames>().Of(merged));
        Assert.Null(_journal.FactsOf(merged));
        Assert.Equal(2, _journal.FactsOf(kept)!.HeldOn.Count);
        Assert.Equal(kept, await MergedIntoAsync(_journal, merged));
        Assert.Equal(kept, (await _journal.Get<DraftReader>().ReadAsync(draft.Id))!.PatientId);
        Assert.Equal(kept, (await ReadAsync(_journal, visit)).Form.PatientId);

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        Assert.Equal(before, await PictureAsync(kept) + await PictureAsync(merged));
        Assert.Single(_journal.FactsOf(kept)!.HeldOn);
        Assert.Single(_journal.FactsOf(merged)!.HeldOn);
        Assert.Null(await MergedIntoAsync(_journal, merged));
        Assert.Equal("ok", _journal.Ask<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Taking_it_back_and_doing_it_again_ends_where_it_began()
    {
        Guid kept = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid merged = await PatientAsync(_journal, "Vaseur", "Claire");
        await FullVisitAsync(merged, "2026-10-12");
        SaveOutcome.Saved saved = IsSaved(await Recorder.MergeAsync(kept, merged));
        string picture = await PictureAsync(kept);
        SaveOutcome.Saved undone = IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(undone.ActId));
        Assert.Equal(picture, await PictureAsync(kept));
        Assert.Null(await _journal.Get<TimelineReader>().ReadAsync(merged));
    }

    [Fact]
    public async Task It_is_not_taken_back_once_a_new_row_refers_to_what_moved()
    {
        Guid kept = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid merged = await PatientAsync(_journal, "Vaseur", "Claire");
        await VisitAsync(_journal, merged, "2026-10-12");
        SaveOutcome.Saved saved = IsSaved(await Recorder.MergeAsync(kept, merged));
        SaveOutcome.Saved visit = IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = kept, HeldOn = Day("2026-10-19") }));
        Assert.Equal(Refusal.ChangedSince, Assert.IsType<SaveOutcome.Refused>(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId)).Why);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(visit.ActId));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
    }

    [Fact]
    public async Task Steps_of_one_day_keep_numbers_of_their_own()
    {
        Guid kept = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid merged = await PatientAsync(_journal, "Vaseur", "Claire");
        await VisitAsync(_journal, kept, "2026-10-05", new NextStepForm { Kind = NextStepKind.DoorOpen });
        await VisitAsync(_journal, merged, "2026-10-05", new NextStepForm { Kind = NextStepKind.Every, Days = 30 });
        IsSaved(await Recorder.MergeAsync(kept, merged));
        PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(kept))!;
        Assert.Equal([1, 2], timeline.Steps.Select(step => step.Number));
        Assert.Equal(NextStepKind.Every, timeline.StepInForce!.Kind);
    }

    [Fact]
    public async Task What_the_first_entry_lacks_is_taken_from_the_second_and_nothing_is_overwritten()
    {
        PatientForm first = new() { FamilyName = "Vasseur", Phone = "06 39 98 00 01", StandingNote = "Prothèse de hanche." };
        PatientForm second = new() { FamilyName = "Vaseur", Phone = "06 39 98 00 02", Email = "c@example.org", BirthDate = Day("1970-05-04"), StandingNote = "Sa mère l'accompagne.", Sex = Sex.Woman };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(first));
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(second));
        IsSaved(await Recorder.MergeAsync(first.Id, second.Id));
        PatientForm read = (await _journal.Get<PatientReader>().ReadAsync(first.Id))!.Form;
        Assert.Equal(("Vasseur", "06 39 98 00 01", "c@example.org", Day("1970-05-04"), Sex.Woman), (read.FamilyName, read.Phone, read.Email, read.BirthDate!.Value, read.Sex));
        Assert.Equal("Prothèse de hanche.\nSa mère l'accompagne.", read.StandingNote);
    }

    [Fact]
    public async Task Two_people_are_not_made_one()
    {
        Guid one = await PatientAsync(_journal, birth: "1970-05-04");
        Guid younger = await PatientAsync(_journal, birth: "1990-05-04");
        PatientForm dead = new() { FamilyName = "Exemple", BirthDate = Day("1970-05-04"), DeceasedOn = Day("2025-01-01") };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(dead));
        long rows = _journal.Rows();
        Assert.Equal(Refusal.NotTheSamePerson, Assert.IsType<SaveOutcome.Refused>(await Recorder.MergeAsync(one, younger)).Why);
        Assert.Equal(Refusal.NotTheSamePerson, Assert.IsType<SaveOutcome.Refused>(await Recorder.MergeAsync(one, dead.Id)).Why);
        Assert.Equal(Refusal.NotTheSamePerson, Assert.IsType<SaveOutcome.Refused>(await Recorder.MergeAsync(dead.Id, one)).Why);
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MergeAsync(one, one));
        Assert.IsType<SaveOutcome.NotFound>(await Recorder.MergeAsync(one, Guid.CreateVersion7()));
        Assert.Equal(rows, _journal.Rows());
    }

    private async Task<Guid> FullVisitAsync(Guid person, string on)
    {
        VisitForm form = new() { PatientId = person, HeldOn = Day(on), Scores = { [Instrument.Sleep] = 4 }, NextStep = new NextStepForm { Kind = NextStepKind.Every, Days = 30 }, JustifiesRhythm = "x" };
        return IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form)).RowId;
    }

    private async Task<string> PictureAsync(Guid person)
    {
        PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(person))!;
        return $"{timeline.Patient.Name}: {string.Join(' ', timeline.Held.Select(visit => visit.HeldOn))} {timeline.Goals.Count} {timeline.FlareUps.Count} "
            + $"{string.Join(' ', timeline.Steps.Select(step => $"{step.SaidOn}/{step.Number}"))} {timeline.Episodes.Count} {timeline.Curves.Count} {(await _journal.Get<VisitReader>().ReadWithdrawnAsync(person)).Count}\n";
    }
}
