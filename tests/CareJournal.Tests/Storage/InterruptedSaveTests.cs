using CareJournal.Support;
using CareJournal.Tests.Vault;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A crash interrupts a save after part of it reached the database. The next start finds the state before, or opens nothing and keeps everything.</summary>
public sealed class InterruptedSaveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-test-").FullName;
    private readonly TestJournal _journal;
    private readonly byte[] _database;
    private readonly byte[] _rollback;
    private readonly byte[] _former;
    private readonly byte[] _whole;

    public InterruptedSaveTests()
    {
        using TestJournal before = TestJournal.Open();
        JournalFolder from = before.File.Folder;
        Guid person = PatientAsync(before).GetAwaiter().GetResult();
        for (int number = 0; number < 5; number++)
        {
            _ = VisitAsync(before, person, $"2026-10-0{number + 1}", note: new string('n', 6_000)).GetAwaiter().GetResult();
        }

        before.File.Lock();
        foreach (string beside in (string[])[from.KeyHeaderPath, from.HeadPath])
        {
            File.Copy(beside, Path.Combine(_folder, Path.GetFileName(beside)));
        }

        _whole = File.ReadAllBytes(from.DatabasePath);
        byte[] key = FirstVersion.KeyOf(from, TestJournal.Passphrase);
        _former = LeftJournal.Former(_whole, key);
        using IDisposable open = EncryptedFileSystem.UseKey(from.DatabasePath, key);
        using SqliteConnection connection = FirstVersion.Open(from.DatabasePath, SqliteOpenMode.ReadWrite);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = EXTRA; PRAGMA cache_size = 4; PRAGMA cache_spill = 4; BEGIN IMMEDIATE; UPDATE Visits SET Note = 'x' || Note";
        command.ExecuteNonQuery();
        (_database, _rollback) = (VaultFolder.ReadShared(from.DatabasePath), VaultFolder.ReadShared(from.RollbackPath));
        command.CommandText = "ROLLBACK";
        command.ExecuteNonQuery();
        _journal = TestJournal.At(_folder);
    }

    private JournalFolder Folder => _journal.File.Folder;

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void What_was_interrupted_is_taken_back_and_both_files_are_kept_as_they_were_found()
    {
        LeaveBehind(_database, _rollback);
        OpensAsBefore();
        Assert.False(_journal.File.Damaged);
        JournalFolder aside = Assert.Single(Aside());
        Assert.Equal(_database, File.ReadAllBytes(aside.DatabasePath));
        Assert.Equal(_rollback, File.ReadAllBytes(aside.RollbackPath));
        Assert.Equal(File.ReadAllBytes(Folder.KeyHeaderPath), File.ReadAllBytes(aside.KeyHeaderPath));

        // What was set aside opens by itself, and comes to the same state.
        _journal.File.Lock();
        using TestJournal again = TestJournal.At(aside.Path);
        Assert.IsType<UnlockOutcome.Opened>(again.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(0, again.Ask<long>("SELECT COUNT(*) FROM Visits WHERE Note LIKE 'x%'"));
    }

    [Fact]
    public void The_newest_two_of_what_crashes_left_are_kept()
    {
        for (int crash = 0; crash < 3; crash++)
        {
            // Another journal each time: what follows the counted records was never on the disk.
            LeaveBehind(_database, [.. _rollback, .. new byte[crash]]);
            OpensAsBefore();
            _journal.File.Lock();
            _journal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([_rollback.Length + 1L, _rollback.Length + 2L], Aside().Select(aside => new FileInfo(aside.RollbackPath).Length));
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut")]
    [InlineData("lost head")]
    [InlineData("another database")]
    public void What_cannot_be_taken_back_whole_opens_nothing_and_changes_neither_file(string what)
    {
        byte[] left = [.. _rollback];
        switch (what)
        {
            case "flipped": left[RollbackHead.PageCountPosition + 3] ^= 4; break;
            case "cut": left = left[..(left.Length / 2)]; break;
            case "lost head": left.AsSpan(0, RollbackHead.Size).Clear(); break;
        }

        byte[] database = what == "another database" ? OtherDatabase() : _database;
        LeaveBehind(database, left);
        for (int turn = 0; turn < 2; turn++)
        {
            Assert.Equal(StorageFault.NotRolledBack, Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase)).Fault);
            Assert.Equal(database, File.ReadAllBytes(Folder.DatabasePath));
            Assert.Equal(left, File.ReadAllBytes(Folder.RollbackPath));
            Assert.Equal(left, File.ReadAllBytes(Assert.Single(Aside()).RollbackPath));
        }
    }

    [Fact]
    public void A_rollback_journal_that_was_emptied_leaves_a_journal_that_is_only_read_and_one_that_never_reached_the_disk_an_ordinary_one()
    {
        LeaveBehind(_database, []);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.True(_journal.File.Damaged);
        _journal.File.Lock();

        using TestJournal next = TestJournal.At(_folder);
        LeaveBehind(_whole, []);
        Assert.IsType<UnlockOutcome.Opened>(next.File.Unlock(TestJournal.Passphrase));
        Assert.False(next.File.Damaged);
        next.File.Lock();
    }

    [Fact]
    public void What_an_earlier_program_left_is_taken_back_once_and_kept()
    {
        LeaveBehind(_database, _former);
        OpensAsBefore();
        Assert.False(_journal.File.Damaged);
        Assert.Equal(_former, File.ReadAllBytes(Assert.Single(Aside()).RollbackPath));
    }

    private void OpensAsBefore()
    {
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(5, _journal.Ask<long>("SELECT COUNT(*) FROM Visits WHERE Note LIKE 'n%'"));
        Assert.False(File.Exists(Folder.RollbackPath));
    }

    private void LeaveBehind(byte[] database, byte[] rollback)
    {
        File.WriteAllBytes(Folder.DatabasePath, database);
        File.WriteAllBytes(Folder.RollbackPath, rollback);
    }

    // The same journal with the same key, after one more save.
    private byte[] OtherDatabase()
    {
        File.WriteAllBytes(Folder.DatabasePath, _whole);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        _journal.Run("UPDATE Visits SET Note = Note || 'y'");
        _journal.File.Lock();
        return File.ReadAllBytes(Folder.DatabasePath);
    }

    private IEnumerable<JournalFolder> Aside() => Directory.EnumerateDirectories(Folder.AsidePath).Order(StringComparer.Ordinal).Select(path => new JournalFolder(path));
}
