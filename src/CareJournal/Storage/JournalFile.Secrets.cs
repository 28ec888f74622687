using CareJournal.Keeping;
using CareJournal.Vault;

namespace CareJournal.Storage;

/// <content>
/// The operations that ask for a secret. Secrets are tried one at a time, and slowly on purpose; the open journal is changed only afterwards, so that
/// a lock never waits for a try. A try during which the journal was locked opens and changes nothing.
/// </content>
public sealed partial class JournalFile
{
    internal const string FileKeyPurpose = "CareJournal database, version 1";

    private readonly Lock _trying = new();

    /// <summary>Called when a secret is about to be tried, so that a test can behave like a slow computer.</summary>
    internal Action? Trying { get; set; }

    /// <summary>Creates a new journal and opens it. The recovery code is in the outcome and nowhere else; it is never shown again.</summary>
    /// <exception cref="ArgumentException">The passphrase is too long (<see cref="Passphrase.IsTooLong"/>).</exception>
    /// <exception cref="InvalidOperationException">The folder already has a journal.</exception>
    public CreateOutcome Create(string passphrase)
    {
        Passphrase chosen = Passphrase.From(passphrase);
        lock (_trying)
        {
            RestoreSwap.Finish(Folder);
            if (State != JournalState.NotCreated)
            {
                throw new InvalidOperationException("A journal lies here already.");
            }

            try
            {
                RecoveryCode code = RecoveryCode.Create();
                using MasterKey master = MasterKey.Create();
                KeepFormerKey();
                KeyHeader.Create(master, chosen, code, Stretching).WriteTo(Folder.KeyHeaderPath);
                lock (_turn)
                {
                    DeriveKeys(master);
                    JournalSchema.Create(Folder.DatabasePath, _fileKey!, _chainKey!, LocalZone());
                    Open();
                }

                return new CreateOutcome.Created(code);
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                Forget();
                return new CreateOutcome.Failed(fault);
            }
        }
    }

    /// <summary>
    /// Opens the journal with the passphrase or the recovery code. Slow on purpose (0.5 s and more); a journal of an earlier version is
    /// upgraded first. A text that is too long for a passphrase is refused at once: it cannot be the right one.
    /// </summary>
    public UnlockOutcome Unlock(string secret) => Try(secret, (found, master, locks) =>
    {
        lock (_turn)
        {
            return _locks != locks ? new UnlockOutcome.LockedMeanwhile()
                : State == JournalState.Open ? new UnlockOutcome.Opened()
                : Open(found, master);
        }
    });

    /// <summary>Wraps the master key with a new passphrase; the recovery code and the data stay as they are. Slow on purpose.</summary>
    /// <exception cref="ArgumentException">The new passphrase is too long (<see cref="Passphrase.IsTooLong"/>).</exception>
    public UnlockOutcome ChangePassphrase(string current, string next)
    {
        Passphrase chosen = Passphrase.From(next);
        return Try(current, (found, master, locks) =>
        {
            KeyHeader header = found.Header.WithPassphrase(master, chosen, Stretching);
            lock (_turn)
            {
                if (_locks != locks)
                {
                    return new UnlockOutcome.LockedMeanwhile();
                }

                header.WriteTo(Folder.KeyHeaderPath);
                return new UnlockOutcome.Opened();
            }
        });
    }

    private UnlockOutcome Try(string secret, Func<KeyHeaderAnswer.Found, MasterKey, int, UnlockOutcome> then)
    {
        if (Passphrase.IsTooLong(secret))
        {
            return new UnlockOutcome.WrongSecret();
        }

        int locks = Volatile.Read(ref _locks);
#if SABOTAGE_LOCK_WAITS
        lock (_turn)
#endif
        lock (_trying)
        {
            try
            {
                RestoreSwap.Finish(Folder);
                KeyHeaderAnswer answer = KeyHeader.ReadFrom(Folder.KeyHeaderPath, Stretching);
                if (answer is not KeyHeaderAnswer.Found found)
                {
                    return new UnlockOutcome.Failed(answer is KeyHeaderAnswer.Newer ? StorageFault.Newer : StorageFault.WrongKey);
                }

                Trying?.Invoke();
                using MasterKey? master = found.Header.Unlock(secret);
                return master is null ? new UnlockOutcome.WrongSecret() : then(found, master, locks);
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                return new UnlockOutcome.Failed(fault);
            }
        }
    }

    private UnlockOutcome Open(KeyHeaderAnswer.Found found, MasterKey master)
    {
        try
        {
            DeriveKeys(master);
            if (JournalSchema.Check(Folder.DatabasePath, _fileKey, out long version) is { } fault)
            {
                Forget();
                return new UnlockOutcome.Failed(fault);
            }

            if (version < JournalSchema.Version)
            {
                JournalUpgrade.Run(Folder, _fileKey!, _chainKey!, _clock.NowUtc, Upgrading);
            }

            Open();
            RecordRestore();
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

    private void DeriveKeys(MasterKey master) =>
        (_fileKey, _chainKey, _manifestKey) = (master.Derive(FileKeyPurpose), master.Derive(ChainDigest.KeyPurpose), master.Derive(CopyManifest.KeyPurpose));

    // A key whose database was moved away still opens that database: it is never overwritten.
    private void KeepFormerKey()
    {
        if (File.Exists(Folder.KeyHeaderPath))
        {
            string stamp = _clock.NowUtc.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
            File.Move(Folder.KeyHeaderPath, $"{Folder.KeyHeaderPath}.before-{stamp}");
        }
    }

    // A machine on UTC is most likely one whose zone nobody set; the journal was first written for France.
    private string LocalZone()
    {
        TimeZoneInfo local = _time.LocalTimeZone;
        return local.HasIanaId && local.BaseUtcOffset != TimeSpan.Zero ? local.Id : "Europe/Paris";
    }
}
