using System.Security.Cryptography;
using System.Text;
using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// The journal on disk: created, claimed by one process, unlocked, locked. Only this class creates contexts, and only while the journal is open.
/// One process never has two journals open.
/// </summary>
public sealed partial class JournalFile : IDbContextFactory<JournalContext>, IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    private readonly PracticeClock _clock;
    private readonly TimeProvider _time;

    // Taken briefly, to change what is open. Of the two locks, Lock() waits for this one only.
    private readonly Lock _turn = new();

    // Taken while the key of the chain is copied or zeroed and the head is written, and for nothing else: a save may copy it while a lock waits for that save.
    private readonly Lock _chain = new();
    private bool _damaged;
    private int _locks;
    private FileStream? _owner;
    private IDisposable? _key;
    private byte[]? _fileKey;
    private byte[]? _chainKey;
    private byte[]? _manifestKey;
    private DbContextOptions<JournalContext>? _options;

    /// <summary>Creates an instance for a folder, without touching the folder yet.</summary>
    public JournalFile(JournalFolder folder, PracticeClock clock, TimeProvider time)
    {
        Folder = folder;
        _clock = clock;
        _time = time;
        Tries = new WrongTries(folder.TriesPath, time, MustHaveTries);
        EncryptedFileSystem.Register();
    }

    /// <summary>Raised after each change of <see cref="State"/> or <see cref="Damaged"/>.</summary>
    public event Action? StateChanged;

    /// <summary>Raised when somebody is about to write, so that a long read can make room: a writer waits until nobody reads.</summary>
    internal event Action? Writing;

    /// <summary>The folder of the journal.</summary>
    public JournalFolder Folder { get; }

    /// <summary>Whether the journal is not created, locked or open.</summary>
    public JournalState State => _options is not null ? JournalState.Open : Folder.HoldsJournal ? JournalState.Locked : JournalState.NotCreated;

    /// <summary>The wrong secrets since the last right one, and how long to wait after them. Kept over a restart.</summary>
    public WrongTries Tries { get; }

    /// <summary>Whether damage was found: from then on nothing is written. True as soon as bytes of the file are not what was written, whatever SQLite reports.</summary>
    public bool Damaged => Volatile.Read(ref _damaged);

    /// <summary>Called after each step of an upgrade, so that a test can simulate a power cut.</summary>
    internal Action<UpgradeStep>? Upgrading { get; set; }

    /// <summary>The cost of trying a secret. The program never sets it; a test that unlocks a thousand times asks for less.</summary>
    internal KeyStretching Stretching { get; set; } = KeyStretching.Calibrated;

    /// <summary>Admits one writer at a time, in the whole process; a copy takes it too.</summary>
    internal SemaphoreSlim WriteGate { get; } = new(1, 1);

    /// <inheritdoc cref="Claim(Func{string})"/>
    public ClaimOutcome Claim(string address) => Claim(() => address);

    /// <summary>Claims the folder for this process, and stores the address at which it answers, readable by its owner only.</summary>
    /// <param name="address">Called once the folder belongs to this process, since the address may depend on files in it.</param>
    public ClaimOutcome Claim(Func<string> address)
    {
        try
        {
            Directory.CreateDirectory(Folder.Path);
            if (Folder.OnNetworkDrive)
            {
                return new ClaimOutcome.Refused(StorageFault.NetworkDrive);
            }

#if SABOTAGE_OWNER
            FileShare share = FileShare.ReadWrite;
#else
            FileShare share = FileShare.None;
#endif
            _owner ??= new FileStream(Folder.OwnerPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
            RestoreSwap.Finish(Folder);

            // Before the address: what is asked for it writes the file by which a folder that was used before is known.
            Tries.Load();
            DurableFile.Replace(Folder.AddressPath, Encoding.UTF8.GetBytes(address()));
            PrivateFiles.Restrict(Folder);
            return new ClaimOutcome.Owned();
        }
        catch (IOException exception) when (IsHeldByAnother(exception) && _owner is null && File.Exists(Folder.OwnerPath) && File.Exists(Folder.AddressPath))
        {
            return new ClaimOutcome.TakenBy(File.ReadAllText(Folder.AddressPath));
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            return new ClaimOutcome.Refused(fault);
        }
    }

    /// <summary>
    /// Closes every connection and zeroes the keys. Waits a moment for a save in progress; what was not saved stays unsaved.
    /// Never waits for a secret that is being tried: that try then opens nothing.
    /// </summary>
    public void Lock()
    {
        lock (_turn)
        {
            _locks++;
            bool quiet = WriteGate.Wait(LockPatience);
            try
            {
                Forget();
            }
            finally
            {
                if (quiet)
                {
                    WriteGate.Release();
                }
            }
        }

        StateChanged?.Invoke();
    }

    /// <summary>Creates a context for one operation; throws <see cref="JournalLockedException"/> while the journal is not open.</summary>
    public JournalContext CreateDbContext() => new(_options ?? throw new JournalLockedException());

    /// <summary>
    /// Returns a copy of the key of the record chain: a lock zeroes the original in the middle of a save that it did not wait for. The caller zeroes the copy.
    /// </summary>
    /// <exception cref="JournalLockedException">The journal is not open.</exception>
    internal byte[] CopyChainKey()
    {
        lock (_chain)
        {
            return [.. _chainKey ?? throw new JournalLockedException()];
        }
    }

    /// <summary>Returns a copy of the key of the manifests of copies. The caller zeroes it.</summary>
    /// <exception cref="JournalLockedException">The journal is not open.</exception>
    internal byte[] CopyManifestKey()
    {
        lock (_chain)
        {
            return [.. _manifestKey ?? throw new JournalLockedException()];
        }
    }

    /// <summary>Waits for the turn to write, after <see cref="Writing"/> was raised; the caller releases <see cref="WriteGate"/>.</summary>
    internal Task WaitToWriteAsync()
    {
        Writing?.Invoke();
        return WriteGate.WaitAsync();
    }

    /// <summary>
    /// Reads one short part of a long reading while nobody writes. A writer that met the reader in the file would wait for a whole turn of the driver (150 ms); here it waits for the part.
    /// </summary>
    internal T ReadPart<T>(Func<T> read)
    {
        WriteGate.Wait(Timeout.InfiniteTimeSpan);
        try
        {
            return read();
        }
        finally
        {
            WriteGate.Release();
        }
    }

    /// <summary>
    /// Records a fault; after damage nothing is written any more. Returns the actual fault: SQLite may report
    /// damage as another error, so once damage was found, a general fault is taken for damage.
    /// </summary>
    public StorageFault Report(StorageFault fault)
    {
        if (fault == StorageFault.Damaged && !Interlocked.Exchange(ref _damaged, true))
        {
            StateChanged?.Invoke();
        }

        return fault == StorageFault.Unexpected && Damaged ? StorageFault.Damaged : fault;
    }

    /// <summary>Lets another file, such as a copy of the journal, be read and written with the journal's own key.</summary>
    /// <param name="path">The other file.</param>
    /// <param name="damaged">Called when bytes of that other file are not what was written (<see cref="EncryptedFileSystem.UseKey"/>).</param>
    internal IDisposable UseSameKey(string path, Action? damaged = null) =>
        EncryptedFileSystem.UseKey(path, _fileKey ?? throw new JournalLockedException(), damaged);

    public void Dispose()
    {
        Forget();
        _owner?.Dispose();
        _owner = null;
        WriteGate.Dispose();
    }

    // EWOULDBLOCK on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION (32) on Windows.
    internal static bool IsHeldByAnother(IOException exception) => (exception.HResult & 0xFFFF) is 11 or 35 or 32;

    private void Open(bool accepted = false)
    {
        _key = EncryptedFileSystem.UseKey(Folder.DatabasePath, _fileKey, DamageMet);
        DbContextOptions<JournalContext> options = JournalSchema.Options(Folder.DatabasePath, exception => Report(StorageFaults.Of(exception) ?? StorageFault.Unexpected));
        using (JournalContext journal = new(options))
        {
            UseZone(journal.Settings.Select(settings => settings.TimeZone).FirstOrDefault());
        }

        if (!accepted)
        {
            // What was accepted is known only once the decision is an act, which writes its own head.
            KeepHead();
        }

        _options = options;
        StateChanged?.Invoke();
    }

    // Called while SQLite reads, so the event is raised on another thread.
    private void DamageMet()
    {
        if (!Interlocked.Exchange(ref _damaged, true))
        {
            ThreadPool.QueueUserWorkItem(static file => file.StateChanged?.Invoke(), this, preferLocal: false);
        }
    }

    private void Forget()
    {
        _options = null;
        SqliteConnection.ClearAllPools();
        _key?.Dispose();
        _key = null;
        CryptographicOperations.ZeroMemory(_fileKey);
        _fileKey = null;
        lock (_chain)
        {
            CryptographicOperations.ZeroMemory(_chainKey);
            _chainKey = null;
            _head?.Dispose();
            _head = null;
            CryptographicOperations.ZeroMemory(_manifestKey);
            _manifestKey = null;
        }
    }
}
