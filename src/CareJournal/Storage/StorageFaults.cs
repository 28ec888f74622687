using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <summary>Determines the storage fault of an exception.</summary>
public static class StorageFaults
{
    // Result codes of https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int InputOutputData = InputOutput | (32 << 8);
    private const int InputOutputFileSystem = InputOutput | (33 << 8);

    /// <summary>Returns the fault; <c>null</c> when the exception is not about storage.</summary>
    public static StorageFault? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is JournalDamagedException)
            {
                return StorageFault.Damaged;
            }

            if (exception is SqliteException sqlite)
            {
                return Of(sqlite);
            }

            if (exception is JournalUpgradeException)
            {
                return StorageFault.NotUpgraded;
            }

            if (exception is UnauthorizedAccessException)
            {
                return StorageFault.ReadOnly;
            }

            if (exception is IOException io)
            {
                // ENOSPC (28) and EROFS (30) on Unix; ERROR_DISK_FULL (112), ERROR_HANDLE_DISK_FULL (39) and ERROR_WRITE_PROTECT (19) on Windows.
                return (io.HResult & 0xFFFF) switch
                {
                    28 or 112 or 39 => StorageFault.DiskFull,
                    30 or 19 => StorageFault.ReadOnly,
                    _ => StorageFault.Unexpected,
                };
            }
        }

        return null;
    }

    /// <summary>Returns the fault of a key header that cannot be used.</summary>
    internal static StorageFault Of(KeyHeaderAnswer header) => header switch
    {
        KeyHeaderAnswer.Damaged => StorageFault.KeyDamaged,
        KeyHeaderAnswer.Missing => StorageFault.KeyMissing,
        KeyHeaderAnswer.Newer => StorageFault.KeyNewer,
        _ => StorageFault.WrongKey,
    };

    private static StorageFault Of(SqliteException sqlite) => sqlite.SqliteErrorCode switch
    {
        Busy or Locked => StorageFault.Busy,
        ReadOnly or CannotOpen => StorageFault.ReadOnly,
        Full => StorageFault.DiskFull,
        Corrupt or NotADatabase => StorageFault.Damaged,
        InputOutput when sqlite.SqliteExtendedErrorCode is InputOutputData or InputOutputFileSystem => StorageFault.Damaged,
        _ => StorageFault.Unexpected,
    };
}

/// <summary>Thrown when the journal was found damaged, whatever error SQLite reported.</summary>
internal sealed class JournalDamagedException(Exception inner) : InvalidOperationException("The journal is damaged.", inner);
