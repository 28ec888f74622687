using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Today;
using CareJournal.Vault;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A copy counts once it was reopened, decrypted and compared, and it opens on any computer with the passphrase.</summary>
public sealed class CopierTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    private JournalCopier Copier => _journal.Get<JournalCopier>();

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_stick, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_opens_on_another_computer_with_the_passphrase_or_the_recovery_code_alone(bool byPassphrase)
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", note: new string('n', 30_000));
        JournalDigest original = Digest(_journal);
        CopyOutcome.Verified copy = Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        Assert.Equal(original.Rows, copy.Rows);
        Assert.Equal(["CareJournal 2026-11-22 13h00m00"], Directory.EnumerateFileSystemEntries(_stick).Select(Path.GetFileName));
        Assert.Equal(["copy.json", "journal.db", "journal.head", "journal.key"], Directory.EnumerateFiles(copy.Path).Select(Path.GetFileName).Order());

        string elsewhere = Directory.CreateTempSubdirectory("carejournal-elsewhere-").FullName;
        foreach (string file in Directory.EnumerateFiles(copy.Path))
        {
            File.Move(file, Path.Combine(elsewhere, Path.GetFileName(file)));
        }

        _journal.File.Lock();
        using TestJournal restored = TestJournal.At(elsewhere);
        Assert.IsType<UnlockOutcome.Opened>(restored.File.Unlock(byPassphrase ? TestJournal.Passphrase : TestJournal.Code.Printed));
        Assert.Equal(original, Digest(restored));
        Assert.Equal(30_000, (await FormAsync(restored, visit)).Note!.Length);
        await VisitAsync(restored, person, "2026-10-12");
        Assert.Equal(2, (await restored.Get<TimelineReader>().ReadAsync(person))!.Held.Count);
    }

    [Fact]
    public async Task The_last_copy_is_remembered_only_when_it_was_verified()
    {
        Assert.Null((await _journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc);
        Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        Assert.Equal(new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc), (await _journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc);
        Assert.Equal(_stick, (await _journal.Get<Settings.SettingsReader>().ReadAsync()).CopyFolder);
        _journal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        Assert.Equal(2, Directory.EnumerateDirectories(_stick).Count());
    }

    [Theory]
    [InlineData("/nowhere/at/all")]
    [InlineData("relative")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_folder_that_does_not_exist_is_reported(string? chosen) =>
        Assert.IsType<CopyOutcome.NoSuchFolder>(await Copier.CopyAsync(chosen!));

    [Fact]
    public async Task A_copy_that_exists_already_is_not_overwritten()
    {
        CopyOutcome.Verified copy = Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        byte[] before = File.ReadAllBytes(Path.Combine(copy.Path, "journal.db"));
        Assert.IsType<CopyOutcome.Failed>(await Copier.CopyAsync(_stick));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(copy.Path, "journal.db")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_stick));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_that_differs_from_what_was_written_is_deleted_and_does_not_count(bool bit)
    {
        await PatientAsync(_journal);
        Copier.Written += path => Spoil(path, bit);
        Assert.IsType<CopyOutcome.Differs>(await Copier.CopyAsync(_stick));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_stick));
        Assert.Null((await _journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc);
        Assert.False(_journal.File.Damaged);
    }

    /// <summary>Changes one bit in the middle of the last page, or one number in a row under the right key.</summary>
    private static void Spoil(string path, bool bit)
    {
        if (bit)
        {
            byte[] bytes = File.ReadAllBytes(path);
            bytes[^(PageCipher.PageSize / 2)] ^= 1;
            File.WriteAllBytes(path, bytes);
            return;
        }

        using SqliteConnection connection = new(JournalSchema.ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE \"Settings\" SET \"GapThreshold\" = 180";
        command.ExecuteNonQuery();
    }

    private static JournalDigest Digest(TestJournal journal)
    {
        using SqliteConnection connection = journal.Connection();
        return JournalDigest.Of(connection);
    }
}
