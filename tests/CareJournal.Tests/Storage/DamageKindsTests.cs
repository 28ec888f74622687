using System.Buffers.Binary;
using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Vault;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>The behaviour of a copy, a save and a read when one bit has flipped in a table, in an index, or in a page that nothing uses.</summary>
public sealed class DamageKindsTests : IDisposable
{
    private const string Index = "IX_Visits_HeldOn_Status";

    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    private JournalCopier Copier => _journal.Get<JournalCopier>();

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_stick, recursive: true);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("index")]
    public async Task A_copy_that_fails_at_a_flipped_bit_reports_a_damaged_journal_and_nothing_is_written_any_more(string place)
    {
        (Guid person, _) = await DamagedAsync(place);
        TaskCompletionSource told = new();
        _journal.File.StateChanged += () => told.TrySetResult();

        CopyOutcome.Failed failed = Assert.IsType<CopyOutcome.Failed>(await Copier.CopyAsync(_stick));
        Assert.Equal((StorageFault.Damaged, false), (failed.Fault, failed.JournalIsSound));
        Assert.True(_journal.File.Damaged);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_stick));
        await IsReadOnlyAsync(person);
    }

    [Fact]
    public async Task A_flipped_bit_where_no_row_is_stored_is_found_by_a_copy_and_the_copy_is_whole()
    {
        (Guid person, Guid visit) = await DamagedAsync("free");
        long rows = _journal.Rows();
        Assert.False(_journal.File.Damaged);

        CopyOutcome.Verified copy = Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        Assert.Equal((true, rows), (copy.JournalIsDamaged, copy.Rows));
        Assert.True(_journal.File.Damaged);
        await IsReadOnlyAsync(person);
        Assert.Equal(100_000, (await ReadAsync(_journal, visit)).Form.Note!.Length);

        _journal.File.Lock();
        using TestJournal copied = TestJournal.At(copy.Path);
        Assert.IsType<UnlockOutcome.Opened>(copied.File.Unlock(TestJournal.Passphrase));
        Assert.Equal(rows, copied.Rows());
        await VisitAsync(copied, person, "2026-10-12");
    }

    [Fact]
    public async Task A_save_in_which_damage_is_found_is_not_committed_whatever_it_returned()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome outcome = await _journal.Get<JournalWriter>().WriteAsync(ActKind.PatientClosed, person, async context =>
        {
            (await context.FindRecordedAsync<Patient>(person))!.Close(PatientClosing.HandedOver, Day("2026-11-22"), null);
            _journal.File.Report(StorageFault.Damaged);
            return new SaveOutcome.Saved(person, Guid.Empty);
        });
        Assert.Equal(StorageFault.Damaged, Assert.IsType<SaveOutcome.Failed>(outcome).Fault);
        Assert.Null((await _journal.Get<PatientReader>().ReadAsync(person))!.Closing);
    }

    [Fact]
    public async Task A_copy_that_fails_calls_the_journal_intact_only_when_it_was_read_through()
    {
        string taken = Path.Combine(_stick, "CareJournal 2026-11-22 13h00m00");
        Directory.CreateDirectory(taken);
        Assert.True(Assert.IsType<CopyOutcome.Failed>(await Copier.CopyAsync(_stick)).JournalIsSound);

        await File.WriteAllTextAsync(taken + ".unfinished", "a file where the folder should be");
        Assert.False(Assert.IsType<CopyOutcome.Failed>(await Copier.CopyAsync(_stick)).JournalIsSound);
        Assert.False(_journal.File.Damaged);
    }

    [Fact]
    public async Task A_flipped_bit_of_an_index_is_reported_as_damage_and_not_as_a_failed_upgrade()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2026-10-05");
        _journal.File.Lock();
        FirstVersion.PutInPlaceOf(_journal.File.Folder, TestJournal.Passphrase);
        Flip(RootOf(Index));
        byte[] before = Bytes();
        Assert.Equal(StorageFault.Damaged, Assert.IsType<UnlockOutcome.Failed>(_journal.File.Unlock(TestJournal.Passphrase)).Fault);
        Assert.Equal(before, Bytes());
    }

    /// <summary>Asserts that what was there can be read, that nothing new is written, and that a save fails as damaged.</summary>
    private async Task IsReadOnlyAsync(Guid person)
    {
        byte[] before = Bytes();
        SaveOutcome refused = await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day("2026-10-12"), Note = "à ne pas perdre" });
        Assert.Equal(StorageFault.Damaged, Assert.IsType<SaveOutcome.Failed>(refused).Fault);
        Assert.Equal(before, Bytes());
        Assert.NotNull(await _journal.Get<PatientReader>().ReadAsync(person));
    }

    /// <summary>Makes a journal with a long note, an index and unused pages, and flips one bit in it while it is locked.</summary>
    private async Task<(Guid Person, Guid Visit)> DamagedAsync(string place)
    {
        Guid person = await PatientAsync(_journal);
        _journal.Run("CREATE TABLE gone (text TEXT); INSERT INTO gone VALUES (hex(randomblob(40000))); ");
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", note: new string('n', 100_000));
        _journal.Run("DROP TABLE gone");
        _journal.File.Lock();
        Flip(place switch
        {
            "table" => (int)(Bytes().Length / PageCipher.PageSize) - 2,
            "index" => RootOf(Index),
            _ => FirstFreeLeaf(),
        });
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        return (person, visit);
    }

    private int RootOf(string index)
    {
        using IDisposable key = EncryptedFileSystem.UseKey(_journal.File.Folder.DatabasePath, Key());
        using SqliteConnection connection = FirstVersion.Open(_journal.File.Folder.DatabasePath, SqliteOpenMode.ReadOnly);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND name LIKE $name || '%'";
        command.Parameters.AddWithValue("$name", index);
        return (int)(long)command.ExecuteScalar()!;
    }

    // Page 1 names the first trunk of the free list at byte 32; a trunk names its first leaf at byte 8 (https://sqlite.org/fileformat2.html#the_freelist).
    private int FirstFreeLeaf() => Number(Number(1, 32), 8);

    private int Number(int page, int at)
    {
        using PageCipher cipher = new(Key());
        byte[] bytes = Bytes()[((page - 1) * PageCipher.PageSize)..(page * PageCipher.PageSize)];
        Assert.True(cipher.TryDecrypt(PageHome.Database, (page - 1) * (long)PageCipher.PageSize, bytes));
        int number = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
        Assert.InRange(number, 2, 10_000);
        return number;
    }

    private void Flip(int page)
    {
        byte[] bytes = Bytes();
        bytes[((page - 1) * PageCipher.PageSize) + 1234] ^= 0x10;
        File.WriteAllBytes(_journal.File.Folder.DatabasePath, bytes);
    }

    private byte[] Key() => FirstVersion.KeyOf(_journal.File.Folder, TestJournal.Passphrase);

    private byte[] Bytes() => File.ReadAllBytes(_journal.File.Folder.DatabasePath);
}
