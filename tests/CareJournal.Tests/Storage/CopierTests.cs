using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Vault;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>A copy counts once it was reopened, decrypted and compared, and it opens wherever the passphrase is known.</summary>
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
        Assert.Equal(["journal.db", "journal.key"], Directory.EnumerateFiles(copy.Path).Select(Path.GetFileName).Order());

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
    public async Task A_folder_that_is_not_there_is_answered(string? chosen) =>
        Assert.IsType<CopyOutcome.NoSuchFolder>(await Copier.CopyAsync(chosen!));

    [Fact]
    public async Task A_copy_that_lies_there_already_is_not_overwritten()
    {
        CopyOutcome.Verified copy = Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        byte[] before = File.ReadAllBytes(Path.Combine(copy.Path, "journal.db"));
        Assert.IsType<CopyOutcome.Failed>(await Copier.CopyAsync(_stick));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(copy.Path, "journal.db")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_stick));
    }

    // A stick that loses a bit between writing and reading back: this test is the stick. It knows from a first copy how long
    // the file will be, waits until it is, and changes one bit in it, or one word, before the copier has read that far.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_that_is_not_what_was_written_is_thrown_away_and_does_not_count(bool bit)
    {
        await PatientAsync(_journal);
        _journal.Run(ManyMeasures);
        CopyOutcome.Verified good = Assert.IsType<CopyOutcome.Verified>(await Copier.CopyAsync(_stick));
        long whole = new FileInfo(Path.Combine(good.Path, "journal.db")).Length;
        DateTime? counted = (await _journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc;
        _journal.Clock.Advance(TimeSpan.FromMinutes(1));

        using CancellationTokenSource copied = new();
        Task<bool> stick = Task.Run(() => SpoilOnceWhole(whole, bit, copied.Token));
        CopyOutcome outcome = await Copier.CopyAsync(_stick);
        await copied.CancelAsync();
        Assert.True(await stick, "The copy was read back before it could be spoiled: this test has to be made slower.");

        Assert.True(bit ? outcome is CopyOutcome.Failed { Fault: StorageFault.Damaged } : outcome is CopyOutcome.Differs, outcome.ToString());
        Assert.Equal([Path.GetFileName(good.Path)], Directory.EnumerateFileSystemEntries(_stick).Select(Path.GetFileName));
        Assert.Equal(counted, (await _journal.Get<TodayReader>().ReadAsync()).LastCopyAtUtc);
        Assert.False(_journal.File.Damaged);
    }

    private bool SpoilOnceWhole(long whole, bool bit, CancellationToken copied)
    {
        while (!copied.IsCancellationRequested)
        {
            string? path = Directory.EnumerateDirectories(_stick, "*.unfinished").Select(folder => Path.Combine(folder, "journal.db")).FirstOrDefault(File.Exists);
            if (path is not null && new FileInfo(path).Length >= whole)
            {
                if (bit)
                {
                    using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
                    file.Position = whole - PageCipher.PageSize + 100;
                    int there = file.ReadByte();
                    file.Position--;
                    file.WriteByte((byte)(there ^ 1));
                }
                else
                {
                    using SqliteConnection other = new(JournalSchema.ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
                    other.Open();
                    using SqliteCommand command = other.CreateCommand();
                    command.CommandText = "UPDATE \"Settings\" SET \"GapThreshold\" = 180";
                    command.ExecuteNonQuery();
                }

                return true;
            }
        }

        return false;
    }

    private const string ManyMeasures = """
        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 60000)
        INSERT INTO "Measures" ("Id", "PatientId", "TakenOn", "Instrument", "InstrumentVersion", "Value", "Minimum", "Maximum", "Better", "RecallDays", "Source", "Declined", "Revision")
        SELECT randomblob(16), (SELECT "Id" FROM "Patients"), '2026-10-05', 'Sleep', 1, 5, 0, 10, 'Up', 7, 'SaidInSession', 0, 1 FROM number
        """;

    private static JournalDigest Digest(TestJournal journal)
    {
        using SqliteConnection connection = journal.Connection();
        return JournalDigest.Of(connection);
    }
}
