using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>A copy is taken up again in the journal's place: whole or not at all, and never without a way back.</summary>
public sealed class JournalRestoreTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    private JournalRestore Restore => _journal.Get<JournalRestore>();

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_stick, recursive: true);
    }

    [Fact]
    public async Task What_a_copy_holds_and_what_the_journal_has_since_is_told_before_anything_changes()
    {
        await WrittenAsync();
        byte[] before = File.ReadAllBytes(_journal.File.Folder.DatabasePath);
        foreach (bool open in new[] { true, false })
        {
            RestorePreview preview = Looked(Restore.Look(_stick, TestJournal.Passphrase));
            Assert.Equal((1, 1, true, false, true), (preview.People, preview.Sessions, preview.IsAsWritten, preview.IsManifestWrong, preview.ReplacesJournal));
            Assert.Equal(new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc), preview.MadeAtUtc);
            Assert.Equal(new RestoreLoss(3, new DateTime(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc), 2, 0), preview.Lost);
            if (open)
            {
                _journal.File.Lock();
            }
        }

        Assert.Equal(before, File.ReadAllBytes(_journal.File.Folder.DatabasePath));
    }

    [Fact]
    public async Task A_copy_takes_the_journals_place_says_so_first_and_the_way_back_leads_to_all_that_was_written()
    {
        (Guid person, Guid later) = await WrittenAsync();
        RestorePreview preview = Looked(Restore.Look(_stick, TestJournal.Code.Printed));
        _journal.File.Lock();
        Assert.Null(Restore.Take(preview.Ticket));

        Open();
        Assert.NotNull(await _journal.Get<PatientReader>().ReadAsync(person));
        Assert.Null(await _journal.Get<PatientReader>().ReadAsync(later));
        Assert.Equal(preview.Head + 1, _journal.Ask<long>("SELECT MAX(Number) FROM ChainLinks"));
        Assert.Equal("CopyRestored", _journal.Ask<string>("SELECT Kind FROM Acts JOIN ChainLinks ON ActId = Id ORDER BY Number DESC LIMIT 1"));
        await WholeAsync();
        Assert.False(File.Exists(_journal.File.Folder.RestoredPath));
        Assert.False(Directory.Exists(_journal.File.Folder.StagingPath));

        _journal.Clock.Advance(TimeSpan.FromDays(1));
        string stamp = Assert.Single(Restore.SetAside());
        _journal.File.Lock();
        Assert.Equal(RestoreRefusal.WrongSecret, Restore.GoBack(stamp, "une tout autre phrase"));
        Assert.Null(Restore.GoBack(stamp, TestJournal.Passphrase));
        Open();
        Assert.NotNull(await _journal.Get<PatientReader>().ReadAsync(later));
        await WholeAsync();
        Assert.NotEqual(stamp, Assert.Single(Restore.SetAside()));
    }

    [Fact]
    public async Task On_a_new_computer_a_copy_becomes_the_journal()
    {
        (Guid person, _) = await WrittenAsync();
        _journal.File.Lock();
        using TestJournal other = TestJournal.At(Directory.CreateTempSubdirectory("carejournal-elsewhere-").FullName);
        RestorePreview preview = Looked(other.Get<JournalRestore>().Look(_stick, TestJournal.Passphrase));
        Assert.False(preview.ReplacesJournal);
        Assert.Null(other.Get<JournalRestore>().Take(preview.Ticket));
        Assert.IsType<UnlockOutcome.Opened>(other.File.Unlock(TestJournal.Passphrase));
        Assert.NotNull(await other.Get<PatientReader>().ReadAsync(person));
        Assert.Empty(other.Get<JournalRestore>().SetAside());
    }

    [Theory]
    [InlineData("damaged", RestoreRefusal.Damaged)]
    [InlineData("newer", RestoreRefusal.Newer)]
    [InlineData("other", RestoreRefusal.OtherJournal)]
    [InlineData("secret", RestoreRefusal.WrongSecret)]
    [InlineData("empty", RestoreRefusal.NoCopy)]
    [InlineData("own", RestoreRefusal.NoCopy)]
    public async Task What_cannot_be_taken_up_is_refused_and_nothing_changes_there_or_here(string kind, RestoreRefusal why)
    {
        await WrittenAsync();
        JournalFolder copy = new(CopyFolders.In(_stick)[0]);
        string folder = copy.Path;
        switch (kind)
        {
            case "damaged":
                byte[] bytes = File.ReadAllBytes(copy.DatabasePath);
                bytes[(9 * PageCipher.PageSize) + 100] ^= 1;
                File.WriteAllBytes(copy.DatabasePath, bytes);
                break;
            case "newer":
                using (_journal.File.UseSameKey(copy.DatabasePath))
                using (Microsoft.Data.Sqlite.SqliteConnection connection = FirstVersion.Open(copy.DatabasePath, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
                using (Microsoft.Data.Sqlite.SqliteCommand command = connection.CreateCommand())
                {
                    command.CommandText = $"PRAGMA user_version = {JournalSchema.Version + 1}";
                    command.ExecuteNonQuery();
                }

                break;
            case "other":
                using (MasterKey master = MasterKey.Create())
                {
                    KeyHeader.Create(master, Passphrase.From(TestJournal.Passphrase), RecoveryCode.Create(), new DateOnly(2026, 11, 22), FewestRounds.Quick).WriteTo(copy.KeyHeaderPath);
                }

                break;
            case "empty":
                folder = Directory.CreateDirectory(Path.Combine(_stick, "rien")).FullName;
                break;
            case "own":
                folder = _journal.File.Folder.Path;
                break;
        }

        Dictionary<string, byte[]> before = All();
        Assert.Equal(why, Assert.IsType<RestoreAnswer.Refused>(Restore.Look(folder, kind == "secret" ? "une phrase oubliée" : TestJournal.Passphrase)).Why);
        Assert.Equal(before, All());
        _journal.File.Lock();
        Assert.Equal(RestoreRefusal.Gone, Restore.Take("00"));
        Open();
    }

    [Fact]
    public async Task A_copy_that_changed_since_it_was_looked_at_is_not_taken_up()
    {
        (_, Guid later) = await WrittenAsync();
        RestorePreview preview = Looked(Restore.Look(_stick, TestJournal.Passphrase));
        _journal.File.Lock();
        string database = new JournalFolder(preview.Folder).DatabasePath;
        byte[] bytes = File.ReadAllBytes(database);
        bytes[^100] ^= 1;
        File.WriteAllBytes(database, bytes);
        Assert.Equal(RestoreRefusal.Damaged, Restore.Take(preview.Ticket));
        Open();
        Assert.NotNull(await _journal.Get<PatientReader>().ReadAsync(later));
        Assert.Empty(Restore.SetAside());
    }

    // What a career needs for its sorts does not fit into a connection's memory, and the encrypted file system refuses temporary files.
    [Fact]
    public async Task A_copy_with_more_acts_than_fit_into_memory_is_made_and_looked_at()
    {
        await WrittenAsync();
        _journal.Run("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120000) INSERT INTO Acts (Id, AtUtc, Kind) SELECT randomblob(16), '2026-11-22 12:00:00', 'CopyMade' FROM n");
        using (JournalContext context = _journal.Context())
        {
            RecordChain.AppendMissing(context, _journal.File.CopyChainKey(), _journal.Clock.GetUtcNow().UtcDateTime);
        }

        Assert.False(Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(_stick)).JournalIsChanged);
        Assert.InRange(Looked(Restore.Look(_stick, TestJournal.Passphrase)).Head, 120_000, 121_000);
    }

    [Fact]
    public async Task A_journal_whose_rollback_was_left_over_takes_it_along_when_it_is_set_aside()
    {
        await WrittenAsync();
        RestorePreview preview = Looked(Restore.Look(_stick, TestJournal.Passphrase));
        _journal.File.Lock();
        File.WriteAllText(_journal.File.Folder.DatabasePath + "-journal", "left over");
        File.WriteAllText(Path.Combine(_journal.File.Folder.Path, "journal.head"), "head of then");
        Assert.Null(Restore.Take(preview.Ticket));
        Assert.False(File.Exists(_journal.File.Folder.DatabasePath + "-journal"));
        Assert.NotEqual("head of then", File.ReadAllText(_journal.File.Folder.HeadPath));
        string stamp = Assert.Single(Restore.SetAside());
        Assert.Equal("left over", File.ReadAllText($"{_journal.File.Folder.DatabasePath}.before-restore-{stamp}-journal"));
        Assert.Equal("head of then", File.ReadAllText(Path.Combine(_journal.File.Folder.Path, $"journal.head.before-restore-{stamp}")));
        Open();
    }

    // The folder as it is on the disk after each step is what a kill or a power cut would leave: it is copied elsewhere and opened there.
    [Fact]
    public async Task What_a_kill_leaves_at_any_step_opens_as_the_old_journal_or_the_new_one()
    {
        (Guid person, Guid later) = await WrittenAsync();
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.ChangePassphrase(TestJournal.Passphrase, "une phrase plus récente"));
        RestorePreview preview = Looked(Restore.Look(_stick, TestJournal.Passphrase));
        _journal.File.Lock();
        List<(string Step, string Folder)> left = [];
        Restore.Reached = step =>
        {
            string folder = Directory.CreateTempSubdirectory("carejournal-kill-").FullName;
            foreach (string file in Directory.EnumerateFiles(_journal.File.Folder.Path, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(folder, Path.GetRelativePath(_journal.File.Folder.Path, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            left.Add((step, folder));
        };
        Assert.Null(Restore.Take(preview.Ticket));
        Assert.Equal(["staged", "ready", "decided", "journal.db aside", "journal.db in place", "journal.key aside", "journal.key in place", "journal.head aside", "journal.head in place", "done"], left.Select(one => one.Step));
        foreach ((string step, string folder) in left)
        {
            using TestJournal after = TestJournal.At(folder);
            Assert.IsType<ClaimOutcome.Owned>(after.File.Claim("http://127.0.0.1:5117"));
            bool isOld = step is "staged" or "ready";

            // The key and the database of one moment: each opens with the secret of that moment alone.
            Assert.IsType<UnlockOutcome.WrongSecret>(after.File.Unlock(isOld ? TestJournal.Passphrase : "une phrase plus récente"));
            Assert.IsType<UnlockOutcome.Opened>(after.File.Unlock(isOld ? "une phrase plus récente" : TestJournal.Passphrase));
            Assert.NotNull(await after.Get<PatientReader>().ReadAsync(person));
            Assert.Equal(isOld, await after.Get<PatientReader>().ReadAsync(later) is not null);
            Assert.IsType<CheckAnswer.Whole>(await after.Get<JournalCheck>().RunAsync());
            Assert.Equal(isOld ? 0 : 1, after.Ask<long>("SELECT COUNT(*) FROM Acts WHERE Kind = 'CopyRestored'"));
        }
    }

    [Fact]
    public async Task A_trial_opens_the_newest_copy_of_each_place_shows_its_notes_and_leaves_nothing()
    {
        _journal.Get<PlaceDisk>().RootOf = path => path.StartsWith(_stick, StringComparison.Ordinal) ? "stick" : "own";
        IsSaved(await _journal.Get<CopyPlaceRecorder>().AddAsync(_stick));
        Guid person = await PatientAsync(_journal);
        for (int week = 0; week < 5; week++)
        {
            await VisitAsync(_journal, person, $"{Day("2026-09-07").AddDays(7 * week):yyyy-MM-dd}", note: $"note {week}");
        }

        Assert.Equal(1, await _journal.Get<AutomaticCopies>().MakeDueAsync(CopyOccasion.Ending, CancellationToken.None));
        Assert.True((await _journal.Get<Today.TodayReader>().ReadAsync()).TrialIsDue);
        TrialResult result = Assert.Single(await _journal.Get<RestoreTrial>().RunAsync(TestJournal.Passphrase));
        Assert.Null(result.Refusal);
        Assert.Equal((1, 1, 5, 5), (result.Copy!.People, result.People, result.Copy.Sessions, result.Sessions));
        Assert.Equal(RestoreTrial.Notes, result.Notes.Count);
        Assert.All(result.Notes, note => Assert.Equal((note.InJournal, person), (note.InCopy, note.PatientId)));
        Assert.False((await _journal.Get<Today.TodayReader>().ReadAsync()).TrialIsDue);
        Assert.Equal(["journal.db", "journal.head", "journal.key", "journal.tries"], Directory.EnumerateFileSystemEntries(_journal.File.Folder.Path).Select(Path.GetFileName).Order());

        JournalFolder copy = new(CopyFolders.In(_stick)[0]);
        byte[] bytes = File.ReadAllBytes(copy.DatabasePath);
        bytes[(9 * PageCipher.PageSize) + 100] ^= 1;
        File.WriteAllBytes(copy.DatabasePath, bytes);
        Assert.Equal(RestoreRefusal.Damaged, Assert.Single(await _journal.Get<RestoreTrial>().RunAsync(TestJournal.Passphrase)).Refusal);
        Assert.False(_journal.File.Damaged);
    }

    private static RestorePreview Looked(RestoreAnswer answer) => Assert.IsType<RestoreAnswer.Looked>(answer).Preview;

    /// <summary>Writes a person with a session, makes a copy, and writes another person and a session on the next day.</summary>
    private async Task<(Guid Person, Guid Later)> WrittenAsync()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05", note: new string('n', 30_000));
        Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(_stick));
        _journal.Clock.Advance(TimeSpan.FromDays(1));
        Guid later = await PatientAsync(_journal, "Nouveau");
        await VisitAsync(_journal, later, "2026-11-23", note: "après la copie");
        await VisitAsync(_journal, person, "2026-11-23");
        return (person, later);
    }

    private void Open() => Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));

    private async Task WholeAsync() => Assert.IsType<CheckAnswer.Whole>(await _journal.Get<JournalCheck>().RunAsync());

    // Without the count of wrong secrets, which is there to change.
    private Dictionary<string, byte[]> All() =>
        Directory.EnumerateFiles(_journal.File.Folder.Path).Where(file => file != _journal.File.Folder.TriesPath).Concat(Directory.EnumerateFiles(_stick, "*", SearchOption.AllDirectories)).ToDictionary(file => file, File.ReadAllBytes);
}
