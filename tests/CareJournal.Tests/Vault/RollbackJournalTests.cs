using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

public sealed class RollbackJournalTests : IDisposable
{
    // A journal: 512 bytes of header, then records of page number (4), page, checksum (4).
    private const int InSecondPage = 512 + 4 + PageCipher.PageSize + 4 + 4 + 1000;
    private const string Canary = "coquelicot-éphémère";

    private readonly VaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16le")]
    public void The_journal_of_an_open_transaction_shows_no_word(string encoding)
    {
        var path = _folder.Keyed("journal.db");
        using var connection = VaultFolder.Open(path);
        EncryptedFileSystem.ReservePages(connection);
        VaultFolder.Execute(connection, $"PRAGMA encoding = '{encoding}'; CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        Insert(connection, 200);
        var before = VaultFolder.AllNotes(connection);

        BeginAndSpill(connection);

        Assert.True(new FileInfo(path + "-journal").Length > 20 * PageCipher.PageSize);
        Assert.Empty(_folder.FilesThatShow(Canary));
        VaultFolder.Execute(connection, "ROLLBACK");
        Assert.Equal(before, VaultFolder.AllNotes(connection));
        Assert.Equal("ok", VaultFolder.Ask<string>(connection, "PRAGMA integrity_check"));
    }

    [Fact]
    public void After_a_crash_in_mid_transaction_the_next_start_finds_the_state_before_it()
    {
        var (before, crashed) = Crash();

        Assert.Equal(before, VaultFolder.AllNotes(crashed));
        Assert.False(File.Exists(crashed + "-journal"));
    }

    [Fact]
    public void A_damaged_page_in_a_left_over_journal_is_refused_and_not_half_rolled_back()
    {
        var (before, crashed) = Crash();
        var journal = crashed + "-journal";
        var bytes = File.ReadAllBytes(journal);
        bytes[InSecondPage] ^= 1;
        File.WriteAllBytes(journal, bytes);

        Assert.Equal(8202, Assert.ThrowsAny<SqliteException>(() => VaultFolder.AllNotes(crashed)).SqliteExtendedErrorCode);

        bytes[InSecondPage] ^= 1;
        File.WriteAllBytes(journal, bytes);
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
    }

    [Fact]
    public void The_journal_of_an_earlier_program_is_rolled_back_once_when_it_is_complete()
    {
        var (before, database, changed) = Committed();
        var crashed = Beside(changed, LeftJournal.Former(database, LeftJournal.Key));
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
        Assert.False(File.Exists(crashed + "-journal"));
    }

    [Fact]
    public void One_flipped_bit_in_the_head_of_an_earlier_journal_never_lengthens_the_database()
    {
        var (before, database, changed) = Committed();
        var journal = LeftJournal.Former(database, LeftJournal.Key);
        var crashed = Beside(changed, journal);
        var refused = 0;

        // The number of pages first, from its lowest bit up, then the two sizes: where the bound is missing, the first bit beyond it fails.
        int[] positions = [19, 18, 17, 16, .. Enumerable.Range(20, 8)];
        foreach (var (position, bit) in positions.SelectMany(position => Enumerable.Range(0, 8).Select(bit => (position, bit))))
        {
            var flipped = journal.ToArray();
            flipped[position] ^= (byte)(1 << bit);
            var isLess = position < 20 && (journal[position] & (1 << bit)) != 0;
            if (isLess)
            {
                // A smaller number of pages lengthens nothing.
                continue;
            }

            File.WriteAllBytes(crashed, changed);
            File.WriteAllBytes(crashed + "-journal", flipped);
            try
            {
                Assert.Equal(before, VaultFolder.AllNotes(crashed));
            }
            catch (SqliteException exception)
            {
                Assert.Equal(8202, exception.SqliteExtendedErrorCode);
                Assert.Equal(changed, File.ReadAllBytes(crashed));
                refused++;
            }

            Assert.True(new FileInfo(crashed).Length <= changed.Length + journal.Length, $"byte {position}, bit {bit}: {new FileInfo(crashed).Length} bytes");
        }

        // Sizes: all 64. Page count: every bit that asks for more than both files contain.
        Assert.InRange(refused, 64 + 20, 64 + 32);
        File.WriteAllBytes(crashed, changed);
        File.WriteAllBytes(crashed + "-journal", journal);
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
    }

    [Fact]
    public void A_database_that_was_cut_short_by_a_crash_is_lengthened_again_from_its_journal()
    {
        var (before, database, changed) = Committed("DELETE FROM note WHERE id % 2 = 0; VACUUM");
        Assert.True(changed.Length < database.Length);
        var crashed = Beside(changed, LeftJournal.Signed(database, changed, LeftJournal.Key));
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
        Assert.Equal(database.Length, new FileInfo(crashed).Length);
    }

    [Fact]
    public void A_journal_that_would_be_ended_by_zeros_is_refused_and_nothing_is_changed()
    {
        var path = _folder.Keyed("journal.db");
        using (var connection = VaultFolder.Create(path))
        {
            Insert(connection, 20);
            VaultFolder.Execute(connection, "PRAGMA journal_mode = PERSIST");
            Assert.ThrowsAny<SqliteException>(() => VaultFolder.Execute(connection, "DELETE FROM note"));
        }

        using var later = VaultFolder.Open(path);
        Assert.Equal(20, VaultFolder.Ask<long>(later, "SELECT count(*) FROM note"));
    }

    [Fact]
    public void A_journal_that_is_emptied_instead_of_deleted_keeps_the_same_promises()
    {
        var (before, crashed) = Crash("TRUNCATE");
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
        using var connection = VaultFolder.Open(crashed);
        Assert.Equal("truncate", VaultFolder.Ask<string>(connection, "PRAGMA journal_mode = TRUNCATE"));
        for (var turn = 0; turn < 3; turn++)
        {
            VaultFolder.Execute(connection, $"UPDATE note SET text = '{turn} ' || text");
            Assert.Equal(0, new FileInfo(crashed + "-journal").Length);
            VaultFolder.Execute(connection, "BEGIN; DELETE FROM note; ROLLBACK");
            Assert.Equal(200, VaultFolder.Ask<long>(connection, $"SELECT count(*) FROM note WHERE text LIKE '{turn} %'"));
        }

        Assert.Equal("ok", VaultFolder.Ask<string>(connection, "PRAGMA integrity_check"));
    }

    /// <summary>Begins a transaction that spills, and copies both files as a crash would leave them.</summary>
    private (string Before, string Path) Crash(string mode = "DELETE")
    {
        var path = _folder.Keyed("journal.db", LeftJournal.Key);
        var crashed = _folder.Keyed("crashed.db", LeftJournal.Key);
        using var connection = VaultFolder.Create(path);
        VaultFolder.Execute(connection, $"PRAGMA journal_mode = {mode}");
        Insert(connection, 200);
        var before = VaultFolder.AllNotes(connection);
        BeginAndSpill(connection);
        File.WriteAllBytes(crashed, VaultFolder.ReadShared(path));
        File.WriteAllBytes(crashed + "-journal", VaultFolder.ReadShared(path + "-journal"));
        return (before, crashed);
    }

    /// <summary>Makes a database and changes it: its notes and its file before, and its file after.</summary>
    private (string Before, byte[] Database, byte[] Changed) Committed(string change = "UPDATE note SET text = 'changed ' || text")
    {
        var path = _folder.Keyed("journal.db", LeftJournal.Key);
        using var connection = VaultFolder.Create(path);
        Insert(connection, 400);
        var before = VaultFolder.AllNotes(connection);
        var database = VaultFolder.ReadShared(path);
        VaultFolder.Execute(connection, change);
        return (before, database, VaultFolder.ReadShared(path));
    }

    private string Beside(byte[] database, byte[] journal)
    {
        var path = _folder.Keyed("crashed.db", LeftJournal.Key);
        File.WriteAllBytes(path, database);
        File.WriteAllBytes(path + "-journal", journal);
        return path;
    }

    private static void Insert(SqliteConnection connection, int notes)
    {
        VaultFolder.Execute(connection, "BEGIN");
        for (var number = 0; number < notes; number++)
        {
            VaultFolder.Execute(connection, $"INSERT INTO note (text) VALUES ('{number} {Canary} {new string('z', 800)}')");
        }

        VaultFolder.Execute(connection, "COMMIT");
    }

    private static void BeginAndSpill(SqliteConnection connection) =>
        VaultFolder.Execute(connection, "PRAGMA cache_size = 4; PRAGMA cache_spill = 4; BEGIN IMMEDIATE; UPDATE note SET text = 'changed ' || text");
}
