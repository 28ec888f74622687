using System.Globalization;
using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// Makes a copy of the journal that counts only once it was reopened, every row decrypted, read and compared.
/// The copy is a folder that opens on any computer with the passphrase alone.
/// </summary>
public sealed class JournalCopier(JournalFile file, JournalWriter writer, PracticeClock clock)
{
    /// <summary>Raised once the copy's database is written and before it is read back: here a test can be the stick that loses a bit.</summary>
    internal event Action<string>? Written;

    /// <summary>Copies into a new folder under the chosen one. Slow on a large journal: call it off the screen's thread.</summary>
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

    // A page that no row stands on is never met while rows are copied; and a copy that fails says nothing about the journal.
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

    // Without its key the copy is nothing: it is synced and read back like the rest.
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
            // Whatever is wrong with the copy says nothing against the journal.
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

/// <summary>How making a copy ended.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <summary>The copy lies in this folder: reopened, decrypted, compared.</summary>
    /// <param name="Path">The folder.</param>
    /// <param name="Rows">How many rows were read and compared.</param>
    public sealed record Verified(string Path, long Rows) : CopyOutcome
    {
        /// <summary>Whether the journal's own file is damaged, where no row was touched: the copy is whole, and better than the journal.</summary>
        public bool JournalIsDamaged { get; init; }
    }

    /// <summary>The chosen folder does not exist.</summary>
    public sealed record NoSuchFolder : CopyOutcome;

    /// <summary>What was read back is not what was written: the copy was thrown away.</summary>
    public sealed record Differs : CopyOutcome;

    /// <summary>The disk did not allow it, or the journal itself is damaged (<see cref="StorageFault.Damaged"/> means nothing else here).</summary>
    public sealed record Failed(StorageFault Fault) : CopyOutcome
    {
        /// <summary>Whether the whole journal was read in this very run, and nothing was wrong with it.</summary>
        public bool JournalIsSound { get; init; }
    }
}
