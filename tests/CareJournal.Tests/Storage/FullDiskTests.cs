using System.Runtime.Versioning;
using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Today;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A full or read-only disk is reported, loses nothing, and works again afterwards.</summary>
public sealed class FullDiskTests
{
    // On every system: SQLite itself returns "full" when the file may not grow.
    [Fact]
    public async Task A_file_that_cannot_grow_is_reported_as_a_full_disk_and_loses_nothing()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        long rows = journal.Rows();
        SaveOutcome full = await journal.Get<JournalWriter>().WriteAsync(ActKind.PatientChanged, person, async context =>
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
            (await context.FindRecordedAsync<Patient>(person))!.Close(PatientClosing.HandedOver, Day("2026-11-22"), new string('x', 90_000));
            return new SaveOutcome.Saved(person, Guid.Empty);
        });
        Assert.Equal(StorageFault.DiskFull, Assert.IsType<SaveOutcome.Failed>(full).Fault);
        Assert.False(journal.File.Damaged);
        Assert.Equal(rows, journal.Rows());

        using TestJournal reopened = journal.Reopened();
        await VisitAsync(reopened, person, "2026-10-05");
        Assert.Equal("ok", reopened.Ask<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_full_disk_is_reported_at_every_save_and_works_again_once_there_is_space()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            // Not root: the test above covers it.
            return;
        }

        using (disk)
        using (TestJournal journal = TestJournal.Locked(disk.Folder("journal")))
        {
            Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
            Guid person = await PatientAsync(journal);
            Guid visit = await VisitAsync(journal, person, "2026-10-05", note: "déjà là");
            long rows = journal.Rows();
            disk.Fill();

            VisitForm form = new() { PatientId = person, HeldOn = Day("2026-10-12"), Note = new string('é', 50_000) };
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<SaveOutcome.Failed>(await journal.Get<VisitRecorder>().RecordAsync(form)).Fault);
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<SaveOutcome.Failed>(await journal.Get<VisitRecorder>().RecordAsync(form)).Fault);
            Assert.Equal(rows, journal.Rows());
            Assert.Equal("déjà là", (await ReadAsync(journal, visit)).Form.Note);

            disk.MakeRoom();
            IsSaved(await journal.Get<VisitRecorder>().RecordAsync(form));
            Assert.Equal(form.Note, (await ReadAsync(journal, form.Id)).Form.Note);
            Assert.Equal("ok", journal.Ask<string>("PRAGMA integrity_check"));
            Assert.False(File.Exists(journal.File.Folder.DatabasePath + "-journal"));
        }
    }

    [Fact]
    public void A_journal_that_does_not_fit_is_not_half_made()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            return;
        }

        using (disk)
        using (TestJournal journal = TestJournal.At(disk.Folder("journal")))
        {
            disk.Fill();
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<ClaimOutcome.Refused>(journal.File.Claim("http://127.0.0.1:5117")).Fault);
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<CreateOutcome.Failed>(journal.File.Create(TestJournal.Passphrase)).Fault);
            Assert.Equal(JournalState.NotCreated, journal.File.State);

            disk.MakeRoom();
            Assert.IsType<ClaimOutcome.Owned>(journal.File.Claim("http://127.0.0.1:5117"));
            Assert.IsType<CreateOutcome.Created>(journal.File.Create(TestJournal.Passphrase));
        }
    }

    [Fact]
    public async Task A_copy_that_does_not_fit_leaves_no_half_folder_and_is_not_counted()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            return;
        }

        using (disk)
        using (TestJournal journal = TestJournal.Open())
        {
            await PatientAsync(journal);
            string stick = disk.Folder("stick");
            disk.Fill();
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<CopyOutcome.Failed>(await journal.Get<JournalCopier>().CopyAsync(stick)).Fault);
            Assert.Empty(Directory.EnumerateFileSystemEntries(stick));
            Assert.Null((await journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc);

            disk.MakeRoom();
            Assert.IsType<CopyOutcome.Verified>(await journal.Get<JournalCopier>().CopyAsync(stick));
        }
    }

    [Fact]
    public async Task A_read_only_folder_can_be_read_and_a_save_reports_it()
    {
        if (OperatingSystem.IsWindows())
        {
            // A folder is not made read-only that simply on Windows.
            return;
        }

        using SmallDisk? disk = SmallDisk.TryMount();
        string folder = disk?.Folder("journal") ?? Directory.CreateTempSubdirectory("carejournal-test-").FullName;
        using TestJournal journal = TestJournal.Locked(folder);
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
        Guid person = await PatientAsync(journal);
        Guid visit = await VisitAsync(journal, person, "2026-10-05", note: "lisible");
        journal.File.Lock();
        string stick = Directory.CreateDirectory(Path.Combine(folder, "stick")).FullName;
        Protect(disk, folder, yes: true);
        try
        {
            Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
            Assert.Equal("lisible", (await ReadAsync(journal, visit)).Form.Note);
            SaveOutcome refused = await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-10-12") });
            Assert.Equal(StorageFault.ReadOnly, Assert.IsType<SaveOutcome.Failed>(refused).Fault);
            Assert.Equal(StorageFault.ReadOnly, Assert.IsType<ClaimOutcome.Refused>(journal.File.Claim("http://127.0.0.1:5117")).Fault);
            Assert.Equal(StorageFault.ReadOnly, Assert.IsType<UnlockOutcome.Failed>(journal.File.ChangePassphrase(TestJournal.Passphrase, "une toute autre phrase")).Fault);
            Assert.Equal(StorageFault.ReadOnly, Assert.IsType<CopyOutcome.Failed>(await journal.Get<JournalCopier>().CopyAsync(stick)).Fault);
            Assert.False(journal.File.Damaged);
        }
        finally
        {
            journal.File.Lock();
            Protect(disk, folder, yes: false);
        }

        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
        await VisitAsync(journal, person, "2026-10-12");
    }

    // Root may write in a read-only folder; for root the disk itself is made read-only, for others the folder.
    [UnsupportedOSPlatform("windows")]
    private static void Protect(SmallDisk? disk, string folder, bool yes)
    {
        if (disk is not null)
        {
            (yes ? (Action)disk.MakeReadOnly : disk.MakeWritable)();
            return;
        }

        foreach (string path in Directory.EnumerateFileSystemEntries(folder).Append(folder))
        {
            UnixFileMode open = Directory.Exists(path) ? UnixFileMode.UserExecute | UnixFileMode.UserRead : UnixFileMode.UserRead;
            File.SetUnixFileMode(path, yes ? open : open | UnixFileMode.UserWrite);
        }
    }
}
