using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Drafts;

/// <summary>A draft is on disk before it is confirmed, ends in the transaction that saves it, and is never brought back by a late keep.</summary>
public sealed class DraftTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly Guid _id = Guid.CreateVersion7();

    private DraftRecorder Recorder => _journal.Get<DraftRecorder>();

    private DraftReader Reader => _journal.Get<DraftReader>();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_draft_is_found_again_after_a_restart_to_the_last_letter()
    {
        Guid person = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid target = Guid.CreateVersion7();
        Assert.Equal(new DraftOutcome.Kept(3, new DateTime(2026, 11, 22, 13, 0, 0)), await KeepAsync(3, "Elle dit que", person, target));
        using TestJournal restarted = _journal.Reopened();
        OpenDraft open = Assert.Single(await restarted.Get<DraftReader>().ReadOpenAsync());
        Assert.Equal(new OpenDraft(_id, person, "Claire Vasseur", "visit", target, 3, new DateTime(2026, 11, 22, 13, 0, 0)), open);
        Assert.Equal(new DraftAnswer(_id, person, "visit", target, 2, 3, "Elle dit que", new DateTime(2026, 11, 22, 13, 0, 0)), await restarted.Get<DraftReader>().ReadAsync(_id));
    }

    [Fact]
    public async Task Drafts_that_look_alike_are_listed_with_their_texts_and_others_without()
    {
        Guid person = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid other = await PatientAsync(_journal, "Petit", "Jean");
        foreach ((Guid about, string form, string text) in new[]
        {
            (person, "visit", "un"), (person, "visit", "deux"), (person, "contact", "trois"), (other, "visit", "quatre"), (other, "gap-2024-01-05", "cinq"), (other, "gap-2025-03-02", "six"),
        })
        {
            Assert.IsType<DraftOutcome.Kept>(await Recorder.KeepAsync(new DraftForm { Id = Guid.CreateVersion7(), PatientId = about, Form = form, Number = 1, Text = text }));
        }

        Assert.Equal(
            new HashSet<(Guid?, string, string?)> { (person, "visit", "un"), (person, "visit", "deux"), (person, "contact", null), (other, "visit", null), (other, "gap-2024-01-05", "cinq"), (other, "gap-2025-03-02", "six") },
            [.. (await Reader.ReadOpenAsync()).Select(draft => (draft.PatientId, draft.Form, draft.Text))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🙂👨‍👩‍👧 emoji")]
    [InlineData("שלום, النص من اليمين")]
    [InlineData("moitié \ud83d et \ude42 seule, et un zéro \0 au milieu")]
    [InlineData("e\u0301 décomposé, \r\n et \t")]
    public async Task Every_UTF16_unit_that_came_is_returned(string text)
    {
        Assert.IsType<DraftOutcome.Kept>(await KeepAsync(1, text));
        Assert.Equal(text, (await Reader.ReadAsync(_id))!.Text);
    }

    [Fact]
    public async Task A_mebibyte_is_kept_and_one_letter_more_is_refused_as_too_long()
    {
        string most = new('é', Draft.LongestText);
        Assert.IsType<DraftOutcome.Kept>(await KeepAsync(1, most));
        Assert.Equal(new DraftOutcome.TooLong(Draft.LongestText + 1), await KeepAsync(2, most + "é"));
        Assert.Equal(most, (await Reader.ReadAsync(_id))!.Text);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task A_number_that_is_not_higher_changes_nothing(long late)
    {
        await KeepAsync(5, "le dernier mot");
        Assert.Equal(5, Assert.IsType<DraftOutcome.Kept>(await KeepAsync(late, "un mot d'avant")).Number);
        Assert.Equal("le dernier mot", (await Reader.ReadAsync(_id))!.Text);
    }

    [Fact]
    public async Task Two_pages_are_two_drafts_of_one_form_the_latest_first()
    {
        Guid person = await PatientAsync(_journal);
        await KeepAsync(1, "la première page", person);
        _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        Guid other = Guid.CreateVersion7();
        await Recorder.KeepAsync(new DraftForm { Id = other, PatientId = person, Form = "visit", Number = 1, Text = "la seconde" });
        await Recorder.KeepAsync(new DraftForm { Id = Guid.CreateVersion7(), PatientId = person, Form = "review", Number = 1, Text = "autre chose" });
        await Recorder.KeepAsync(new DraftForm { Id = Guid.CreateVersion7(), Form = "visit", Number = 1, Text = "à personne" });
        Assert.Equal([other, _id], (await Reader.FindAsync(person, "visit")).Select(draft => draft.Id));
        Assert.Single(await Reader.FindAsync(null, "visit"));
        Assert.Equal(4, (await Reader.ReadOpenAsync()).Count);
    }

    [Fact]
    public async Task A_draft_ends_in_the_transaction_that_saves_it_and_its_id_returns_that_save_for_good()
    {
        Guid person = await PatientAsync(_journal);
        await KeepAsync(1, "une note", person);
        SaveOutcome.Saved first = IsSaved(await SaveAsync(person, "une note"));
        Assert.Null(await Reader.ReadAsync(_id));
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"Drafts\""));

        // A page that did not get the answer saves again: the same text, or from a form that was made anew.
        Assert.Equal(first, await SaveAsync(person, "une note"));
        Assert.Equal(first, await SaveAsync(person, "une autre note"));
        Assert.Single((await _journal.Get<TimelineReader>().ReadAsync(person))!.Held);
        Assert.Equal("une note", (await FormAsync(_journal, first.RowId)).Note);

        // A keep that was under way at the same time.
        Assert.Equal(new DraftOutcome.Spent(first.ActId), await KeepAsync(9, "une note et un mot", person));
        Assert.Empty(await Reader.ReadOpenAsync());
    }

    [Theory]
    [InlineData("goal")]
    [InlineData("goal that moves on")]
    [InlineData("tool")]
    [InlineData("tool that moves on")]
    [InlineData("pause")]
    [InlineData("news exchanged")]
    [InlineData("concluded together")]
    [InlineData("life event")]
    public async Task Every_kind_of_words_ends_its_draft_with_its_own_save_and_is_saved_once(string kind)
    {
        Guid person = await PatientAsync(_journal);
        Guid goal = IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "marcher" })).RowId;
        Guid tool = IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Label = "la respiration" })).RowId;
        await KeepAsync(1, "des mots", person);

        SaveOutcome.Saved first = IsSaved(await SaveKindAsync());
        Assert.Empty(await Reader.ReadOpenAsync());
        Assert.Equal(first, await SaveKindAsync());
        Assert.Equal(new DraftOutcome.Spent(first.ActId), await KeepAsync(2, "des mots", person));

        Task<SaveOutcome> SaveKindAsync() => kind switch
        {
            "goal" => _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "jardiner", DraftId = _id }),
            "goal that moves on" => _journal.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = goal, State = GoalState.Reached, Line = "presque" }, draftId: _id),
            "tool" => _journal.Get<ToolRecorder>().RecordAsync(new ToolForm { PatientId = person, Label = "le carnet", DraftId = _id }),
            "tool that moves on" => _journal.Get<ToolRecorder>().MoveAsync(new ToolMove { ToolId = tool, State = ToolState.SetAside, Line = "moins utile" }, draftId: _id),
            "pause" => _journal.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm { PatientId = person, From = Day("2026-03-01"), To = Day("2026-08-01"), Words = "bien", DraftId = _id }),
            "news exchanged" => _journal.Get<AwayDecisionRecorder>().InTouchAsync(AwayList.Undecided, new ContactForm { PatientId = person, On = Day("2026-11-20"), Words = "au téléphone", DraftId = _id }, null),
            "concluded together" => _journal.Get<AwayDecisionRecorder>().ConcludeAsync(new ContactForm { PatientId = person, On = Day("2026-11-20"), Words = "au téléphone", DraftId = _id }),
            _ => _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2024), Words = "maison", DraftId = _id }),
        };
    }

    [Fact]
    public async Task Words_typed_on_in_another_draft_are_never_reported_as_saved_when_they_are_not()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm form = new() { PatientId = person, HeldOn = Day("2026-11-16"), Note = "une note", DraftId = _id };
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form));

        // The page did not get the answer, and its words went on in a draft of their own.
        VisitForm typedOn = new() { Id = form.Id, PatientId = person, HeldOn = form.HeldOn, Note = "une note, et une phrase de plus", DraftId = Guid.CreateVersion7() };
        Assert.IsType<SaveOutcome.Stale>(await _journal.Get<VisitRecorder>().RecordAsync(typedOn));
        Assert.Equal("une note", (await FormAsync(_journal, form.Id)).Note);
    }

    [Fact]
    public async Task Taking_the_save_back_and_doing_it_again_leaves_the_id_used()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome.Saved first = IsSaved(await SaveAsync(person, "une note"));
        SaveOutcome.Saved undone = IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(first.ActId));
        Assert.Equal(first, await SaveAsync(person, "une note"));
        Assert.IsType<DraftOutcome.Spent>(await KeepAsync(2, "encore"));
        Assert.Empty((await _journal.Get<TimelineReader>().ReadAsync(person))!.Held);
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(undone.ActId));
        Assert.Single((await _journal.Get<TimelineReader>().ReadAsync(person))!.Held);
    }

    [Fact]
    public async Task A_save_that_is_refused_leaves_the_draft_where_it_is()
    {
        Guid person = await PatientAsync(_journal);
        await KeepAsync(1, "une note", person);
        VisitForm future = new() { PatientId = person, HeldOn = Day("2027-01-01"), DraftId = _id, Note = "une note" };
        Assert.IsType<SaveOutcome.Invalid>(await _journal.Get<VisitRecorder>().RecordAsync(future));
        Assert.NotNull(await Reader.ReadAsync(_id));
        Assert.IsType<DraftOutcome.Kept>(await KeepAsync(2, "une note, la bonne date", person));
    }

    [Fact]
    public async Task A_draft_of_a_change_that_changes_nothing_ends_too()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", note: "une note");
        await KeepAsync(1, "une note", person, visit);
        VisitForm same = await FormAsync(_journal, visit);
        VisitForm form = new() { Id = same.Id, PatientId = person, Revision = same.Revision, HeldOn = same.HeldOn, Note = same.Note, DraftId = _id };
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(form));
        Assert.Equal(1, (await FormAsync(_journal, visit)).Revision);
        Assert.Empty(await Reader.ReadOpenAsync());
        Assert.IsType<DraftOutcome.Spent>(await KeepAsync(2, "une note", person, visit));
    }

    [Fact]
    public async Task What_was_put_away_is_gone_with_its_text_and_a_late_keep_does_not_bring_it_back()
    {
        await KeepAsync(4, "à jeter");
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.DiscardAsync(_id, 5));
        Assert.IsType<DraftOutcome.Discarded>(await Recorder.DiscardAsync(Guid.CreateVersion7(), 1));
        Assert.Null(await Reader.ReadAsync(_id));
        Assert.Equal(0, _journal.Ask<long>("SELECT length(\"Text\") FROM \"Drafts\""));
        await KeepAsync(5, "en route quand elle fut jetée");
        Assert.Empty(await Reader.ReadOpenAsync());

        // Typed on in the same page, it is a draft again.
        await KeepAsync(6, "non, finalement");
        Assert.Equal("non, finalement", (await Reader.ReadAsync(_id))!.Text);
    }

    [Fact]
    public async Task A_text_that_was_typed_on_elsewhere_is_not_put_away_by_a_page_that_does_not_know_it()
    {
        await KeepAsync(7, "plus loin");
        Assert.Equal(7, Assert.IsType<DraftOutcome.Kept>(await Recorder.DiscardAsync(_id, 6)).Number);
        Assert.Equal("plus loin", (await Reader.ReadAsync(_id))!.Text);
    }

    [Fact]
    public async Task What_was_put_away_leaves_no_row_behind_after_a_day()
    {
        await KeepAsync(1, "à jeter");
        await Recorder.DiscardAsync(_id, 1);
        _journal.Clock.Advance(TimeSpan.FromDays(2));
        await Recorder.DiscardAsync(Guid.CreateVersion7(), 1);
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"Drafts\""));
    }

    [Fact]
    public async Task Keeping_a_draft_is_no_act_and_notifies_nobody()
    {
        Guid person = await PatientAsync(_journal);
        long acts = _journal.Ask<long>("SELECT COUNT(*) FROM \"Acts\"");
        long versions = _journal.Ask<long>("SELECT COUNT(*) FROM \"RowVersions\"");
        int told = 0;
        _journal.Get<JournalWriter>().Saved += _ => told++;
        await KeepAsync(1, "un", person);
        await KeepAsync(2, "deux", person);
        await Recorder.DiscardAsync(_id, 2);
        Assert.Equal((acts, versions, 0), (_journal.Ask<long>("SELECT COUNT(*) FROM \"Acts\""), _journal.Ask<long>("SELECT COUNT(*) FROM \"RowVersions\""), told));
    }

    [Fact]
    public async Task Only_drafts_can_be_written_beside_the_record()
    {
        Guid person = await PatientAsync(_journal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _journal.Get<JournalWriter>().WriteUnrecordedAsync(async journal =>
        {
            (await journal.FindRecordedAsync<Patient>(person))!.Reopen();
            journal.Entry((await journal.FindRecordedAsync<Patient>(person))!).State = EntityState.Modified;
            return new SaveOutcome.Saved(person, Guid.Empty);
        }));
    }

    [Fact]
    public async Task What_is_no_draft_is_refused()
    {
        Assert.IsType<DraftOutcome.NotADraft>(await Recorder.KeepAsync(new DraftForm { Id = Guid.Empty, Form = "visit", Number = 1, Text = "x" }));
        Assert.IsType<DraftOutcome.NotADraft>(await Recorder.KeepAsync(new DraftForm { Id = _id, Form = "", Number = 1, Text = "x" }));
        Assert.IsType<DraftOutcome.NotADraft>(await Recorder.KeepAsync(new DraftForm { Id = _id, Form = new string('x', 41), Number = 1, Text = "x" }));
    }

    [Fact]
    public async Task A_draft_for_somebody_who_is_not_in_the_journal_is_kept_without_a_name()
    {
        await KeepAsync(1, "pour qui ?", Guid.CreateVersion7());
        Assert.Null(Assert.Single(await Reader.ReadOpenAsync()).Name);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_text_that_was_kept_before()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            return;
        }

        using (disk)
        using (TestJournal journal = TestJournal.Locked(disk.Folder("journal")))
        {
            Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
            DraftForm form = new() { Id = _id, Form = "visit", Number = 1, Text = "déjà là" };
            await journal.Get<DraftRecorder>().KeepAsync(form);
            disk.Fill();
            Assert.Equal(new DraftOutcome.Failed(StorageFault.DiskFull), await journal.Get<DraftRecorder>().KeepAsync(form with { Number = 2, Text = new string('x', 90_000) }));
            Assert.Equal("déjà là", (await journal.Get<DraftReader>().ReadAsync(_id))!.Text);
            disk.MakeRoom();
            Assert.Equal(3, Assert.IsType<DraftOutcome.Kept>(await journal.Get<DraftRecorder>().KeepAsync(form with { Number = 3 })).Number);
            journal.File.Lock();
        }
    }

    private Task<DraftOutcome> KeepAsync(long number, string text, Guid? person = null, Guid? target = null) =>
        Recorder.KeepAsync(new DraftForm { Id = _id, PatientId = person, Form = "visit", TargetId = target, TargetRevision = target is null ? null : 2, Number = number, Text = text });

    private Task<SaveOutcome> SaveAsync(Guid person, string note) =>
        _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-11-16"), Note = note, DraftId = _id });
}
