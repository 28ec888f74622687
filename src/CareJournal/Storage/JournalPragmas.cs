using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Storage;

/// <summary>
/// Sets on every connection what durability depends on, and reads it back: rollback journal, a sync of file, journal and folder
/// before a commit returns, freed pages overwritten, references checked, temporary tables in memory; and a page cache of a useful size.
/// The write-ahead log stays off: SQLite before 3.51.3 can lose commits in it (the WAL-reset bug).
/// </summary>
public sealed class JournalPragmas : DbConnectionInterceptor
{
#if SABOTAGE_SYNC
    private const string Synchronous = "0";
#else
    private const string Synchronous = "3";
#endif

    /// <summary>
    /// Whether the rollback journal is emptied at a commit instead of deleted. Only Windows needs it: there is no sync of a folder there, so a power cut could bring a deleted journal back, which
    /// would undo the save; an emptied one is synced itself. Tests ask for it elsewhere.
    /// </summary>
    internal static bool EmptiesRollbackJournal { get; set; } = OperatingSystem.IsWindows();

    private static (string Name, string Value)[] All =>
    [
        ("journal_mode", EmptiesRollbackJournal ? "truncate" : "delete"),
        ("synchronous", Synchronous),
        ("fullfsync", "1"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
        ("temp_store", "2"),
        ("cache_size", $"-{CacheKibibytes}"),
    ];

    /// <summary>
    /// The page cache of a connection, in KiB. Cached pages cost no decryption; SQLite's own 2,000 would cover a two-hundredth
    /// of the largest journal (docs/benchmarks.md).
    /// </summary>
    internal const int CacheKibibytes = 24_000;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    /// <summary>Applies the settings; throws when SQLite reports other values than those set.</summary>
    public static void Apply(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        foreach ((string name, string value) in All)
        {
            command.CommandText = $"PRAGMA {name} = {value};";
            command.ExecuteNonQuery();
            command.CommandText = $"PRAGMA {name};";
            string? answer = Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (answer != value)
            {
                throw new InvalidOperationException($"SQLite answers {name} = {answer}, and {value} was asked.");
            }
        }
    }
}
