using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Keeping;
using CareJournal.NextSteps;
using CareJournal.Search;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Vault;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A journal of an earlier version is upgraded on a copy; a power cut at any moment leaves the whole old one or the whole new one.</summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly Lazy<Task<(byte[] File, JournalDigest Digest, Guid Person, Guid Visit)>> Written = new(WriteFirstVersionAsync);
    private readonly TestJournal _journal = TestJournal.Open();
    private Guid _person;
    private Guid _visit;

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_journal_of_the_first_version_opens_with_every_row_it_had_and_takes_new_ones()
    {
        JournalDigest before = await MakeFirstVersionAsync();
        Assert.True(Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase)).Upgraded);

        Assert.Equal(JournalSchema.Version, _journal.Ask<long>("PRAGMA user_version"));
        Assert.Equal("une note d'autrefois", (await FormAsync(_journal, _visit)).Note);
        Assert.Equal(4, (await _journal.Get<TimelineReader>().ReadAsync(_person))!.Held.Count);
        Assert.Equal(_visit, Assert.Single((await _journal.Get<SearchReader>().FindAsync("autrefois")).Hits).Id);
        await VisitAsync(_journal, _person, "2026-11-02", justifies: "pour marcher");
        Assert.Equal(["journal.db", $"journal.db.before-version-{JournalSchema.Version}", "journal.head", "journal.key"], Files());

        using TestJournal reopened = _journal.Reopened();
        Assert.Equal(before, DigestOfFormer(reopened));
        Assert.Equal(["journal.db", $"journal.db.before-version-{JournalSchema.Version}", "journal.head", "journal.key"], Files());
    }

    [Fact]
    public async Task A_single_reason_of_the_first_version_stays_and_others_may_join_it()
    {
        await MakeFirstVersionAsync();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        TimelineAbsenceNote former = (await _journal.Get<TimelineReader>().ReadAsync(_person))!.Gaps.Single(gap => gap.Note is not null).Note!;
        Assert.Equal((WhyNoSession.Access, "L'ordonnance a tardé."), (former.WhyNoSession, former.Words));

        IsSaved(await _journal.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm
        {
            Id = former.Id,
            Revision = former.Revision,
            PatientId = _person,
            From = former.From,
            To = former.To,
            WhyNoSession = WhyNoSession.NoPrescription | WhyNoSession.Travel,
        }));
        Assert.Equal("Travel, NoPrescription", _journal.Ask<string>("SELECT WhyNoSession FROM AbsenceNotes"));
        Assert.Equal(WhyNoSession.NoPrescription | WhyNoSession.Travel, (await _journal.Get<TimelineReader>().ReadAsync(_person))!.Gaps.Single(gap => gap.Note is not null).Note!.WhyNoSession);
    }

    [Fact]
    public async Task An_act_of_the_first_version_is_still_taken_back()
    {
        await MakeFirstVersionAsync();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        ActAnswer last = (await _journal.Get<ActReader>().ReadLastAsync(1))[0];
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(last.Id));
        Assert.Equal(3, (await _journal.Get<TimelineReader>().ReadAsync(_person))!.Held.Count);
    }

    [Fact]
    public async Task The_former_file_under_its_old_name_is_the_journal_of_before_and_can_be_upgraded_again()
    {
        JournalDigest before = await MakeFirstVersionAsync();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        _journal.File.Lock();
        File.Move(_journal.File.Folder.FormerPath(JournalSchema.Version), _journal.File.Folder.DatabasePath, overwrite: true);
        Assert.Equal(before, DigestOf(_journal.File.Folder));
        Assert.True(Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase)).Upgraded);
    }

    [Fact]
    public async Task The_former_file_is_kept_for_ninety_days()
    {
        await MakeFirstVersionAsync();
        File.SetLastWriteTimeUtc(_journal.File.Folder.DatabasePath, _journal.Clock.GetUtcNow().UtcDateTime.AddYears(-1));
        Assert.True(Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase)).Upgraded);
        string former = _journal.File.Folder.FormerPath(JournalSchema.Version);
        _journal.File.Lock();
        _journal.Clock.Advance(TimeSpan.FromDays(89));
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.True(File.Exists(former));
        _journal.File.Lock();
        _journal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.False(File.Exists(former));
    }

    [Fact]
    public async Task The_former_file_after_new_acts_is_older_than_what_is_known_and_is_upgraded_only_once_that_was_decided()
    {
        JournalDigest before = await MakeFirstVersionAsync();
        UnlockOutcome.Opened opened = Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        await _journal.Get<TraceRecorder>().OpenedAsync(opened);
        _journal.File.Lock();
        File.Move(_journal.File.Folder.FormerPath(JournalSchema.Version), _journal.File.Folder.DatabasePath, overwrite: true);

        HeadDoubt doubt = Assert.IsType<UnlockOutcome.Doubtful>(_journal.File.Unlock(TestJournal.Passphrase)).Doubt;
        Assert.Equal((HeadDoubtKind.Older, 1L), (doubt.Kind, doubt.Missing));
        Assert.Equal(before, DigestOf(_journal.File.Folder));
        Assert.True(Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase, doubt.Key)).Upgraded);
    }

    [Fact]
    public async Task An_upgrade_never_touches_the_journal_before_a_whole_new_one_takes_its_name()
    {
        await MakeFirstVersionAsync();
        byte[] original = File.ReadAllBytes(_journal.File.Folder.DatabasePath);
        List<UpgradeStep> seen = [];
        _journal.File.Upgrading = step =>
        {
            seen.Add(step);
            if (step != UpgradeStep.InPlace)
            {
                Assert.Equal(original, File.ReadAllBytes(_journal.File.Folder.DatabasePath));
            }
        };
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(Enum.GetValues<UpgradeStep>(), seen);
        Assert.Equal(original, File.ReadAllBytes(_journal.File.Folder.FormerPath(JournalSchema.Version)));
    }

    // The folder as it is on the disk at each moment is what a power cut would leave: it is copied elsewhere and opened there.
    [Theory]
    [InlineData("Copied")]
    [InlineData("Migrated")]
    [InlineData("Verified")]
    [InlineData("FormerKept")]
    [InlineData("InPlace")]
    public async Task What_a_crash_leaves_at_any_moment_opens_whole(string moment)
    {
        JournalDigest before = await MakeFirstVersionAsync();
        string left = Directory.CreateTempSubdirectory("carejournal-crash-").FullName;
        _journal.File.Upgrading = step =>
        {
            if (step.ToString() == moment)
            {
                foreach (string file in Directory.EnumerateFiles(_journal.File.Folder.Path))
                {
                    File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
                }
            }
        };
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        _journal.File.Lock();

        using TestJournal after = TestJournal.At(left);
        bool upgraded = moment != "InPlace";
        Assert.Equal(upgraded, Assert.IsType<UnlockOutcome.Opened>(after.File.Unlock(TestJournal.Passphrase)).Upgraded);
        Assert.Equal("ok", after.Ask<string>("PRAGMA integrity_check"));
        Assert.Equal("une note d'autrefois", (await FormAsync(after, _visit)).Note);
        Assert.Equal(before, DigestOfFormer(after));
        Assert.Equal(["journal.db", $"journal.db.before-version-{JournalSchema.Version}", "journal.head", "journal.key"], FilesOf(left));
    }

    [Theory]
    [InlineData("Copied", "UPDATE \"Visits\" SET \"Note\" = 'une autre note'")]
    [InlineData("Copied", "DELETE FROM \"Measures\"")]
    [InlineData("Migrated", "UPDATE \"Visits\" SET \"HeldOn\" = '2020-01-01'")]
    public async Task A_copy_whose_content_differs_from_the_journal_is_deleted(string moment, string sql)
    {
        await MakeFirstVersionAsync();
        byte[] original = File.ReadAllBytes(_journal.File.Folder.DatabasePath);
        _journal.File.Upgrading = step =>
        {
            if (step.ToString() == moment)
            {
                using SqliteConnection connection = FirstVersion.Open(_journal.File.Folder.UpgradingPath, SqliteOpenMode.ReadWrite);
                using SqliteCommand command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
        };
        Assert.Equal(StorageFault.NotUpgraded, Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase)).Fault);
        Assert.Equal(original, File.ReadAllBytes(_journal.File.Folder.DatabasePath));
        Assert.Equal(["journal.db", "journal.key"], Files());
        Assert.Equal(JournalState.Locked, _journal.File.State);

        _journal.File.Upgrading = null;
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
    }

    [Theory]
    [InlineData("Copied")]
    [InlineData("Verified")]
    public async Task A_fault_on_the_way_leaves_the_journal_as_it_was_and_it_is_upgraded_the_next_time(string moment)
    {
        await MakeFirstVersionAsync();
        byte[] original = File.ReadAllBytes(_journal.File.Folder.DatabasePath);
        _journal.File.Upgrading = step =>
        {
            if (step.ToString() == moment)
            {
                throw new IOException("No room left.", 28);
            }
        };
        Assert.Equal(StorageFault.DiskFull, Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase)).Fault);
        Assert.Equal(original, File.ReadAllBytes(_journal.File.Folder.DatabasePath));
        Assert.Equal(["journal.db", "journal.key"], Files());

        _journal.File.Upgrading = null;
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
    }

    [Fact]
    public async Task A_full_disk_leaves_the_journal_as_it_was_and_it_is_upgraded_once_there_is_space()
    {
        if (SmallDisk.TryMount() is not { } disk)
        {
            // Not root: the test above covers it.
            return;
        }

        await MakeFirstVersionAsync();
        using (disk)
        {
            string folder = disk.Folder("journal");
            foreach (string file in Directory.EnumerateFiles(_journal.File.Folder.Path))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            using TestJournal journal = TestJournal.At(folder);
            byte[] original = File.ReadAllBytes(journal.File.Folder.DatabasePath);
            disk.Fill();
            Assert.Equal(StorageFault.DiskFull, Assert.IsType<UnlockOutcome.Failed>(journal.File.Unlock(TestJournal.Passphrase)).Fault);
            Assert.Equal(original, File.ReadAllBytes(journal.File.Folder.DatabasePath));
            disk.MakeRoom();
            Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase));
            journal.File.Lock();
        }
    }

    [Fact]
    public async Task A_damaged_journal_is_not_upgraded_and_not_touched()
    {
        await MakeFirstVersionAsync();
        byte[] bytes = File.ReadAllBytes(_journal.File.Folder.DatabasePath);
        bytes[^(PageCipher.PageSize / 2)] ^= 1;
        File.WriteAllBytes(_journal.File.Folder.DatabasePath, bytes);
        Assert.Equal(StorageFault.Damaged, Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase)).Fault);
        Assert.Equal(bytes, File.ReadAllBytes(_journal.File.Folder.DatabasePath));
        Assert.Equal(["journal.db", "journal.key"], Files());
    }

    // Written once by the first version's own tables; each test upgrades a copy.
    private async Task<JournalDigest> MakeFirstVersionAsync()
    {
        (byte[] file, JournalDigest digest, _person, _visit) = await Written.Value;
        _journal.File.Lock();
        await File.WriteAllBytesAsync(_journal.File.Folder.DatabasePath, file);
        File.Delete(_journal.File.Folder.HeadPath);
        return digest;
    }

    private static async Task<(byte[] File, JournalDigest Digest, Guid Person, Guid Visit)> WriteFirstVersionAsync()
    {
        using TestJournal journal = TestJournal.Open();
        Guid person = await PatientAsync(journal);
        Guid visit = await VisitAsync(journal, person, "2026-01-05", new NextStepForm { Kind = NextStepKind.Every, Days = 30 }, "le sens", "une note d'autrefois");
        VisitForm scored = new() { PatientId = person, HeldOn = Day("2026-02-02"), Scores = { [Measures.Instrument.Sleep] = 4, [Measures.Instrument.Pain] = null } };
        IsSaved(await journal.Get<VisitRecorder>().RecordAsync(scored));
        await VisitAsync(journal, person, "2026-03-02", note: new string('n', 40_000));
        IsSaved(await journal.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm
        {
            PatientId = person, From = Day("2026-03-03"), To = Day("2026-10-04"), WhyNoSession = WhyNoSession.Access, Words = "L'ordonnance a tardé.",
        }));
        await VisitAsync(journal, person, "2026-10-05", new NextStepForm { Kind = NextStepKind.DoorOpen });
        journal.File.Lock();
        FirstVersion.PutInPlaceOf(journal.File.Folder, TestJournal.Passphrase);
        return (await File.ReadAllBytesAsync(journal.File.Folder.DatabasePath), DigestOf(journal.File.Folder), person, visit);
    }

    private IEnumerable<string?> Files() => FilesOf(_journal.File.Folder.Path);

    // An upgrade has nothing to do with the count of wrong secrets.
    private static IEnumerable<string?> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Where(name => !string.Equals(name, "journal.tries", StringComparison.Ordinal)).Order();

    private static JournalDigest DigestOf(JournalFolder folder)
    {
        using IDisposable key = EncryptedFileSystem.UseKey(folder.DatabasePath, FirstVersion.KeyOf(folder, TestJournal.Passphrase));
        using SqliteConnection connection = FirstVersion.Open(folder.DatabasePath, SqliteOpenMode.ReadOnly);
        return JournalDigest.Of(connection);
    }

    private static JournalDigest DigestOfFormer(TestJournal journal)
    {
        string former = journal.File.Folder.FormerPath(JournalSchema.Version);
        using IDisposable key = journal.File.UseSameKey(former);
        using SqliteConnection connection = FirstVersion.Open(former, SqliteOpenMode.ReadOnly);
        return JournalDigest.Of(connection);
    }
}
