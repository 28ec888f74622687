using System.Globalization;
using CareJournal.Keeping;
using CareJournal.Search;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// Upgrades a journal of an earlier version to the tables of this one. It works on a copy: the journal itself is only read until a
/// complete, migrated and compared new file is beside it, and is then replaced in one rename. After a power cut at any moment,
/// the journal's name refers to the complete old file or the complete new one.
/// </summary>
internal static class JournalUpgrade
{
    /// <summary>How long the journal of before an upgrade is kept.</summary>
    public static readonly TimeSpan FormerKept = TimeSpan.FromDays(90);

    /// <summary>Upgrades the journal of a folder; slow on a large one.</summary>
    /// <param name="folder">The folder of the journal.</param>
    /// <param name="key">Its file key.</param>
    /// <param name="chainKey">Its key of the record chain.</param>
    /// <param name="nowUtc">The time at which acts from before there was a chain get their links.</param>
    /// <param name="keepHead">Keeps the last link of the new file, before that takes the journal's name.</param>
    /// <param name="reached">Called after each step, so that a test can simulate a power cut.</param>
    /// <exception cref="JournalDamagedException">The old file is damaged; it is left unchanged.</exception>
    /// <exception cref="JournalUpgradeException">The new file does not contain what the old one does; the old one is unchanged.</exception>
    /// <exception cref="SqliteException">The disk or the file did not allow it; the old file is unchanged.</exception>
    /// <exception cref="IOException">The disk did not allow it; the old file is unchanged.</exception>
    public static void Run(JournalFolder folder, ReadOnlySpan<byte> key, byte[] chainKey, DateTime nowUtc, Action<JournalHead> keepHead, Action<UpgradeStep>? reached = null)
    {
        string beside = folder.UpgradingPath;
        Discard(beside);
        try
        {
#if SABOTAGE_UPGRADE_COPY
            beside = folder.DatabasePath;
#endif
            JournalHead? head = MakeNew(folder.DatabasePath, beside, key, chainKey, nowUtc, reached);
            DurableFile.Copy(folder.DatabasePath, folder.FormerPath(JournalSchema.Version));

            // A copy has the time of its original: the last save, which may be long ago.
            File.SetLastWriteTimeUtc(folder.FormerPath(JournalSchema.Version), nowUtc);
            reached?.Invoke(UpgradeStep.FormerKept);
            if (head is not null)
            {
                // First, so that a crash in between leaves a file that is known: every act of the old one has a link in the new one, under the same number.
                keepHead(head);
            }

            DurableFile.Move(beside, folder.DatabasePath);
            File.Delete(JournalFolder.RollbackPathOf(folder.UpgradingPath));
            reached?.Invoke(UpgradeStep.InPlace);
        }
        catch
        {
            Discard(folder.UpgradingPath);
            throw;
        }
    }

    /// <summary>
    /// Deletes the journals of before an upgrade once they are <see cref="FormerKept"/> old: they are readable copies, of people too who were erased since.
    /// </summary>
    public static void RemoveFormer(JournalFolder folder, DateTime nowUtc)
    {
        for (int version = JournalSchema.Version; version > 1; version--)
        {
            FileInfo former = new(folder.FormerPath(version));
            if (former.Exists && nowUtc - former.LastWriteTimeUtc > FormerKept)
            {
                former.Delete();
            }
        }
    }

    private static JournalHead? MakeNew(string original, string beside, ReadOnlySpan<byte> key, byte[] chainKey, DateTime nowUtc, Action<UpgradeStep>? reached)
    {
        bool damaged = false;
        using IDisposable originalKey = EncryptedFileSystem.UseKey(original, key, () => damaged = true);
        using IDisposable? besideKey = beside == original ? null : EncryptedFileSystem.UseKey(beside, key);
        IReadOnlyDictionary<string, IReadOnlyList<string>> tables;
        JournalDigest before;
        try
        {
            using SqliteConnection connection = Open(original);
            tables = JournalDigest.TablesOf(connection);
            before = JournalDigest.Of(connection, tables);
#if !SABOTAGE_UPGRADE_COPY
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $into";
            command.Parameters.AddWithValue("$into", beside);
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
#endif
        }
        catch (SqliteException exception) when (damaged)
        {
            // VACUUM reports damage like any other fault of the disk.
            throw new JournalDamagedException(exception);
        }

        reached?.Invoke(UpgradeStep.Copied);
        using (JournalContext journal = new(JournalSchema.Options(beside, pooling: false)))
        {
            journal.Database.Migrate();
            SearchIndex.Rebuild(journal);
            RecordChain.AppendMissing(journal, chainKey, nowUtc);
        }

        reached?.Invoke(UpgradeStep.Migrated);
        JournalHead? head;
        using (SqliteConnection connection = Open(beside))
        {
            head = HeadKeeper.LastOf(connection);
            using (SqliteCommand command = connection.CreateCommand())
            {
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {JournalSchema.Version};");
                command.ExecuteNonQuery();
            }

            // A migration may add tables and columns. What was there before must be there, value by value.
            if (JournalDigest.Of(connection, tables) != before || !JournalDigest.IsSound(connection))
            {
                throw new JournalUpgradeException();
            }
        }

        using FileStream written = new(beside, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        reached?.Invoke(UpgradeStep.Verified);
        return head;
    }

    private static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, SqliteOpenMode.ReadWrite, pooling: false));
        connection.Open();
        JournalPragmas.Apply(connection);
        return connection;
    }

    private static void Discard(string beside)
    {
        File.Delete(beside);
        File.Delete(beside + "-journal");
    }
}

/// <summary>The steps of an upgrade.</summary>
internal enum UpgradeStep
{
    /// <summary>An unchanged copy is beside the journal.</summary>
    Copied,

    /// <summary>The copy has the tables of this version.</summary>
    Migrated,

    /// <summary>Everything in the journal was found in the copy too, and the copy is on disk.</summary>
    Verified,

    /// <summary>The former journal is kept under another name too.</summary>
    FormerKept,

    /// <summary>The copy has taken the journal's name.</summary>
    InPlace,
}

/// <summary>Thrown when an upgraded copy does not contain what the journal does; the copy was deleted.</summary>
internal sealed class JournalUpgradeException() : InvalidOperationException("The upgraded copy does not hold what the journal holds.");
