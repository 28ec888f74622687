using System.Security.Cryptography;
using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Storage;

/// <summary>
/// Makes a copy of the journal that counts as made only once it was read back from the disk, decrypted and compared page by page, and its record chain verified up
/// to the head that the journal had at that moment. One goes on saving meanwhile. The copy is a folder that opens on any computer with the passphrase alone.
/// </summary>
public sealed class JournalCopier(JournalFile file, JournalWriter writer, PracticeClock clock, PlaceDisk disks) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Raised once the copy's database is written and before it is read back, so that a test can damage it as a failing stick would.</summary>
    internal event Action<string>? Written;

    /// <summary>Copies into a new folder under the chosen one. Slow on a large journal: do not call it on the thread of the page.</summary>
    /// <param name="chosen">An existing folder, as a full path.</param>
    /// <param name="place">The place that the folder is; <c>null</c> when it was asked for once.</param>
    /// <param name="cancellation">Stops between two parts; nothing is left of the copy then.</param>
    public async Task<CopyOutcome> CopyAsync(string chosen, Guid? place = null, CancellationToken cancellation = default)
    {
        if (!Path.IsPathFullyQualified(chosen ?? "") || !Directory.Exists(chosen))
        {
            return new CopyOutcome.NoSuchFolder();
        }

        CopyOutcome outcome = await Task.Run(() => MakeAsync(chosen!, cancellation), CancellationToken.None);
        if (outcome is CopyOutcome.Verified made)
        {
            CopyMark mark = new(place, disks.IsSame(chosen!, file.Folder.Path), made.Head, chosen!);
            await writer.WriteEventAsync(ActKind.CopyMade, detail: mark.ToString());
        }

        return outcome;
    }

    public void Dispose() => _one.Dispose();

    private async Task<CopyOutcome> MakeAsync(string chosen, CancellationToken cancellation)
    {
        JournalFolder finished = new(Path.Combine(chosen, CopyFolders.NameOf(clock.Local(clock.NowUtc))));
        JournalFolder unfinished = new(finished.Path + CopyFolders.Unfinished);
        bool isSound = false;
        bool isOurs = false;
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            using FileStream? turn = CopyFolders.TakeTurn(chosen);
            if (turn is null)
            {
                return new CopyOutcome.Failed(StorageFault.Busy);
            }

            CopyFolders.Tidy(file.Folder, chosen);
            Directory.CreateDirectory(unfinished.Path);
            isOurs = true;
            CopyKeyHeader(unfinished);
            CopyManifest manifest = file.Damaged ? Rescue(unfinished) : CopyAndVerify(unfinished, cancellation);
            isSound = !file.Damaged;
            WriteManifest(manifest, unfinished);
            DurableFile.SyncFolder(unfinished.Path);
            Directory.Move(unfinished.Path, finished.Path);
            isOurs = false;
            DurableFile.SyncFolder(chosen);
            return new CopyOutcome.Verified(finished.Path, manifest.Rows) { JournalIsDamaged = file.Damaged, JournalIsChanged = !manifest.IsWhole, Head = manifest.HeadNumber };
        }
        catch (CopyDiffersException)
        {
            return file.Damaged ? new CopyOutcome.Failed(StorageFault.Damaged) : new CopyOutcome.Differs();
        }
        catch (Exception ended) when (ended is OperationCanceledException or JournalLockedException || (file.State != JournalState.Open && StorageFaults.Of(ended) is not null))
        {
            return new CopyOutcome.Stopped();
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } met)
        {
            StorageFault fault = file.Report(met);
            return new CopyOutcome.Failed(fault) { JournalIsSound = isSound && !file.Damaged };
        }
        finally
        {
            DiscardIf(isOurs, unfinished.Path);
            _one.Release();
        }
    }

    private CopyManifest CopyAndVerify(JournalFolder into, CancellationToken cancellation)
    {
        PageCopy pages;
        try
        {
            pages = PageCopy.Make(file, into.DatabasePath, cancellation);
        }
        catch (JournalDamagedException)
        {
            return Rescue(into);
        }

        DiskCache.SyncAndForget(into.DatabasePath);
        Announce(into);
#if SABOTAGE_COPY_VERIFIED
        return ManifestOf(into, 0, pages.Head, isWhole: true);
#else
        (CopyManifest? manifest, bool isSound) = ReadBack(into, copy => pages.IsIn(copy), pages.Head, cancellation);
        if (isSound)
        {
            return manifest!;
        }

        // Its pages are the journal's own: what is wrong with their order is wrong there.
        file.Report(StorageFault.Damaged);
        return Rescue(into);
#endif
    }

    private (CopyManifest? Manifest, bool IsSound) ReadBack(JournalFolder into, Func<SqliteConnection, bool> isSame, (long Number, byte[] Digest) head, CancellationToken cancellation)
    {
        bool copyIsDamaged = false;
        using IDisposable key = file.UseSameKey(into.DatabasePath, () => copyIsDamaged = true);
        byte[] chainKey = file.CopyChainKey();
        try
        {
            using SqliteConnection copy = Open(into.DatabasePath, SqliteOpenMode.ReadOnly);
            if (!isSame(copy))
            {
                throw new CopyDiffersException();
            }

            using JournalContext model = new(JournalSchema.Options(into.DatabasePath, pooling: false));
            FileFindings findings = FileCheck.Run(copy, model, chainKey, head: null, open: null, progress: null, cancellation);
            if (!findings.StructureIsSound)
            {
                return (null, false);
            }

            if (findings.Chain is not { } chain || chain.Links != head.Number || !chain.Digest.AsSpan().SequenceEqual(head.Digest))
            {
                throw new CopyDiffersException();
            }

            if (HeadKeeper.LastOf(copy) is { } last)
            {
                file.WriteHeadInto(into, last);
                DiskCache.SyncAndForget(into.HeadPath);
            }

            return (ManifestOf(into, RowCount.Of(copy), head, findings.IsWhole), true);
        }
        catch (SqliteException exception) when (copyIsDamaged || StorageFaults.Of(exception) == StorageFault.Damaged)
        {
            // A fault of the copy proves nothing about the journal.
            throw new CopyDiffersException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chainKey);
        }
    }

    private CopyManifest ManifestOf(JournalFolder into, long rows, (long Number, byte[] Digest) head, bool isWhole) =>
        new(clock.NowUtc, rows, head.Number, Convert.ToHexStringLower(head.Digest), new FileInfo(into.DatabasePath).Length, CopyManifest.ThisProgram, JournalSchema.Version, isWhole);

    // A damaged journal: its pages cannot be copied as they lie, but its rows may all be whole. Nothing is written any more, so nobody waits.
    private CopyManifest Rescue(JournalFolder into)
    {
        File.Delete(into.DatabasePath);
        file.WriteGate.Wait(Timeout.InfiniteTimeSpan);
        try
        {
            ((long Number, byte[] Digest) head, JournalDigest rows) = RescueRows(into);
            DiskCache.SyncAndForget(into.DatabasePath);
            Announce(into);
            (CopyManifest? manifest, bool isSound) = ReadBack(into, copy => JournalDigest.Of(copy) == rows, head, CancellationToken.None);
            return isSound ? manifest! : throw new CopyDiffersException();
        }
        finally
        {
            file.WriteGate.Release();
        }
    }

    private ((long Number, byte[] Digest) Head, JournalDigest Rows) RescueRows(JournalFolder into)
    {
        bool copyIsDamaged = false;
        using IDisposable key = file.UseSameKey(into.DatabasePath, () => copyIsDamaged = true);
        try
        {
            using SqliteConnection original = Open(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite);
            JournalDigest rows = JournalDigest.Of(original);
            using SqliteCommand command = original.CreateCommand();
            command.CommandText = "VACUUM INTO $into";
            command.Parameters.AddWithValue("$into", into.DatabasePath);
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
            return (PageCopy.HeadOf(original), rows);
        }
        catch (SqliteException) when (copyIsDamaged)
        {
            throw new CopyDiffersException();
        }
    }

    private void Announce(JournalFolder into)
    {
        using IDisposable key = file.UseSameKey(into.DatabasePath);
        Written?.Invoke(into.DatabasePath);
    }

    // The copy is worthless without its key: it is synced and read back like the rest.
    private void CopyKeyHeader(JournalFolder into)
    {
        byte[] header = File.ReadAllBytes(file.Folder.KeyHeaderPath);
        DurableFile.Replace(into.KeyHeaderPath, header);
        DiskCache.SyncAndForget(into.KeyHeaderPath);
        if (!File.ReadAllBytes(into.KeyHeaderPath).AsSpan().SequenceEqual(header))
        {
            throw new CopyDiffersException();
        }
    }

    private void WriteManifest(CopyManifest manifest, JournalFolder into)
    {
        byte[] key = file.CopyManifestKey();
        try
        {
            manifest.WriteTo(into, key);
            DiskCache.SyncAndForget(into.ManifestPath);
            if (CopyManifest.ReadFrom(into, key) is not ManifestAnswer.Found(var read) || read != manifest)
            {
                throw new CopyDiffersException();
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(path, mode, pooling: false));
        connection.Open();

        // A large sort goes into a temporary file otherwise, which the encrypted file system refuses.
        JournalPragmas.Apply(connection);
        return connection;
    }

    // A stick that was pulled out takes its unfinished folder with it; the next copy there tidies it away.
    private static void DiscardIf(bool isOurs, string unfinished)
    {
        try
        {
            if (isOurs)
            {
                CopyFolders.Discard(unfinished);
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
        }
    }

    private sealed class CopyDiffersException : Exception;
}
