using System.Security.Cryptography;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Checks the open journal from end to end, while one goes on working, and records when everything was as it was written.</summary>
public sealed class JournalCheck(JournalFile file, JournalWriter writer)
{
    /// <summary>The number of changed records that an answer names.</summary>
    public const int Named = 20;

    /// <summary>Checks everything, on a thread of its own. Slow on a large journal (<c>docs/benchmarks.md</c>).</summary>
    /// <param name="progress">Receives the share that was checked, 0 to 1.</param>
    /// <param name="cancellation">Stops between two parts; nothing is recorded then.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="JournalLockedException">The journal is not open, or was locked meanwhile.</exception>
    public Task<CheckAnswer> RunAsync(IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() => CheckAsync(progress, cancellation), cancellation);

    private async Task<CheckAnswer> CheckAsync(IProgress<double>? progress, CancellationToken cancellation)
    {
        try
        {
            await using JournalContext journal = file.CreateDbContext();
            (FileFindings findings, IReadOnlyList<ChangedRecord> touched, long rows) = Check(journal, progress, cancellation);
            if (!findings.StructureIsSound)
            {
                file.Report(StorageFault.Damaged);
            }

            if (findings.DamagedPages > 0 || !findings.StructureIsSound)
            {
                return new CheckAnswer.Damaged(findings.DamagedPages, touched, rows);
            }

            if (!findings.IsWhole)
            {
                return await findings.ChangedAsync(journal);
            }

            return await writer.WriteEventAsync(ActKind.JournalChecked) is SaveOutcome.Saved ? new CheckAnswer.Whole(findings.Chain!.Links) : new CheckAnswer.NotRecorded(findings.Chain!.Links);
        }
        catch (SqliteException) when (file.State != JournalState.Open)
        {
            throw new JournalLockedException();
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            return file.Report(fault) == StorageFault.Damaged ? new CheckAnswer.Damaged(0, [], 0) : new CheckAnswer.NotReadable();
        }
    }

    private (FileFindings Findings, IReadOnlyList<ChangedRecord> Touched, long Rows) Check(JournalContext journal, IProgress<double>? progress, CancellationToken cancellation)
    {
        byte[] chainKey = file.CopyChainKey();
        try
        {
            using SqliteConnection connection = new(JournalSchema.ConnectionString(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite, pooling: false));
            connection.Open();
            JournalPragmas.Apply(connection);
            FileFindings findings = FileCheck.Run(connection, journal, chainKey, file.Head, file, progress, cancellation);

            // Nothing is written to a damaged journal any more, so nobody waits for this.
            (IReadOnlyList<ChangedRecord> touched, long rows) = findings.DamagedPages > 0 ? DamagedRecords.Of(connection, journal.Model, Named, cancellation) : ([], 0);
            return (findings, touched, rows);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chainKey);
        }
    }
}

/// <summary>The result of a check.</summary>
public abstract record CheckAnswer
{
    private CheckAnswer()
    {
    }

    /// <summary>Everything is as it was written.</summary>
    /// <param name="Acts">The number of acts that were verified.</param>
    public sealed record Whole(long Acts) : CheckAnswer;

    /// <summary>Everything is as it was written, but the disk did not take the note of it.</summary>
    /// <param name="Acts">The number of acts that were verified.</param>
    public sealed record NotRecorded(long Acts) : CheckAnswer;

    /// <summary>The disk does not give back what was written.</summary>
    /// <param name="Pages">The number of pages; 0 where they are whole and do not fit together.</param>
    /// <param name="Records">What lies on them and cannot be read any more, as far as it is known, at most <see cref="JournalCheck.Named"/>.</param>
    /// <param name="Rows">How much of the record that is, in rows; 0 where only an index, the history or an unused page is touched.</param>
    public sealed record Damaged(long Pages, IReadOnlyList<ChangedRecord> Records, long Rows) : CheckAnswer;

    /// <summary>The file is whole, and something in it was changed without the program.</summary>
    /// <param name="Records">What was changed, as far as it is known, at most <see cref="JournalCheck.Named"/>.</param>
    /// <param name="Faults">The number of places in the chain that are not as they were written.</param>
    /// <param name="Foreign">Triggers, views and indexes that do not belong to a journal.</param>
    public sealed record Changed(IReadOnlyList<ChangedRecord> Records, int Faults, IReadOnlyList<string> Foreign) : CheckAnswer
    {
        /// <summary>The number of acts that are known to have been written last and are not in the file.</summary>
        public long Missing { get; init; }
    }

    /// <summary>The file could not be read to its end for another reason, which says nothing about what is in it.</summary>
    public sealed record NotReadable : CheckAnswer;
}
