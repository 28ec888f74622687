using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <content>What is done with the files of the journal when a copy takes their place.</content>
public sealed partial class JournalFile
{
    /// <summary>Reads the journal, open or locked, with its file key; the default when it cannot be read. A lock waits for it.</summary>
    internal T? ReadWith<T>(ReadOnlySpan<byte> key, Func<SqliteConnection, T> read)
    {
        lock (_turn)
        {
            try
            {
                using IDisposable? lent = State == JournalState.Open ? null : EncryptedFileSystem.UseKey(Folder.DatabasePath, key);
                using SqliteConnection connection = new(JournalSchema.ConnectionString(Folder.DatabasePath, SqliteOpenMode.ReadOnly, pooling: false));
                connection.Open();
                JournalPragmas.Apply(connection);
                return read(connection);
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is not null)
            {
                // What a damaged journal holds beyond the copy cannot be told; the copy can be taken up all the same.
                return default;
            }
        }
    }

    /// <summary>Replaces the files of the journal; nobody opens it meanwhile.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    internal void Replace(RestoreOrder order, Action<string>? reached)
    {
        lock (_trying)
        {
            lock (_turn)
            {
                if (State == JournalState.Open)
                {
                    throw new InvalidOperationException("The journal is open.");
                }

                RestoreSwap.Run(Folder, order, reached);
                Volatile.Write(ref _damaged, false);
            }
        }

        StateChanged?.Invoke();
    }

    // The first act of a journal that was put in place says so. It is written before anybody else can write, and the note goes after it.
    private void RecordRestore()
    {
        if (File.Exists(Folder.RestoredPath) && !Damaged)
        {
            RestoreNote.Record(Folder, _options!, _chainKey!, _clock.NowUtc);
        }
    }
}
