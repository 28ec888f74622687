using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

/// <summary>A free page that a power cut tore means nothing to SQLite, and is written anew.</summary>
public sealed class FreePagesTests : IDisposable
{
    private const int Pages = 60;

    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void A_torn_free_page_is_written_anew_and_nothing_else_changes()
    {
        _journal.Run($"CREATE TABLE Gone (Bytes BLOB); INSERT INTO Gone SELECT randomblob(3000) FROM (WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Pages}) SELECT i FROM n); DROP TABLE Gone");
        Assert.True(_journal.Ask<long>("PRAGMA freelist_count") > Pages / 2);
        JournalDigest before = Digest();
        _journal.File.Lock();
        string path = _journal.File.Folder.DatabasePath;
        byte[] bytes = File.ReadAllBytes(path);
        Array.Clear(bytes, bytes.Length - (PageCipher.PageSize / 2), 512);
        File.WriteAllBytes(path, bytes);
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));

        using SqliteConnection connection = _journal.Connection();
        Assert.Equal(1, PageCheck.CountDamaged(connection));
        FreePages.WriteAnew(connection);
        Assert.Equal(0, PageCheck.CountDamaged(connection));
        Assert.Equal(before, JournalDigest.Of(connection));
        Assert.True(JournalDigest.IsSound(connection));
    }

    private JournalDigest Digest()
    {
        using SqliteConnection connection = _journal.Connection();
        return JournalDigest.Of(connection);
    }
}
