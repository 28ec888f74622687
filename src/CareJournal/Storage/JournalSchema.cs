using System.Globalization;
using CareJournal.Keeping;
using CareJournal.Search;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Storage;

/// <summary>Defines what makes a file a journal: its marks, its tables, and the way it is opened.</summary>
public static class JournalSchema
{
    /// <summary>SQLite's application id: "CJRN" in ASCII.</summary>
    public const int ApplicationId = 0x434A524E;

    /// <summary>The schema that this version writes. A file with a higher number is refused, unchanged; one with a lower one is upgraded (<see cref="JournalUpgrade"/>).</summary>
    public const int Version = 6;

    /// <summary>The first schema whose programs keep <see cref="JournalFolder.HeadPath"/>.</summary>
    internal const int FirstWithHead = 6;

    private const int First = 1;

    // The driver itself retries a busy file until this time has passed.
    private const int BusySeconds = 15;

    /// <summary>Creates the options with which a context opens the file; the key is found by the path, and is never in this string.</summary>
    /// <param name="path">The database.</param>
    /// <param name="readFailed">Called with every exception that a query meets on the disk.</param>
    /// <param name="pooling">Whether connections are kept for the next context.</param>
    public static DbContextOptions<JournalContext> Options(string path, Action<Exception>? readFailed = null, bool pooling = true) =>
        new DbContextOptionsBuilder<JournalContext>()
            .UseSqlite(ConnectionString(path, SqliteOpenMode.ReadWrite, pooling), sqlite => sqlite.CommandTimeout(BusySeconds))
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
            .LogTo((id, _) => id == CoreEventId.QueryIterationFailed, failure => readFailed?.Invoke(((DbContextTypeErrorEventData)failure).Exception))
            .AddInterceptors(new JournalPragmas(), new RowVersionInterceptor(), new SearchIndexInterceptor())
            .Options;

    /// <summary>Returns the connection string of an encrypted file.</summary>
    public static string ConnectionString(string path, SqliteOpenMode mode, bool pooling = true) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooling, Vfs = EncryptedFileSystem.Name }.ToString();

    /// <summary>Creates a journal under another name and then renames it, so that a crash leaves either none or a complete one.</summary>
    public static void Create(string path, ReadOnlySpan<byte> key, byte[] chainKey, string timeZone)
    {
        string beside = path + ".new";
        File.Delete(beside);
        using (EncryptedFileSystem.UseKey(beside, key))
        {
            using (SqliteConnection connection = new(ConnectionString(beside, SqliteOpenMode.ReadWriteCreate, pooling: false)))
            {
                connection.Open();
                EncryptedFileSystem.ReservePages(connection);
                JournalPragmas.Apply(connection);
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
            }

            using (JournalContext journal = new(Options(beside)))
            {
                journal.Database.Migrate();
                PracticeSettings settings = new();
                settings.Choose(settings.GapThreshold, settings.AutoLockMinutes, timeZone);
                journal.CurrentAct = new Act { AtUtc = DateTime.UnixEpoch, Kind = ActKind.SettingsChanged };
                journal.Settings.Add(settings);
                journal.SaveChanges();
                RecordChain.AppendMissing(journal, chainKey, DateTime.UnixEpoch);
            }

            SqliteConnection.ClearAllPools();
        }

        File.Delete(JournalFolder.RollbackPathOf(beside));
        File.Move(beside, path);
    }

    /// <summary>Checks a file before anything is written to it; <c>null</c> when it is a journal of this version or of an earlier one.</summary>
    /// <param name="path">The database.</param>
    /// <param name="key">Its file key.</param>
    /// <param name="version">The schema that it was written with, where it is a journal.</param>
    public static StorageFault? Check(string path, ReadOnlySpan<byte> key, out long version)
    {
        version = Version;
        const int NotADatabase = 26;

        RollbackVerdict? left = LeftOverJournal.Judge(path, key);
        if (left == RollbackVerdict.Damaged)
        {
            return StorageFault.NotRolledBack;
        }

        // A rollback journal left by a crash has to be rolled back, which a read-only connection may not do.
        SqliteOpenMode mode = left is not null ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly;
        bool damaged = false;
        using (EncryptedFileSystem.UseKey(path, key, () => damaged = true))
        {
            try
            {
                using SqliteConnection connection = new(ConnectionString(path, mode, pooling: false));
                connection.Open();
                if (Number(connection, "PRAGMA application_id") != ApplicationId)
                {
                    return StorageFault.Foreign;
                }

                version = Number(connection, "PRAGMA user_version");
#if !SABOTAGE_FREE_PAGES
                if (left is not null && version is >= First and <= Version)
                {
                    FreePages.WriteAnew(connection);
                }
#endif

#if SABOTAGE_NEWER
                return null;
#else
                return version > Version ? StorageFault.Newer : version < First ? StorageFault.Foreign : null;
#endif
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
            {
                return KeyProof.OpensAnyPage(path, key) ? StorageFault.Damaged : StorageFault.WrongKey;
            }
            catch (SqliteException) when (damaged)
            {
                return StorageFault.Damaged;
            }
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
