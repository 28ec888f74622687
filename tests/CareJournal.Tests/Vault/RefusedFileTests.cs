using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

/// <summary>The file system refuses to write what cannot be encrypted.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private const string Canary = "coquelicot-éphémère";
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly VaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_without_a_key_is_not_opened_and_no_file_is_made()
    {
        Assert.Equal(CannotOpen, Fault(() => VaultFolder.Open(_folder.PathOf("journal.db"))).SqliteErrorCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_key_that_was_forgotten_opens_nothing_any_more()
    {
        var path = _folder.PathOf("journal.db");
        using (EncryptedFileSystem.UseKey(path, new byte[32]))
        {
            VaultFolder.Fill(path, 5);
        }

        Assert.Equal(CannotOpen, Fault(() => VaultFolder.Open(path)).SqliteErrorCode);
    }

    [Fact]
    public void A_file_still_open_when_its_key_is_forgotten_reads_nothing()
    {
        var path = _folder.PathOf("journal.db");
        var key = EncryptedFileSystem.UseKey(path, new byte[32]);
        VaultFolder.Fill(path, 50);
        using var connection = VaultFolder.Open(path);
        Assert.NotEmpty(VaultFolder.AllNotes(connection));

        key.Dispose();

        Assert.Equal(7178, Fault(() => VaultFolder.AllNotes(connection)).SqliteExtendedErrorCode);
        Assert.Equal(7178, Fault(() => VaultFolder.Execute(connection, "DELETE FROM note")).SqliteExtendedErrorCode);
    }

    [Fact]
    public void A_plain_SQLite_file_is_refused_and_stays_as_it_is()
    {
        var path = _folder.Keyed("journal.db");
        using (var plain = VaultFolder.Open(path, fileSystem: null))
        {
            VaultFolder.Execute(plain, "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
        }

        var before = File.ReadAllBytes(path);

        Assert.Equal(NotADatabase, Fault(() => VaultFolder.AllNotes(path)).SqliteErrorCode);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_new_database_whose_pages_were_not_reserved_is_refused_at_the_first_write()
    {
        var path = _folder.Keyed("journal.db");
        using var connection = VaultFolder.Open(path);

        Fault(() => VaultFolder.Execute(connection, $"CREATE TABLE note (text TEXT DEFAULT '{Canary}')"));
        Assert.Empty(_folder.FilesThatShow(Canary));
    }

    [Fact]
    public void Pages_of_another_size_are_refused()
    {
        var path = _folder.Keyed("journal.db");
        using var connection = VaultFolder.Open(path);
        VaultFolder.Execute(connection, "PRAGMA page_size = 8192");
        EncryptedFileSystem.ReservePages(connection);

        Fault(() => VaultFolder.Execute(connection, $"CREATE TABLE note (text TEXT DEFAULT '{Canary}')"));
        Assert.Empty(_folder.FilesThatShow(Canary));
    }

    [Theory]
    [InlineData("NORMAL")]
    [InlineData("EXCLUSIVE")]
    public void A_write_ahead_log_is_never_written(string locking)
    {
        var path = _folder.Keyed("journal.db");
        using (var connection = VaultFolder.Create(path))
        {
            VaultFolder.Execute(connection, $"PRAGMA locking_mode = {locking}");
            if (locking == "NORMAL")
            {
                Assert.Equal("delete", VaultFolder.Ask<string>(connection, "PRAGMA journal_mode = WAL"));
            }
            else
            {
                Fault(() => VaultFolder.Execute(connection, "PRAGMA journal_mode = WAL"));
            }

            Assert.False(File.Exists(path + "-wal"));
        }

        using var later = VaultFolder.Open(path);
        Assert.Equal("delete", VaultFolder.Ask<string>(later, "PRAGMA journal_mode"));
        VaultFolder.Execute(later, "INSERT INTO note (text) VALUES ('x')");
    }

    [Theory]
    [InlineData("CREATE TEMP TABLE heap AS SELECT text FROM note")]
    [InlineData("PRAGMA cache_size = 2; SELECT text FROM note ORDER BY text || random()")]
    [InlineData("VACUUM")]
    public void A_temporary_file_is_refused_when_somebody_forgot_to_keep_it_in_memory(string sql)
    {
        var path = _folder.Keyed("journal.db");
        using (var connection = VaultFolder.Create(path))
        {
            VaultFolder.Execute(connection, $"INSERT INTO note (text) SELECT '{Canary}' || hex(randomblob(4000)) FROM json_each('[{string.Join(',', Enumerable.Range(0, 600))}]')");
            VaultFolder.Execute(connection, "PRAGMA temp_store = FILE");

            Assert.Equal(CannotOpen, Fault(() => VaultFolder.Execute(connection, sql)).SqliteErrorCode);
        }

        using var later = VaultFolder.Open(path);
        VaultFolder.Execute(later, sql);
        Assert.Equal("ok", VaultFolder.Ask<string>(later, "PRAGMA integrity_check"));
    }

    [Fact]
    public void Two_databases_changed_in_one_transaction_are_refused()
    {
        // SQLite would write a third file that names both; nothing here needs it.
        var path = _folder.Keyed("journal.db");
        var other = _folder.Keyed("other.db");
        VaultFolder.Fill(path, 5);
        VaultFolder.Fill(other, 5);
        using var connection = VaultFolder.Open(path);

        Fault(() => VaultFolder.Execute(connection, $"ATTACH '{other}' AS other; BEGIN; DELETE FROM main.note; DELETE FROM other.note; COMMIT"));

        Assert.Equal(5, VaultFolder.Ask<long>(connection, "SELECT count(*) FROM main.note"));
        Assert.Equal(5, VaultFolder.Ask<long>(connection, "SELECT count(*) FROM other.note"));
    }

    [Fact]
    public void A_path_takes_one_key_at_a_time()
    {
        var path = _folder.Keyed("journal.db");

        Assert.Throws<InvalidOperationException>(() => EncryptedFileSystem.UseKey(path, new byte[32]));
    }

    [Fact]
    public void A_key_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => EncryptedFileSystem.UseKey(_folder.PathOf("journal.db"), new byte[31]));

    [Fact]
    public void The_same_file_by_another_spelling_of_its_path_has_the_same_key()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 5);
        Directory.CreateDirectory(_folder.PathOf("sub"));
        var roundabout = Path.Combine(_folder.Root, "sub", "..", "journal.db");

        Assert.Equal(VaultFolder.AllNotes(path), VaultFolder.AllNotes(roundabout));
        Assert.Throws<InvalidOperationException>(() => EncryptedFileSystem.UseKey(roundabout, new byte[32]));
    }

    [Fact]
    public void Registering_again_changes_nothing()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 5);

        EncryptedFileSystem.Register();

        Assert.NotEmpty(VaultFolder.AllNotes(path));
    }

    [Fact]
    public void Only_an_open_connection_can_reserve_its_pages()
    {
        using var closed = new SqliteConnection("Data Source=:memory:");

        Assert.Throws<InvalidOperationException>(() => EncryptedFileSystem.ReservePages(closed));
    }

    private static SqliteException Fault(Action act) => Assert.ThrowsAny<SqliteException>(act);
}
