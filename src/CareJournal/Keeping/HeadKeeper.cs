using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace CareJournal.Keeping;

/// <summary>Keeps the head of one journal while its key is in memory: compares it at the unlock, and follows it after each commit. Used by one thread at a time.</summary>
internal sealed class HeadKeeper : IDisposable
{
    private readonly string _path;
    private readonly byte[] _key;
    private bool _replace = true;
    private bool _wasCut;

    /// <param name="path">The file of the head.</param>
    /// <param name="key">The key for <see cref="HeadFile.KeyPurpose"/>; zeroed with this instance.</param>
    public HeadKeeper(string path, byte[] key) => (_path, _key) = (path, key);

    /// <summary>The last link that this program knows of; <c>null</c> in a file without a chain.</summary>
    public JournalHead? Last { get; private set; }

    /// <summary>Compares a file with the last known state, and learns where the file ends. Writes nothing.</summary>
    /// <param name="database">Open on the file.</param>
    /// <param name="isEarlier">Whether the file is of a version that kept no head.</param>
    public HeadDoubt? Compare(SqliteConnection database, bool isEarlier)
    {
        Last = LastOf(database);
        HeadAnswer answer = HeadFile.Read(_path, _key);
        long found = Last?.Number ?? Number(database, """SELECT COUNT(*) FROM "Acts" """);
        HeadDoubt Doubt(HeadDoubtKind kind, JournalHead? known = null) => new(kind, known?.Number ?? 0, known?.AtUtc, found, Last?.AtUtc);
#if SABOTAGE_HEAD
        return answer is HeadAnswer.Found && isEarlier && found < 0 ? Doubt(HeadDoubtKind.Older) : null;
#else
        return answer switch
        {
            HeadAnswer.Found(var known) when found < known.Number => Doubt(HeadDoubtKind.Older, known),

            // An upgrade that was cut off has made a link for each act and written its head, and will do so again.
            HeadAnswer.Found when isEarlier && Last is null => null,
            HeadAnswer.Found(var known) when !known.Digest.AsSpan().SequenceEqual(DigestAt(database, known.Number)) => Doubt(HeadDoubtKind.OtherHistory, known),
            HeadAnswer.Found => null,

            // In a new journal there is nothing yet that could be missing.
            HeadAnswer.Missing => isEarlier || found <= 1 ? null : Doubt(HeadDoubtKind.Missing),
            _ => Doubt(HeadDoubtKind.Damaged),
        };
#endif
    }

    /// <summary>Reads the last link of a file; <c>null</c> where there is none.</summary>
    /// <param name="database">Open on the file.</param>
    public static JournalHead? LastOf(SqliteConnection database)
    {
        if (Number(database, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'ChainLinks'") == 0)
        {
            return null;
        }

        using SqliteCommand command = database.CreateCommand();
        command.CommandText = """SELECT "Number", "Digest", "AtUtc" FROM "ChainLinks" ORDER BY "Number" DESC LIMIT 1""";
        using SqliteDataReader last = command.ExecuteReader();
        return last.Read() && last[1] is byte[] { Length: ChainLink.DigestSize } digest ? new JournalHead(last.GetInt64(0), digest, StoredInstant.Read(last[2] as string)) : null;
    }

    /// <summary>
    /// Writes the head of a commit. A head that cannot be written is written with the next one: the act is on the disk, and the file is then ahead of its head, which is no doubt.
    /// </summary>
    /// <param name="head">The link that was just committed.</param>
    public void Follow(JournalHead head)
    {
        // The end of the chain was taken away while the journal was open: what is known stays known, for the check and the next unlock.
        _wasCut |= head.Number <= Last?.Number;
        if (!_wasCut)
        {
            Write(head, _replace);
        }
    }

    /// <summary>Makes a link the last known state, whatever was known before.</summary>
    public void Replace(JournalHead head)
    {
        _wasCut = false;
        Write(head, replace: true);
    }

    /// <summary>Writes the head of a copy of the file beside it.</summary>
    /// <param name="path">The file of the copy's head.</param>
    /// <param name="head">The last link of the copy.</param>
    public void WriteInto(string path, JournalHead head) => HeadFile.Replace(path, _key, head);

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private void Write(JournalHead head, bool replace)
    {
        Last = head;
        try
        {
            // The first one of an opening is synced, so that the file exists in one piece.
            if (replace)
            {
                HeadFile.Replace(_path, _key, head);
            }
            else
            {
                HeadFile.Write(_path, _key, head);
            }

            _replace = false;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _replace = true;
        }
    }

    private static byte[]? DigestAt(SqliteConnection database, long number)
    {
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = """SELECT "Digest" FROM "ChainLinks" WHERE "Number" = $number""";
        command.Parameters.AddWithValue("$number", number);
        return command.ExecuteScalar() as byte[];
    }

    private static long Number(SqliteConnection database, string sql)
    {
        using SqliteCommand command = database.CreateCommand();
#pragma warning disable CA2100 // Fixed statements of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
