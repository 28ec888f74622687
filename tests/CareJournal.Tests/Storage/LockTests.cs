using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A locked journal gives no data, neither from the file nor from memory.</summary>
public sealed class LockTests
{
    [Fact]
    public async Task Nothing_is_read_or_written_while_the_journal_is_locked()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        await VisitAsync(journal, person, "2026-10-05");
        Assert.Equal(AwayState.Recent, journal.Judge(person).State);
        Assert.Single(journal.Get<PatientNames>().All());

        journal.File.Lock();
        Assert.Throws<JournalLockedException>(() => journal.Context());
        Assert.Throws<JournalLockedException>(() => journal.Get<PatientNames>().Find("exemple", 5));
        Assert.Throws<JournalLockedException>(() => journal.Get<PatientNames>().All());
        Assert.Throws<JournalLockedException>(() => journal.FactsOf(person));
        await Assert.ThrowsAsync<JournalLockedException>(() => journal.Get<TimelineReader>().ReadAsync(person));
        await Assert.ThrowsAsync<JournalLockedException>(() => journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-10-06") }));
        Assert.Throws<JournalLockedException>(() => journal.File.UseSameKey("/elsewhere"));

        // The refused save released the writer lock.
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
        await VisitAsync(journal, person, "2026-10-06");
    }

    [Fact]
    public async Task A_connection_that_outlives_the_lock_reads_nothing()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        await using JournalContext context = journal.Context();
        await context.Database.OpenConnectionAsync();
        journal.File.Lock();
        await Assert.ThrowsAnyAsync<Exception>(() => context.Patients.AsNoTracking().FirstAsync(patient => patient.Id == person));
    }

    [Fact]
    public void No_connection_opens_by_its_path_alone()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Lock();
        Assert.Equal(14, Assert.Throws<SqliteException>(() => journal.Ask<long>("SELECT 1")).SqliteErrorCode);
    }

    [Fact]
    public async Task A_save_under_way_is_finished_before_the_lock_and_what_comes_later_is_not_written()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        TaskCompletionSource entered = new();
        TaskCompletionSource proceed = new();
        Task<SaveOutcome> saving = journal.Get<JournalWriter>().WriteAsync(ActKind.PatientClosed, person, async context =>
        {
            entered.SetResult();
            await proceed.Task;
            (await context.FindRecordedAsync<Patient>(person))!.Close(PatientClosing.HandedOver, Day("2026-11-22"), null);
            return new SaveOutcome.Saved(person, Guid.Empty);
        });
        await entered.Task;
        Task locking = Task.Run(journal.File.Lock);
        proceed.SetResult();
        Assert.IsType<SaveOutcome.Saved>(await saving);
        await locking;
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(PatientClosing.HandedOver, (await journal.Get<PatientReader>().ReadAsync(person))!.Closing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lock_waits_for_no_secret_that_is_being_tried_and_that_try_then_opens_and_changes_nothing(bool change)
    {
        using TestJournal journal = TestJournal.Open();
        byte[] key = File.ReadAllBytes(journal.File.Folder.KeyHeaderPath);
        using ManualResetEventSlim slow = new();
        TaskCompletionSource trying = new();
        journal.File.Trying = () =>
        {
            trying.SetResult();
            slow.Wait();
        };
        Task<UnlockOutcome> attempt = Task.Run(() =>
            change ? journal.File.ChangePassphrase(TestJournal.Passphrase, "une toute autre phrase") : journal.File.Unlock(TestJournal.Passphrase));
        try
        {
            await trying.Task;
            await Task.Run(journal.File.Lock).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal(JournalState.Locked, journal.File.State);
        }
        finally
        {
            journal.File.Trying = null;
            slow.Set();
        }

        Assert.IsType<UnlockOutcome.LockedMeanwhile>(await attempt);
        Assert.Equal(JournalState.Locked, journal.File.State);
        Assert.Equal(key, File.ReadAllBytes(journal.File.Folder.KeyHeaderPath));
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
    }

    [Fact]
    public void A_text_that_is_too_long_is_no_secret_and_nothing_is_computed_from_it()
    {
        using TestJournal journal = TestJournal.Open();
        journal.File.Trying = () => Assert.Fail("It was tried.");
        string megabyte = new('a', 1_000_000);
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.Unlock(megabyte));
        Assert.IsType<UnlockOutcome.WrongSecret>(journal.File.ChangePassphrase(megabyte, "une toute autre phrase"));
        Assert.Throws<ArgumentException>(() => journal.File.ChangePassphrase(TestJournal.Passphrase, megabyte));
        journal.File.Trying = null;
    }

    [Fact]
    public void Every_change_of_state_is_notified()
    {
        using TestJournal journal = TestJournal.Open();
        List<JournalState> told = [];
        journal.File.StateChanged += () => told.Add(journal.File.State);
        journal.File.Lock();
        journal.File.Unlock("pas la bonne phrase");
        journal.File.Unlock(TestJournal.Passphrase);
        Assert.Equal([JournalState.Locked, JournalState.Open], told);
    }
}
