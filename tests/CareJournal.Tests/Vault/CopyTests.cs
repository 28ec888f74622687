using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

public sealed class CopyTests : IDisposable
{
    private const string Canary = "coquelicot-éphémère";

    private readonly VaultFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_copy_by_vacuum_into_is_encrypted_under_its_own_key()
    {
        var path = _folder.Keyed("journal.db");
        var copy = _folder.Keyed("copy.db");
        VaultFolder.Fill(path, 200, Canary);
        using (var connection = VaultFolder.Open(path))
        {
            VaultFolder.Execute(connection, $"VACUUM INTO '{copy}'");
        }

        AssertSame(path, copy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_copy_by_the_backup_interface_is_encrypted_under_its_own_key(bool reserveFirst)
    {
        var path = _folder.Keyed("journal.db");
        var copy = _folder.Keyed("copy.db");
        VaultFolder.Fill(path, 200, Canary);
        using (var source = VaultFolder.Open(path))
        using (var target = VaultFolder.Open(copy))
        {
            if (reserveFirst)
            {
                EncryptedFileSystem.ReservePages(target);
            }

            source.BackupDatabase(target);
        }

        AssertSame(path, copy);
    }

    [Fact]
    public void A_copy_to_a_path_without_a_key_is_refused_and_leaves_nothing_readable()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 200, Canary);
        using var connection = VaultFolder.Open(path);

        Assert.Equal(14, Assert.ThrowsAny<SqliteException>(() => VaultFolder.Execute(connection, $"VACUUM INTO '{_folder.PathOf("open.db")}'")).SqliteErrorCode);
        Assert.False(File.Exists(_folder.PathOf("open.db")));
        Assert.Empty(_folder.FilesThatShow(Canary));
    }

    [Fact]
    public void A_copied_file_still_works_after_a_vacuum_in_place()
    {
        var path = _folder.Keyed("journal.db");
        VaultFolder.Fill(path, 200, Canary);
        var before = VaultFolder.AllNotes(path);
        using (var connection = VaultFolder.Open(path))
        {
            VaultFolder.Execute(connection, "PRAGMA secure_delete = ON; DELETE FROM note WHERE id > 100; VACUUM");
            Assert.Equal("ok", VaultFolder.Ask<string>(connection, "PRAGMA integrity_check"));
        }

        Assert.StartsWith(VaultFolder.AllNotes(path), before);
        Assert.Empty(_folder.FilesThatShow(Canary));
    }

    private void AssertSame(string path, string copy)
    {
        Assert.Equal(VaultFolder.AllNotes(path), VaultFolder.AllNotes(copy));
        Assert.Empty(_folder.FilesThatShow(Canary));
        using var connection = VaultFolder.Open(copy);
        Assert.Equal("ok", VaultFolder.Ask<string>(connection, "PRAGMA integrity_check"));

        // The reserve of each page was copied too: otherwise this write would be refused.
        VaultFolder.Execute(connection, "CREATE TABLE later (text TEXT); INSERT INTO later VALUES ('x')");
    }
}
