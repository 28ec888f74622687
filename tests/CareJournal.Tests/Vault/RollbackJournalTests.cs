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
    public void One_flipped_bit_in_the_head_of_a_left_over_journal_never_lengthens_the_database()
    {
        var (before, crashed) = Crash();
        var database = File.ReadAllBytes(crashed);
        var journal = File.ReadAllBytes(crashed + "-journal");
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

            File.WriteAllBytes(crashed, database);
            File.WriteAllBytes(crashed + "-journal", flipped);
            try
            {
                Assert.Equal(before, VaultFolder.AllNotes(crashed));
            }
            catch (SqliteException exception)
            {
                Assert.Equal(8202, exception.SqliteExtendedErrorCode);
                Assert.Equal(database, File.ReadAllBytes(crashed));
                refused++;
            }

            Assert.True(new FileInfo(crashed).Length <= database.Length + journal.Length, $"byte {position}, bit {bit}: {new FileInfo(crashed).Length} bytes");
        }

        // Sizes: all 64. Page count: every bit that asks for more than both files contain.
        Assert.InRange(refused, 64 + 20, 64 + 32);
        File.WriteAllBytes(crashed, database);
        File.WriteAllBytes(crashed + "-journal", journal);
        Assert.Equal(before, VaultFolder.AllNotes(crashed));
    }

    [Fact]
    public void A_database_that_was_cut_short_by_a_crash_is_lengthened_again_from_its_journal()
    {
        var key = Enumerable.Repeat((byte)9, 32).ToArray();
        var path = _folder.Keyed("journal.db", key);
        using var connection = VaultFolder.Create(path);
        Insert(connection, 400);
        VaultFolder.Execute(connection, "DELETE FROM note WHERE id % 2 = 0");
        var before = VaultFolder.AllNotes(connection);
        var whole = new FileInfo(path).Length;
        VaultFolder.Execute(connection, "PRAGMA journal_mode = PERSIST; VACUUM");
        Assert.True(new FileInfo(path).Length < whole);

        // As a crash leaves it right after the cut: the magic of the rollback journal, which the commit zeroed, is still there.
        var crashed = _folder.Keyed("crashed.db", key);
        File.WriteAllBytes(crashed, VaultFolder.ReadShared(path));
        var journal = VaultFolder.ReadShared(path + "-journal");
        byte[] magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
        magic.CopyTo(journal, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(8), uint.MaxValue);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(16), (uint)(whole / PageCipher.PageSize));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(20), 512);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(24), PageCipher.PageSize);
        File.WriteAllBytes(crashed + "-journal", journal);

        Assert.Equal(before, VaultFolder.AllNotes(crashed));
        Assert.Equal(whole, new FileInfo(crashed).Length);
    }

    /// <summary>Begins a transaction that spills, and copies both files as a crash would leave them.</summary>
    private (string Before, string Path) Crash()
    {
        var key = Enumerable.Repeat((byte)9, 32).ToArray();
        var path = _folder.Keyed("journal.db", key);
        var crashed = _folder.Keyed("crashed.db", key);
        using var connection = VaultFolder.Create(path);
        Insert(connection, 200);
        var before = VaultFolder.AllNotes(connection);
        BeginAndSpill(connection);
        File.WriteAllBytes(crashed, VaultFolder.ReadShared(path));
        File.WriteAllBytes(crashed + "-journal", VaultFolder.ReadShared(path + "-journal"));
        return (before, crashed);
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
