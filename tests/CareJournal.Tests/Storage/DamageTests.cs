using CareJournal.Acts;
using CareJournal.Support;
using CareJournal.Vault;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A byte that changed on the disk is noticed and reported, and from then on nothing is written.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Damage_found_while_writing_is_reported_and_nothing_is_written_afterwards()
    {
        (Guid person, Guid visit) = await DamagedAsync();
        VisitForm form = new() { Id = visit, PatientId = person, Revision = 1, HeldOn = Day("2026-10-05"), Note = "autre" };
        byte[] before = Bytes();
        Assert.Equal(StorageFault.Damaged, Assert.IsType<SaveOutcome.Failed>(await _journal.Get<VisitRecorder>().RecordAsync(form)).Fault);
        Assert.True(_journal.File.Damaged);

        // An undamaged page could still be written; it is not.
        VisitForm other = new() { PatientId = person, HeldOn = Day("2026-10-12") };
        Assert.Equal(StorageFault.Damaged, Assert.IsType<SaveOutcome.Failed>(await _journal.Get<VisitRecorder>().RecordAsync(other)).Fault);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task Damage_found_while_reading_is_recognised_and_stops_every_write()
    {
        (Guid person, Guid visit) = await DamagedAsync();
        int told = 0;
        TaskCompletionSource known = new();
        _journal.File.StateChanged += () =>
        {
            Interlocked.Increment(ref told);
            known.TrySetResult();
        };
        SqliteException met = await Assert.ThrowsAnyAsync<SqliteException>(() => _journal.Get<VisitReader>().ReadAsync(visit));
        Assert.Equal(StorageFault.Damaged, StorageFaults.Of(met));
        Assert.True(_journal.File.Damaged);
        await known.Task.WaitAsync(TimeSpan.FromSeconds(30));

        byte[] before = Bytes();
        SaveOutcome refused = await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-10-12") });
        Assert.Equal(StorageFault.Damaged, Assert.IsType<SaveOutcome.Failed>(refused).Fault);
        Assert.Equal(before, Bytes());
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_damaged_journal_is_not_copied_and_what_is_whole_in_it_can_still_be_read()
    {
        (Guid person, _) = await DamagedAsync();
        string stick = Directory.CreateDirectory(Path.Combine(_journal.File.Folder.Path, "stick")).FullName;
        Assert.Equal(StorageFault.Damaged, Assert.IsType<CopyOutcome.Failed>(await _journal.Get<JournalCopier>().CopyAsync(stick)).Fault);
        Assert.Empty(Directory.EnumerateFileSystemEntries(stick));
        Assert.True(_journal.File.Damaged);
        Assert.NotNull(await _journal.Get<Patients.PatientReader>().ReadAsync(person));
    }

    [Fact]
    public async Task A_damaged_first_page_does_not_open()
    {
        await PatientAsync(_journal);
        _journal.File.Lock();
        byte[] bytes = Bytes();
        bytes[700] ^= 1;
        File.WriteAllBytes(_journal.File.Folder.DatabasePath, bytes);
        Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(bytes, Bytes());
    }

    /// <summary>Records a visit whose long note fills the last pages of the file, and changes one bit there while the journal is locked.</summary>
    private async Task<(Guid Person, Guid Visit)> DamagedAsync()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", note: new string('n', 100_000));
        _journal.File.Lock();
        byte[] bytes = Bytes();
        bytes[^((3 * PageCipher.PageSize) + 1234)] ^= 0x10;
        File.WriteAllBytes(_journal.File.Folder.DatabasePath, bytes);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        return (person, visit);
    }

    private byte[] Bytes() => File.ReadAllBytes(_journal.File.Folder.DatabasePath);
}
