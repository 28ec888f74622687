using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>
/// Counts the wrong secrets since the last right one in a small file beside the journal, so that a restart does not end the wait after them
/// (<see cref="WrongSecretDelay"/>), and says at the next unlock how many there were. While the journal is locked no key is at hand: the file is written with a
/// key that is replaced by its hash after each try. Whoever reads the file can add tries, but take none away without the next unlock noticing, unless
/// they put back a copy of it from before. A file that is missing or changed counts as <see cref="AssumedTries"/> tries: the longest wait.
/// A file that cannot be written is counted in memory alone. Thread-safe.
/// </summary>
public sealed class WrongTries
{
    /// <summary>The number of tries for which a missing or changed file stands: as many as the longest wait takes.</summary>
    public const int AssumedTries = 16;

    private const string KeyPurpose = "wrong tries";

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Func<bool> _mustBeThere;
    private readonly Func<Guid> _boot;
    private readonly WrongSecretDelay _delay;
    private readonly Lock _gate = new();
    private TriesRecord? _record;
    private FailedTries? _told;
    private FailedTries? _untaken;

    /// <param name="path">The file.</param>
    /// <param name="time">Its timestamps are the same for every process between two starts of the computer.</param>
    /// <param name="mustBeThere">Whether a missing file was taken away.</param>
    /// <param name="boot">Names the present start of the computer; empty when the system does not tell.</param>
    internal WrongTries(string path, TimeProvider time, Func<bool> mustBeThere, Func<Guid>? boot = null)
    {
        _path = path;
        _time = time;
        _mustBeThere = mustBeThere;
        _boot = boot ?? BootOfLinux;
        _delay = new WrongSecretDelay(time);
    }

    /// <summary>The time that the next try still has to wait; zero when it may be made now. Uses a clock that cannot be set.</summary>
    public TimeSpan Remaining
    {
        get
        {
            Load();
            return _delay.Remaining;
        }
    }

    /// <summary>The wrong tries since the last right secret.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return Loaded().Count;
            }
        }
    }

    /// <summary>The failed tries before the last unlocks, until <see cref="Forget"/>; null if there were none.</summary>
    public FailedTries? Told
    {
        get
        {
            lock (_gate)
            {
                return _told;
            }
        }
    }

    /// <summary>Returns the failed tries that an unlock found and that nobody has taken yet, once: for the record chain.</summary>
    public FailedTries? Take()
    {
        lock (_gate)
        {
            var taken = _untaken;
            _untaken = null;
            return taken;
        }
    }

    /// <summary>Stops telling the failed tries: they were read.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _told = null;
        }
    }

    /// <summary>Reads the file, once per process; the first use does it otherwise.</summary>
    internal void Load()
    {
        lock (_gate)
        {
            Loaded();
        }
    }

    /// <summary>Begins to count for a journal that was made just now.</summary>
    internal void Begin(MasterKey masterKey)
    {
        lock (_gate)
        {
            BeginCount(masterKey);
        }
    }

    /// <summary>Counts a wrong secret; the count is on disk before this returns.</summary>
    internal void CountWrong()
    {
        lock (_gate)
        {
            _record = Loaded().With(_time.GetUtcNow().UtcDateTime, _boot(), SinceBoot);
            _delay.CountWrong();
            Save();
        }
    }

    /// <summary>Ends the count after a right secret: the wait is over, and what was counted is told.</summary>
    /// <param name="masterKey">The key that the secret opened.</param>
    /// <param name="isFirstVersion">Whether the journal is of a program that did not keep the count: its first file has no key yet.</param>
    internal void CountRight(MasterKey masterKey, bool isFirstVersion)
    {
        lock (_gate)
        {
            var record = Loaded();
            var key = masterKey.Derive(KeyPurpose);
            var isComplete = record.Assumed == 0 && (record.IsKeyed ? record.IsOf(key) : isFirstVersion);
            CryptographicOperations.ZeroMemory(key);
            _delay.Reset();
            if (record.Count == 0 && isComplete && record.IsKeyed)
            {
                return;
            }

            if (record.Count > 0 || !isComplete)
            {
                FailedTries failed = new(record.Count, record.FirstUtc, record.LastUtc, isComplete);
                (_told, _untaken) = (failed.After(_told), failed.After(_untaken));
            }

            BeginCount(masterKey);
        }
    }

    private TimeSpan SinceBoot => _time.GetElapsedTime(0, _time.GetTimestamp());

    private static Guid BootOfLinux()
    {
        const string Name = "/proc/sys/kernel/random/boot_id";
        return OperatingSystem.IsLinux() && File.Exists(Name) && Guid.TryParse(File.ReadAllText(Name), out var boot) ? boot : Guid.Empty;
    }

    private TriesRecord Loaded()
    {
        if (_record is not null)
        {
            return _record;
        }

#if SABOTAGE_TRIES_KEPT
        _record = TriesRecord.Unkeyed(assumed: 0);
#else
        var read = Read();
        _record = read ?? TriesRecord.Unkeyed(assumed: 0);
        _delay.Restore(_record.Assumed + _record.Count, _record.Ago(_boot(), SinceBoot));
#endif
        return _record;
    }

    private TriesRecord? Read()
    {
        byte[]? file = null;
        try
        {
            file = File.ReadAllBytes(_path);
        }
        catch (FileNotFoundException)
        {
            if (!_mustBeThere())
            {
                return null;
            }
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // As if it had been changed.
        }

        if (file is not null && TriesRecord.Read(file) is { } read)
        {
            return read;
        }

        // Written at once, so that the next start goes on with this wait and does not begin it again.
        _record = TriesRecord.Unkeyed(AssumedTries).At(_boot(), SinceBoot);
        Save();
        return _record;
    }

    private void BeginCount(MasterKey masterKey)
    {
        var key = masterKey.Derive(KeyPurpose);
        _record = TriesRecord.Begin(key);
        CryptographicOperations.ZeroMemory(key);
        Save();
    }

    private void Save()
    {
        try
        {
            DurableFile.Replace(_path, _record!.ToBytes());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk keeps nobody from reading the journal; the wait goes on in memory.
        }
    }
}

/// <summary>Wrong secrets between two right ones.</summary>
/// <param name="Count">Their number, as far as it is known.</param>
/// <param name="FirstUtc">When the first of them was given; null if there was none.</param>
/// <param name="LastUtc">When the last of them was given.</param>
/// <param name="IsComplete">Whether the file is certain to be the one that was written: otherwise there may have been more.</param>
public sealed record FailedTries(int Count, DateTime? FirstUtc, DateTime? LastUtc, bool IsComplete)
{
    /// <summary>Returns both together, these being the later ones.</summary>
    internal FailedTries After(FailedTries? earlier) => earlier is null ? this : new(
        earlier.Count + Count, earlier.FirstUtc ?? FirstUtc, LastUtc ?? earlier.LastUtc, earlier.IsComplete && IsComplete);
}
