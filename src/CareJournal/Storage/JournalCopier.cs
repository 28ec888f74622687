using System.Globalization;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// Makes a copy of the journal that counts as made only once it was reopened and every row decrypted, read and compared.
/// The copy is a folder that opens on any computer with the passphrase alone.
/// </summary>
public sealed class JournalCopier(JournalFile file, JournalWriter writer, PracticeClock clock)
{
    /// <summary>Raised once the copy's database is written and before it is read back, so that a test can damage it as a failing stick would.</summary>
    internal event Action<string>? Written;

    /// <summary>Copies into a new folder under the chosen one. Slow on a large journal: do not call it on the thread of the page.</summary>
    public async Task<CopyOutcome> CopyAsync(string chosen)
    {
        if (!Path.IsPathFullyQualified(chosen ?? "") || !Directory.Exists(chosen))
        {
            return new CopyOutcome.NoSuchFolder();
        }

        string name = $"CareJournal {clock.Local(clock.NowUtc).ToString("yyyy-MM-dd HH'h'mm'm'ss", CultureInfo.InvariantCulture)}";
        JournalFolder unfinished = new(Path.Combine(chosen!, name + ".unfinished"));
        JournalFolder finished = new(Path.Combine(chosen!, name));
        CopyOutcome outcome = await CopyAsync(unfinished, finished);
        if (outcome is CopyOutcome.Verified)
        {
            await RememberAsync(chosen!);
        }

        return outcome;
    }

    // Nothing is written meanwhile, so that the copy can be compared with the journal row by row.
    private async Task<CopyOutcome> CopyAsync(JournalFolder unfinished, JournalFolder finished)
    {
        await file.WriteGate.WaitAsync();
        bool isSound = false;
        try
        {
            Directory.CreateDirectory(unfinished.Path);
            isSound = CheckJournal();
            long rows = CopyAndCompare(unfinished);
            CopyKeyHeader(unfinished);
            file.WriteHeadInto(unfinished);
            Directory.Move(unfinished.Path, finished.Path);
            return new CopyOutcome.Verified(finished.Path, rows) { JournalIsDamaged = file.Damaged };
        }
        catch (CopyDiffersException)
        {
            Discard(unfinished);
            return file.Damaged ? new CopyOutcome.Failed(StorageFault.Damaged) : new CopyOutcome.Differs();
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } met)
        {
            Discard(unfinished);
            StorageFault fault = file.Report(met);
            return new CopyOutcome.Failed(fault) { JournalIsSound = isSound && !file.Damaged };
        }
        finally
        {
            file.WriteGate.Release();
        }
    }

    // Checked apart from the copy: a page without rows is never read while rows are copied, and a failed copy proves nothing about the journal.
    private bool CheckJournal()
    {
        using SqliteConnection original = Open(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite);
#if SABOTAGE_SOURCE_CHECK
        long damaged = 0;
#else
        long damaged = PageCheck.CountDamaged(original);
#endif
        if (damaged == 0 && !JournalDigest.HasSoundStructure(original))
        {
            file.Report(StorageFault.Damaged);
        }

        return !file.Damaged;
    }

    // The copy is worthless without its key: it is synced and read back like the rest.
    private void CopyKeyHeader(JournalFolder into)
    {
        byte[] header = File.ReadAllBytes(file.Folder.KeyHeaderPath);
        DurableFile.Replace(into.KeyHeaderPath, header);
        if (!File.ReadAllBytes(into.KeyHeaderPath).AsSpan().SequenceEqual(header))
        {
            throw new CopyDiffersException();
        }
    }

    private long CopyAndCompare(JournalFolder into)
    {
        bool copyIsDamaged = false;
        using IDisposable key = file.UseSameKey(into.DatabasePath, () => copyIsDamaged = true);
        JournalDigest before;
        try
        {
            using SqliteConnection original = Open(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite);
            before = JournalDigest.Of(original);
            using SqliteCommand command = original.CreateCommand();
            command.CommandText = "VACUUM INTO $into";
            command.Parameters.AddWithValue("$into", into.DatabasePath);
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }
        catch (SqliteException) when (copyIsDamaged)
        {
            throw new CopyDiffersException();
        }

        using FileStream written = new(into.DatabasePath, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
        written.Dispose();
        Written?.Invoke(into.DatabasePath);
        try
        {
            using SqliteConnection copy = Open(into.DatabasePath, SqliteOpenMode.ReadOnly);
            JournalDigest after = JournalDigest.Of(copy);
            return before == after && JournalDigest.IsSound(copy) ? after.Rows : throw new CopyDiffersException();
        }
        catch (SqliteException exception) when (copyIsDamaged || StorageFaults.Of(exception) == StorageFault.Damaged)
        {
            // A fault of the copy proves nothing about the journal.
            throw new CopyDiffersException();
        }
    }

    private Task<SaveOutcome> RememberAsync(string chosen) =>
        writer.WriteAsync(ActKind.CopyMade, null, async journal =>
        {
            PracticeSettings settings = await journal.Settings.FirstAsync();
            settings.CopyFolder = chosen;
            journal.Acts.Add(journal.CurrentAct!);
            return new SaveOutcome.Saved(settings.Id, Guid.Empty);
        });

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, mode, pooling: false));
        connection.Open();
        return connection;
    }

    private static void Discard(JournalFolder unfinished)
    {
        if (Directory.Exists(unfinished.Path))
        {
            Directory.Delete(unfinished.Path, recursive: true);
        }
    }

    private sealed class CopyDiffersException : Exception;
}

/// <summary>The result of making a copy.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>The copy is in this folder: reopened, decrypted, compared.</summary>
    /// <param name="Path">The folder.</param>
    /// <param name="Rows">The number of rows that were read and compared.</param>
    public sealed record Verified(string Path, long Rows) : CopyOutcome
    {
        /// <summary>Whether the journal's own file is damaged where there are no rows: the copy is complete, and better than the journal.</summary>
        public bool JournalIsDamaged { get; init; }
    }

    /// <summary>The chosen folder does not exist.</summary>
    public sealed record NoSuchFolder : CopyOutcome;

    /// <summary>The copy differed from what was written when it was read back, and was deleted.</summary>
    public sealed record Differs : CopyOutcome;

    /// <summary>The disk did not allow it, or the journal itself is damaged (the only meaning of <see cref="StorageFault.Damaged"/> in this outcome).</summary>
    public sealed record Failed(StorageFault Fault) : CopyOutcome
    {
        /// <summary>Whether the whole journal was read in this very run, and nothing was wrong with it.</summary>
        public bool JournalIsSound { get; init; }
    }
}
