using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <content>The last known state of the journal, kept beside the database (<see cref="JournalFolder.HeadPath"/>).</content>
public sealed partial class JournalFile
{
    private HeadKeeper? _head;

    /// <summary>The short form of the last act that was written (<see cref="JournalHead.Fingerprint"/>); <c>null</c> while the journal is not open.</summary>
    public string? Fingerprint => Head?.Fingerprint;

    /// <summary>The last link that is known of; <c>null</c> while the journal is not open.</summary>
    internal JournalHead? Head
    {
        get
        {
            lock (_chain)
            {
                return _head?.Last;
            }
        }
    }

    /// <summary>Makes a link the last known state of the journal, such as that of a copy which takes its place. The journal has to be open.</summary>
    /// <param name="head">The last link of the file that is the journal from now on (<see cref="HeadKeeper.LastOf"/>).</param>
    /// <exception cref="JournalLockedException">The journal is not open.</exception>
    internal void ReplaceHead(JournalHead head)
    {
        lock (_chain)
        {
            (_head ?? throw new JournalLockedException()).Replace(head);
        }
    }

    /// <summary>Writes the state of a copy that was just made beside it.</summary>
    /// <param name="copy">The folder of the copy.</param>
    /// <param name="head">Its last link.</param>
    /// <exception cref="JournalLockedException">The journal is not open.</exception>
    /// <exception cref="IOException">The disk did not allow it.</exception>
    internal void WriteHeadInto(JournalFolder copy, JournalHead head)
    {
        lock (_chain)
        {
            (_head ?? throw new JournalLockedException()).WriteInto(copy.HeadPath, head);
        }
    }

    /// <summary>Writes the head of a commit, in the turn to write. Does nothing when the journal was locked in the middle of that save.</summary>
    internal void FollowHead(ChainLink link)
    {
        lock (_chain)
        {
            _head?.Follow(new JournalHead(link.Number, link.Digest, link.AtUtc));
        }
    }

    private HeadDoubt? CompareHead(long version)
    {
        using IDisposable key = EncryptedFileSystem.UseKey(Folder.DatabasePath, _fileKey, DamageMet);
        try
        {
            using SqliteConnection connection = Connect(SqliteOpenMode.ReadOnly);
            HeadDoubt? doubt = _head!.Compare(connection, version < JournalSchema.FirstWithHead);
            if (doubt is not null)
            {
                // The doubt is said in the practice's own time.
                using SqliteCommand zone = connection.CreateCommand();
                zone.CommandText = """SELECT "TimeZone" FROM "Settings" """;
                UseZone(zone.ExecuteScalar() as string);
            }

            return doubt;
        }
        catch (SqliteException) when (Damaged)
        {
            // What is not on that page can still be read, and nothing is written any more.
            return null;
        }
    }

    /// <summary>Makes the last link in the file the last known state: at each opening, and once a journal was filled at once. Nothing is kept after damage.</summary>
    internal void KeepHead()
    {
        if (Damaged)
        {
            return;
        }

        using SqliteConnection connection = Connect(SqliteOpenMode.ReadWrite);
        if (HeadKeeper.LastOf(connection) is { } head)
        {
            lock (_chain)
            {
                _head!.Replace(head);
            }
        }
    }

    private void UseZone(string? id)
    {
        if (id is not null)
        {
            _clock.UseZone(id);
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(Folder.DatabasePath, mode, pooling: false));
        connection.Open();
        return connection;
    }
}
