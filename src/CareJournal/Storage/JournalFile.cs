using System.Security.Cryptography;
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
public sealed class JournalFile : IDbContextFactory<JournalContext>, IDisposable
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    private readonly PracticeClock _clock;
    private readonly TimeProvider _time;
    private readonly Lock _turn = new();
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

    /// <summary>Whether damage was met: from then on nothing is written.</summary>
    public bool Damaged { get; private set; }

    /// <summary>Told of each step of an upgrade: here a test can be the power cut.</summary>
    internal Action<UpgradeStep>? Upgrading { get; set; }

    /// <summary>How much work a secret costs. The program never sets it; a test that unlocks a thousand times asks for less.</summary>
    internal KeyStretching Stretching { get; set; } = KeyStretching.Calibrated;

    /// <summary>One writer at a time, in the whole process; a copy holds it too.</summary>
    internal SemaphoreSlim WriteGate { get; } = new(1, 1);

    /// <summary>Takes the folder for this process, and writes down the address at which it answers.</summary>
    public ClaimOutcome Claim(string address)
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
            File.WriteAllText(Folder.AddressPath, address);
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

    /// <summary>Makes a new journal and opens it. The recovery code is in the answer and nowhere else; it is never shown again.</summary>
    public CreateOutcome Create(string passphrase)
    {
        lock (_turn)
        {
            if (State != JournalState.NotCreated)
            {
                throw new InvalidOperationException("A journal lies here already.");
            }

            try
            {
                RecoveryCode code = RecoveryCode.Create();
                using (MasterKey master = MasterKey.Create())
                {
                    KeepFormerKey();
                    KeyHeader.Create(master, Passphrase.From(passphrase), code, Stretching).WriteTo(Folder.KeyHeaderPath);
                    _fileKey = master.Derive(FileKeyPurpose);
                }

                JournalSchema.Create(Folder.DatabasePath, _fileKey, LocalZone());
                Open();
                return new CreateOutcome.Created(code);
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                Forget();
                return new CreateOutcome.Failed(fault);
            }
        }
    }

    /// <summary>Opens the journal with the passphrase or the recovery code. Slow on purpose (0.5 s and more); a journal of an earlier version is upgraded on the way.</summary>
    public UnlockOutcome Unlock(string secret)
    {
        lock (_turn)
        {
            try
            {
                KeyHeaderAnswer answer = KeyHeader.ReadFrom(Folder.KeyHeaderPath, Stretching);
                if (answer is not KeyHeaderAnswer.Found found)
                {
                    return new UnlockOutcome.Failed(answer is KeyHeaderAnswer.Newer ? StorageFault.Newer : StorageFault.WrongKey);
                }

                using MasterKey? master = found.Header.Unlock(secret);
                if (master is null)
                {
                    return new UnlockOutcome.WrongSecret();
                }

                if (State == JournalState.Open)
                {
                    return new UnlockOutcome.Opened();
                }

                _fileKey = master.Derive(FileKeyPurpose);
                if (JournalSchema.Check(Folder.DatabasePath, _fileKey, out long version) is { } fault)
                {
                    Forget();
                    return new UnlockOutcome.Failed(fault);
                }

                if (version < JournalSchema.Version)
                {
                    JournalUpgrade.Run(Folder, _fileKey, Upgrading);
                }

                Open();
                if (found.OneCopyIsDamaged)
                {
                    found.Header.WriteTo(Folder.KeyHeaderPath);
                }

                return new UnlockOutcome.Opened { Upgraded = version < JournalSchema.Version };
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                Forget();
                return new UnlockOutcome.Failed(fault);
            }
        }
    }

    /// <summary>Wraps the master key by a new passphrase; the recovery code and the data stay as they are.</summary>
    public UnlockOutcome ChangePassphrase(string current, string next)
    {
        lock (_turn)
        {
            try
            {
                if (KeyHeader.ReadFrom(Folder.KeyHeaderPath, Stretching) is not KeyHeaderAnswer.Found found)
                {
                    return new UnlockOutcome.Failed(StorageFault.WrongKey);
                }

                using MasterKey? master = found.Header.Unlock(current);
                if (master is null)
                {
                    return new UnlockOutcome.WrongSecret();
                }

                found.Header.WithPassphrase(master, Passphrase.From(next), Stretching).WriteTo(Folder.KeyHeaderPath);
                return new UnlockOutcome.Opened();
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                return new UnlockOutcome.Failed(fault);
            }
        }
    }

    /// <summary>Closes every connection and zeroes the keys. Waits a moment for a save under way; what was not saved stays unsaved.</summary>
    public void Lock()
    {
        lock (_turn)
        {
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

    /// <summary>Takes note of a fault that was met; after damage nothing is written any more.</summary>
    public void Report(StorageFault fault)
    {
        if (fault == StorageFault.Damaged && !Damaged)
        {
            Damaged = true;
            StateChanged?.Invoke();
        }
    }

    /// <summary>Lets another file be read and written under this journal's own key, such as a copy of it.</summary>
    internal IDisposable UseSameKey(string path) => EncryptedFileSystem.UseKey(path, _fileKey ?? throw new JournalLockedException());

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

    internal const string FileKeyPurpose = "CareJournal database, version 1";

    private void Open()
    {
        _key = EncryptedFileSystem.UseKey(Folder.DatabasePath, _fileKey);
        DbContextOptions<JournalContext> options = JournalSchema.Options(Folder.DatabasePath, exception => Report(StorageFaults.Of(exception) ?? StorageFault.Unexpected));
        using (JournalContext journal = new(options))
        {
            PracticeSettings settings = journal.Settings.AsNoTracking().First();
            _clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
        }

        _options = options;
        StateChanged?.Invoke();
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

    // A key whose database was moved away still opens that database: it is never written over.
    private void KeepFormerKey()
    {
        if (File.Exists(Folder.KeyHeaderPath))
        {
            string stamp = _clock.NowUtc.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
            File.Move(Folder.KeyHeaderPath, $"{Folder.KeyHeaderPath}.before-{stamp}");
        }
    }

    // A machine on UTC is a machine whose zone nobody set; the journal was born in France.
    private string LocalZone()
    {
        TimeZoneInfo local = _time.LocalTimeZone;
        return local.HasIanaId && local.BaseUtcOffset != TimeSpan.Zero ? local.Id : "Europe/Paris";
    }
}
