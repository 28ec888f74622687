using System.Security.Cryptography;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>A copy that was opened with its secret: its keys, until it is disposed. Nothing is ever written into its folder.</summary>
internal sealed class OpenedCopy : IDisposable
{
    private readonly byte[] _fileKey;
    private readonly byte[] _chainKey;
    private readonly byte[] _manifestKey;
    private readonly byte[] _headKey;

    private OpenedCopy(JournalFolder folder, MasterKey master, long schema)
    {
        (Folder, Schema) = (folder, schema);
        (_fileKey, _chainKey, _manifestKey) = (master.Derive(JournalFile.FileKeyPurpose), master.Derive(ChainDigest.KeyPurpose), master.Derive(CopyManifest.KeyPurpose));
        _headKey = master.Derive(HeadFile.KeyPurpose);
    }

    public JournalFolder Folder { get; }

    /// <summary>The schema of its tables; an earlier one has no record chain of this version to be verified.</summary>
    public long Schema { get; }

    public ReadOnlySpan<byte> FileKey => _fileKey;

    public ManifestAnswer Manifest => CopyManifest.ReadFrom(Folder, _manifestKey);

    /// <summary>Opens a copy. Slow on purpose: the secret.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="secret">The passphrase of then, or the recovery code.</param>
    /// <param name="check">The check value of the journal that it must be a copy of; <c>null</c> for any.</param>
    /// <param name="stretching">The cost of trying the secret.</param>
    public static (OpenedCopy? Copy, RestoreRefusal? Refusal) Open(JournalFolder folder, string secret, byte[]? check, KeyStretching stretching)
    {
        if (!folder.HoldsJournal)
        {
            return (null, RestoreRefusal.NoCopy);
        }

        KeyHeaderAnswer header = KeyHeader.ReadFrom(folder.KeyHeaderPath, stretching);
        if (header is not KeyHeaderAnswer.Found found)
        {
            return (null, header is KeyHeaderAnswer.Newer ? RestoreRefusal.Newer : RestoreRefusal.Damaged);
        }

        if (check is not null && !CryptographicOperations.FixedTimeEquals(check, KeyHeader.CheckOf(folder.KeyHeaderPath)))
        {
            return (null, RestoreRefusal.OtherJournal);
        }

        using MasterKey? master = Passphrase.IsTooLong(secret) ? null : found.Header.Unlock(secret);
        if (master is null)
        {
            return (null, RestoreRefusal.WrongSecret);
        }

        // The value in a header can be written by anybody; that of the key inside cannot.
        if (check is not null && !CryptographicOperations.FixedTimeEquals(check, KeyHeader.CheckOf(master)))
        {
            return (null, RestoreRefusal.OtherJournal);
        }

        byte[] key = master.Derive(JournalFile.FileKeyPurpose);
        StorageFault? fault = JournalSchema.Check(folder.DatabasePath, key, out long version);
        CryptographicOperations.ZeroMemory(key);
        return fault switch
        {
            null => (new OpenedCopy(folder, master, version), null),
            StorageFault.Newer => (null, RestoreRefusal.Newer),
            _ => (null, RestoreRefusal.Damaged),
        };
    }

    /// <summary>Reads from it, or from the same database under another path.</summary>
    public T Read<T>(string database, Func<SqliteConnection, T> read)
    {
        using IDisposable key = EncryptedFileSystem.UseKey(database, _fileKey);
        using SqliteConnection connection = new(JournalSchema.ConnectionString(database, SqliteOpenMode.ReadOnly, pooling: false));
        connection.Open();
        JournalPragmas.Apply(connection);
        return read(connection);
    }

    /// <summary>Writes its last link as the last known state of a journal that it becomes; nothing where its tables had none yet.</summary>
    public void WriteHead(string path, SqliteConnection connection)
    {
        if (HeadKeeper.LastOf(connection) is { } head)
        {
            HeadFile.Replace(path, _headKey, head);
        }
    }

    /// <summary>Checks it from end to end: every page, the structure, and the record chain where its tables are of this version.</summary>
    public CopyFindings Check(SqliteConnection connection)
    {
        if (Schema < JournalSchema.Version)
        {
            bool isReadable = PageCheck.CountDamaged(connection) == 0 && JournalDigest.IsSound(connection);
            return new CopyFindings(isReadable, IsAsWritten: isReadable);
        }

        using JournalContext model = new(JournalSchema.Options(Folder.DatabasePath, pooling: false));
        FileFindings findings = FileCheck.Run(connection, model, _chainKey, head: null, open: null, progress: null, CancellationToken.None);
        return new CopyFindings(findings.DamagedPages == 0 && findings.StructureIsSound, findings.IsWhole);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_fileKey);
        CryptographicOperations.ZeroMemory(_chainKey);
        CryptographicOperations.ZeroMemory(_manifestKey);
        CryptographicOperations.ZeroMemory(_headKey);
    }
}

/// <summary>What the check of a copy found.</summary>
/// <param name="IsReadable">Whether all of it can be read.</param>
/// <param name="IsAsWritten">Whether all of it is as it was written.</param>
internal sealed record CopyFindings(bool IsReadable, bool IsAsWritten);

/// <summary>Why a copy is not taken up again.</summary>
public enum RestoreRefusal
{
    /// <summary>The folder has no copy.</summary>
    NoCopy,

    /// <summary>The secret is neither the passphrase nor the recovery code of then.</summary>
    WrongSecret,

    /// <summary>The copy is damaged.</summary>
    Damaged,

    /// <summary>It is a copy of another journal.</summary>
    OtherJournal,

    /// <summary>It was made by a later version of the program; left byte for byte as it is.</summary>
    Newer,

    /// <summary>The disk did not allow it, or has no room; the journal is as it was.</summary>
    Disk,

    /// <summary>What was looked at is no longer at hand: it is to be looked at again.</summary>
    Gone,
}
