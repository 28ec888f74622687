using System.Security.Cryptography;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Checks the journal of a folder that no program has open, such as a copy, with its passphrase or its recovery code. Changes nothing in the folder.</summary>
public static class FolderCheck
{
    /// <summary>Checks it from end to end. Slow on purpose (the secret) and on a large journal.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="secret">The passphrase, or the recovery code.</param>
    /// <param name="progress">Receives the share that was checked, 0 to 1.</param>
    public static Task<FolderCheckAnswer> RunAsync(JournalFolder folder, string secret, IProgress<double>? progress = null) =>
        RunAsync(folder, secret, KeyStretching.Calibrated, progress);

    internal static async Task<FolderCheckAnswer> RunAsync(JournalFolder folder, string secret, KeyStretching stretching, IProgress<double>? progress = null)
    {
        try
        {
            if (!folder.HoldsJournal)
            {
                return new FolderCheckAnswer.NoJournal();
            }

            KeyHeaderAnswer header = KeyHeader.ReadFrom(folder.KeyHeaderPath, stretching);
            if (header is not KeyHeaderAnswer.Found found)
            {
                return new FolderCheckAnswer.Failed(StorageFaults.Of(header));
            }

            using MasterKey? master = Passphrase.IsTooLong(secret) ? null : found.Header.Unlock(secret);
            return master is null ? new FolderCheckAnswer.WrongSecret() : await CheckAsync(folder, master, progress);
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            return new FolderCheckAnswer.Failed(fault);
        }
    }

    private static CheckAnswer.Damaged Damaged(JournalContext journal, long pages)
    {
        (IReadOnlyList<ChangedRecord> touched, long rows) = pages > 0 ? DamagedRecords.Of((SqliteConnection)journal.Database.GetDbConnection(), journal.Model, JournalCheck.Named, CancellationToken.None) : ([], 0);
        return new CheckAnswer.Damaged(pages, touched, rows);
    }

    private static async Task<FolderCheckAnswer> CheckAsync(JournalFolder folder, MasterKey master, IProgress<double>? progress)
    {
        byte[] fileKey = master.Derive(JournalFile.FileKeyPurpose);
        byte[] chainKey = master.Derive(ChainDigest.KeyPurpose);
        byte[] headKey = master.Derive(HeadFile.KeyPurpose);
        EncryptedFileSystem.Register();
        try
        {
            if (JournalSchema.Check(folder.DatabasePath, fileKey, out long version) is { } fault)
            {
                return new FolderCheckAnswer.Failed(fault);
            }

            if (version < JournalSchema.Version)
            {
                return new FolderCheckAnswer.Earlier();
            }

            using IDisposable key = EncryptedFileSystem.UseKey(folder.DatabasePath, fileKey);
            await using JournalContext journal = new(JournalSchema.Options(folder.DatabasePath, pooling: false));
            await journal.Database.OpenConnectionAsync();
            HeadAnswer head = HeadFile.Read(folder.HeadPath, headKey);
            FileFindings findings = FileCheck.Run(
                (SqliteConnection)journal.Database.GetDbConnection(), journal, chainKey, (head as HeadAnswer.Found)?.Head, open: null, progress, CancellationToken.None);
            return new FolderCheckAnswer.Checked(
                findings.IsWhole ? new CheckAnswer.Whole(findings.Chain!.Links)
                : findings.DamagedPages > 0 || !findings.StructureIsSound ? Damaged(journal, findings.DamagedPages)
                : await findings.ChangedAsync(journal)) { HeadIsDamaged = head is HeadAnswer.Damaged };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
            CryptographicOperations.ZeroMemory(chainKey);
            CryptographicOperations.ZeroMemory(headKey);
        }
    }
}

/// <summary>The result of checking a folder.</summary>
public abstract record FolderCheckAnswer
{
    private FolderCheckAnswer()
    {
    }

    /// <summary>The journal was checked.</summary>
    public sealed record Checked(CheckAnswer Answer) : FolderCheckAnswer
    {
        /// <summary>Whether <c>journal.head</c> is there and cannot be read, so that nothing is known of the end of the journal.</summary>
        public bool HeadIsDamaged { get; init; }
    }

    /// <summary>The folder has no journal.</summary>
    public sealed record NoJournal : FolderCheckAnswer;

    /// <summary>The secret is neither the passphrase nor the recovery code.</summary>
    public sealed record WrongSecret : FolderCheckAnswer;

    /// <summary>The journal is of a version from before this one: the program upgrades it when it opens it, and can check it then.</summary>
    public sealed record Earlier : FolderCheckAnswer;

    /// <summary>The journal cannot be opened.</summary>
    public sealed record Failed(StorageFault Fault) : FolderCheckAnswer;
}
