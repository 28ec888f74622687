using System.Globalization;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Keeping;

/// <summary>
/// Takes a copy up again in the place of the journal. The copy is looked at first, with the secret of then; the present journal is set aside whole, and can be put back. What was looked
/// at is kept for ten minutes, with its keys, so that the secret is asked once.
/// </summary>
public sealed class JournalRestore(JournalFile file, PracticeClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Lock _turn = new();
    private (string Ticket, OpenedCopy Copy, RestorePreview Preview)? _ready;
    private ITimer? _forget;
    private ITimer? _unsuggest;

    /// <summary>Places in which the practitioner asked to look for copies, for ten minutes.</summary>
    public IReadOnlyList<string> Suggested { get; private set; } = [];

    /// <summary>Called after each step, so that a test can simulate a power cut.</summary>
    internal Action<string>? Reached { get; set; }

    /// <summary>Returns the journals that were set aside, newest first, by the stamp in their names.</summary>
    public IReadOnlyList<string> SetAside() => file.Folder.Asides();

    /// <summary>Keeps places to look for copies in, also once the journal is locked.</summary>
    public void Suggest(IReadOnlyList<string> places)
    {
        lock (_turn)
        {
            Suggested = places;
            _unsuggest?.Dispose();
            _unsuggest = time.CreateTimer(static restore => ((JournalRestore)restore!).Suggested = [], this, Kept, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Opens a copy, checks it, and says what it holds and what the journal has that it lacks. Slow: the secret, and every page.</summary>
    /// <param name="folder">The folder of a copy, as a full path, or one in which copies lie: the newest is taken.</param>
    /// <param name="secret">The passphrase of then, or the recovery code.</param>
    public RestoreAnswer Look(string? folder, string secret)
    {
        Forget();
        if (Found(folder) is not { } path || PlaceDisk.IsWithin(path, file.Folder.Path))
        {
            return new RestoreAnswer.Refused(RestoreRefusal.NoCopy);
        }

        OpenedCopy? copy = null;
        try
        {
            (copy, RestoreRefusal? refusal) = OpenedCopy.Open(new JournalFolder(path), secret, KeyHeader.CheckOf(file.Folder.KeyHeaderPath), file.Stretching);
            if (copy is null)
            {
                CountIf(refusal);
                return new RestoreAnswer.Refused(refusal!.Value);
            }

            if (copy.Read(copy.Folder.DatabasePath, connection => RestoreReading.Of(copy, connection, file)) is not { } preview)
            {
                copy.Dispose();
                return new RestoreAnswer.Refused(RestoreRefusal.Damaged);
            }

            Keep(copy, preview);
            return new RestoreAnswer.Looked(preview);
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            copy?.Dispose();
            return new RestoreAnswer.Refused(fault == StorageFault.Damaged ? RestoreRefusal.Damaged : RestoreRefusal.Disk);
        }
    }

    /// <summary>Returns the preview with this ticket; <c>null</c> when another copy was looked at since, or it was forgotten.</summary>
    /// <param name="ticket">The one of the preview.</param>
    public RestorePreview? Ready(string? ticket)
    {
        lock (_turn)
        {
            return _ready is { } ready && ready.Ticket == ticket ? ready.Preview : null;
        }
    }

    /// <summary>Puts the copy that was looked at in the journal's place, which is locked by then. <c>null</c> when it is done; else why not, and nothing has changed.</summary>
    /// <param name="ticket">The one of the preview.</param>
    public RestoreRefusal? Take(string? ticket)
    {
        lock (_turn)
        {
            if (_ready is not { } ready || ready.Ticket != ticket || file.State == JournalState.Open)
            {
                return RestoreRefusal.Gone;
            }

            JournalFolder staged = new(file.Folder.StagingPath);
            try
            {
                RestoreSwap.Finish(file.Folder);
                if (!Stage(ready.Copy, ready.Preview, staged))
                {
                    return RestoreRefusal.Damaged;
                }

                string detail = string.Create(CultureInfo.InvariantCulture, $"copy {ready.Preview.MadeAtUtc:yyyy-MM-dd'T'HH:mm:ss'Z'} head {ready.Preview.Head}");
                file.Replace(RestoreSwap.OrderFor(file.Folder, staged, Stamp(), detail), Reached);
                return null;
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is not null)
            {
                return RestoreRefusal.Disk;
            }
            finally
            {
                // Once it is decided, these are the files of the journal.
                if (!File.Exists(file.Folder.RestorePath))
                {
                    Discard(staged);
                }

                Forget();
            }
        }
    }

    /// <summary>Puts a journal that was set aside back in its place; the present one, which is locked, is set aside in turn. <c>null</c> when it is done. Slow on purpose: the secret.</summary>
    /// <param name="stamp">One of <see cref="SetAside"/>.</param>
    /// <param name="secret">A secret of the journal that is put back.</param>
    public RestoreRefusal? GoBack(string? stamp, string secret)
    {
        if (stamp is null || file.State == JournalState.Open || !SetAside().Contains(stamp))
        {
            return RestoreRefusal.Gone;
        }

        try
        {
            if (KeyHeader.ReadFrom(JournalFolder.SetAsidePath(file.Folder.KeyHeaderPath, stamp), file.Stretching) is not KeyHeaderAnswer.Found found)
            {
                return RestoreRefusal.Damaged;
            }

            using MasterKey? master = Passphrase.IsTooLong(secret) ? null : found.Header.Unlock(secret);
            if (master is null)
            {
                CountIf(RestoreRefusal.WrongSecret);
                return RestoreRefusal.WrongSecret;
            }

            file.Replace(RestoreSwap.OrderBack(file.Folder, stamp, Stamp(), "back " + stamp), Reached);
            return null;
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is not null)
        {
            return RestoreRefusal.Disk;
        }
    }

    /// <summary>Forgets what was looked at, with its keys.</summary>
    public void Forget()
    {
        lock (_turn)
        {
            _ready?.Copy.Dispose();
            _ready = null;
            _forget?.Dispose();
            _forget = null;
        }
    }

    public void Dispose()
    {
        Forget();
        _unsuggest?.Dispose();
    }

    // Guessing here is guessing the journal's own secrets.
    private void CountIf(RestoreRefusal? refusal)
    {
        if (refusal == RestoreRefusal.WrongSecret)
        {
            file.Tries.CountWrong();
        }
    }

    private static string? Found(string? folder)
    {
        string typed = folder?.Trim() ?? "";
        return !Path.IsPathFullyQualified(typed) || !Directory.Exists(typed) ? null
            : new JournalFolder(typed).HoldsJournal ? Path.GetFullPath(typed)
            : CopyFolders.In(typed) is [var newest, ..] ? newest : null;
    }

    private static void Discard(JournalFolder staged)
    {
        if (Directory.Exists(staged.Path))
        {
            Directory.Delete(staged.Path, recursive: true);
        }
    }

    private void Keep(OpenedCopy copy, RestorePreview preview)
    {
        lock (_turn)
        {
            _ready = (preview.Ticket, copy, preview);
            _forget = time.CreateTimer(static restore => ((JournalRestore)restore!).Forget(), this, Kept, Timeout.InfiniteTimeSpan);
        }
    }

    // The copy may have changed since it was looked at: what is put in place is read again.
    private bool Stage(OpenedCopy copy, RestorePreview preview, JournalFolder staged)
    {
        Discard(staged);
        Directory.CreateDirectory(staged.Path);
        DurableFile.Copy(copy.Folder.DatabasePath, staged.DatabasePath);
        DurableFile.Copy(copy.Folder.KeyHeaderPath, staged.KeyHeaderPath);
        DiskCache.SyncAndForget(staged.DatabasePath);
        Reached?.Invoke("staged");
        return File.ReadAllBytes(staged.KeyHeaderPath).AsSpan().SequenceEqual(File.ReadAllBytes(copy.Folder.KeyHeaderPath))
            && copy.Read(staged.DatabasePath, connection =>
            {
                copy.WriteHead(staged.HeadPath, connection);
                return PageCheck.CountDamaged(connection) == 0 && RestoreReading.HeadOf(connection) == preview.Head;
            });
    }

    private string Stamp() => clock.NowUtc.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
}

/// <summary>The result of looking at a copy.</summary>
public abstract record RestoreAnswer
{
    private RestoreAnswer()
    {
    }

    /// <summary>It can be taken up again.</summary>
    public sealed record Looked(RestorePreview Preview) : RestoreAnswer;

    /// <summary>It cannot; nothing has changed.</summary>
    public sealed record Refused(RestoreRefusal Why) : RestoreAnswer;
}
