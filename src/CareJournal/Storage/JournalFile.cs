using System.Security.Cryptography;
using System.Text;
using CareJournal.Acts;
using CareJournal.Settings;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// The journal on disk: created, claimed by one process, unlocked, locked. It alone makes contexts, and only while it is open.
/// One process never has two journals open.
/// </summary>
public sealed partial class JournalFile : IDbContextFactory<JournalContext>, IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    private readonly PracticeClock _clock;
    private readonly TimeProvider _time;

    // Short: whoever holds it changes what is open. A lock waits for this one alone.
    private readonly Lock _turn = new();
    private bool _damaged;
    private int _locks;
    private FileStream? _owner;
    private IDisposable? _key;
    private byte[]? _fileKey;
    private DbContextOptions<JournalContext>? _options;

    /// <summary>A journal in a folder; nothing is touched yet.</summary>
    public JournalFile(JournalFolder folder, PracticeClock clock, TimeProvider time)
    {
        Folder = folder;
        _clock = clock;
        _time = time;
        EncryptedFileSystem.Register();
    }

    /// <summary>Raised after each change of <see cref="State"/> or <see cref="Damaged"/>.</summary>
    public event Action? StateChanged;

    /// <summary>Where it lies.</summary>
    public JournalFolder Folder { get; }

    /// <summary>Not created, locked or open.</summary>
    public JournalState State => _options is not null ? JournalState.Open : Folder.HoldsJournal ? JournalState.Locked : JournalState.NotCreated;

    /// <summary>Whether damage was met: from then on nothing is written. True the moment bytes of the file are not what was written, whatever SQLite makes of it.</summary>
    public bool Damaged => Volatile.Read(ref _damaged);

    /// <summary>Told of each step of an upgrade: here a test can be the power cut.</summary>
    internal Action<UpgradeStep>? Upgrading { get; set; }

    /// <summary>How much work a secret costs. The program never sets it; a test that unlocks a thousand times asks for less.</summary>
    internal KeyStretching Stretching { get; set; } = KeyStretching.Calibrated;

    /// <summary>One writer at a time, in the whole process; a copy holds it too.</summary>
    internal SemaphoreSlim WriteGate { get; } = new(1, 1);

    /// <inheritdoc cref="Claim(Func{string})"/>
    public ClaimOutcome Claim(string address) => Claim(() => address);

    /// <summary>Takes the folder for this process, and writes down the address at which it answers, for its owner alone to read.</summary>
    /// <param name="address">Asked once the folder is this process's own: the address may be made of what lies there.</param>
    public ClaimOutcome Claim(Func<string> address)
    {
        ArgumentNullException.ThrowIfNull(address);
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
    /// Closes every connection and zeroes the keys. Waits a moment for a save under way; what was not saved stays unsaved.
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

    /// <summary>A context for one operation; throws <see cref="JournalLockedException"/> while the journal is not open.</summary>
    public JournalContext CreateDbContext() => new(_options ?? throw new JournalLockedException());

    /// <summary>
    /// Takes note of a fault that was met; after damage nothing is written any more. Answers what the fault really is: SQLite gives
    /// damage other names, so once damage was met, a general one is taken for it.
    /// </summary>
    public StorageFault Report(StorageFault fault)
    {
        if (fault == StorageFault.Damaged && !Interlocked.Exchange(ref _damaged, true))
        {
            StateChanged?.Invoke();
        }

        return fault == StorageFault.Unexpected && Damaged ? StorageFault.Damaged : fault;
    }

    /// <summary>Lets another file be read and written under this journal's own key, such as a copy of it.</summary>
    /// <param name="path">The other file.</param>
    /// <param name="damaged">Called when bytes of that other file are not what was written (<see cref="EncryptedFileSystem.UseKey"/>).</param>
    internal IDisposable UseSameKey(string path, Action? damaged = null) =>
        EncryptedFileSystem.UseKey(path, _fileKey ?? throw new JournalLockedException(), damaged);

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _owner?.Dispose();
        _owner = null;
        WriteGate.Dispose();
    }

    // EWOULDBLOCK on Linux (11) and macOS (35), ERROR_SHARING_VIOLATION (32) on Windows.
    private static bool IsHeldByAnother(IOException exception) => (exception.HResult & 0xFFFF) is 11 or 35 or 32;

    private void Open()
    {
        _key = EncryptedFileSystem.UseKey(Folder.DatabasePath, _fileKey, DamageMet);
        DbContextOptions<JournalContext> options = JournalSchema.Options(Folder.DatabasePath, exception => Report(StorageFaults.Of(exception) ?? StorageFault.Unexpected));
        using (JournalContext journal = new(options))
        {
            PracticeSettings settings = journal.Settings.AsNoTracking().First();
            _clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        }

        _options = options;
        StateChanged?.Invoke();
    }

    // Called in the middle of SQLite's reading: whoever wants to know is told elsewhere.
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
        if (_fileKey is not null)
        {
            CryptographicOperations.ZeroMemory(_fileKey);
            _fileKey = null;
        }
    }
}
