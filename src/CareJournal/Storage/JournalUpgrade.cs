using System.Globalization;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// Brings a journal of an earlier version to the tables of this one. It works on a copy: the journal itself is only read until a
/// whole, migrated and compared new one lies beside it, and then replaced in one rename. Power may fail at any moment: what lies
/// under the journal's name is the whole old one or the whole new one.
/// </summary>
internal static class JournalUpgrade
{
    /// <summary>Upgrades the journal of a folder; slow on a large one.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="key">Its file key.</param>
    /// <param name="reached">Told of each step once it is done: here a test can be the power cut.</param>
    /// <exception cref="JournalDamagedException">The old file is damaged; it stands as it is.</exception>
    /// <exception cref="JournalUpgradeException">The new file does not hold what the old one did; the old one stands.</exception>
    /// <exception cref="SqliteException">The disk or the file did not allow it; the old one stands.</exception>
    /// <exception cref="IOException">The disk did not allow it; the old one stands.</exception>
    public static void Run(JournalFolder folder, ReadOnlySpan<byte> key, Action<UpgradeStep>? reached = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string beside = folder.UpgradingPath;
        Discard(beside);
        try
        {
#if SABOTAGE_UPGRADE_COPY
            beside = folder.DatabasePath;
#endif
            MakeNew(folder.DatabasePath, beside, key, reached);
            DurableFile.Copy(folder.DatabasePath, folder.FormerPath(JournalSchema.Version));
            reached?.Invoke(UpgradeStep.FormerKept);
            DurableFile.Move(beside, folder.DatabasePath);
            reached?.Invoke(UpgradeStep.InPlace);
        }
        catch
        {
            Discard(folder.UpgradingPath);
            throw;
        }

        ForgetOlder(folder);
    }

    private static void MakeNew(string original, string beside, ReadOnlySpan<byte> key, Action<UpgradeStep>? reached)
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
            // VACUUM answers damage as any trouble with the disk.
            throw new JournalDamagedException(exception);
        }

        reached?.Invoke(UpgradeStep.Copied);
        using (JournalContext journal = new(JournalSchema.Options(beside, pooling: false)))
        {
            journal.Database.Migrate();
        }

        reached?.Invoke(UpgradeStep.Migrated);
        using (SqliteConnection connection = Open(beside))
        {
            using (SqliteCommand command = connection.CreateCommand())
            {
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {JournalSchema.Version};");
                command.ExecuteNonQuery();
            }

            // A migration may add tables and columns. What was there before is there, value by value.
            if (JournalDigest.Of(connection, tables) != before || !JournalDigest.IsSound(connection))
            {
                throw new JournalUpgradeException();
            }
        }

        using FileStream written = new(beside, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        reached?.Invoke(UpgradeStep.Verified);
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

    // One step back is kept. Older ones would be readable copies of people who were erased since.
    private static void ForgetOlder(JournalFolder folder)
    {
        for (int version = JournalSchema.Version - 1; version > 1; version--)
        {
            File.Delete(folder.FormerPath(version));
        }
    }
}

/// <summary>How far an upgrade has come.</summary>
internal enum UpgradeStep
{
    /// <summary>An unchanged copy lies beside the journal.</summary>
    Copied,

    /// <summary>The copy has the tables of this version.</summary>
    Migrated,

    /// <summary>Everything that the journal holds was found in the copy again, and the copy is on disk.</summary>
    Verified,

    /// <summary>The journal as it was is kept under another name too.</summary>
    FormerKept,

    /// <summary>The copy has taken the journal's name.</summary>
    InPlace,
}

/// <summary>Thrown when an upgraded copy does not hold what the journal holds; the copy was thrown away.</summary>
internal sealed class JournalUpgradeException() : InvalidOperationException("The upgraded copy does not hold what the journal holds.");
