using CareJournal.Keeping;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;

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
                KeyHeader.Create(master, chosen, code, TodayUtc, Stretching).WriteTo(Folder.KeyHeaderPath);
                Tries.Begin(master);
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
    /// <param name="secret">The passphrase or the recovery code.</param>
    /// <param name="accepted">The doubt (<see cref="HeadDoubt.Key"/>) that the practitioner has seen, and in spite of which it is to be opened. Any other doubt still stands.</param>
    public UnlockOutcome Unlock(string secret, string? accepted = null) => Try(secret, (found, opened, locks) =>
    {
        lock (_turn)
        {
            return _locks != locks ? new UnlockOutcome.LockedMeanwhile()
                : State == JournalState.Open ? new UnlockOutcome.Opened()
                : Open(found, opened.MasterKey, accepted);
        }
    });

    private UnlockOutcome Try(string secret, Func<KeyHeaderAnswer.Found, OpenedSlot, int, UnlockOutcome> then)
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
                    return new UnlockOutcome.Failed(StorageFaults.Of(answer));
                }

                Trying?.Invoke();
                using OpenedSlot? opened = found.Header.Open(secret, TodayUtc);

                // What a locum may not see or do, this version does not know: it opens nothing for one.
                UnlockOutcome outcome = opened is null or { Kind: SlotKind.Locum } ? new UnlockOutcome.WrongSecret() : then(found, opened, locks);
                if (outcome is UnlockOutcome.WrongSecret)
                {
                    Tries.CountWrong();
                }
                else
                {
                    Tries.CountRight(opened!.MasterKey, isFirstVersion: found.Header.Version == 1);
                }

                return outcome;
            }
            catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
            {
                return new UnlockOutcome.Failed(fault);
            }
        }
    }

    private UnlockOutcome Open(KeyHeaderAnswer.Found found, MasterKey master, string? accepted)
    {
        try
        {
            DeriveKeys(master);
            RollbackVerdict? left = LeftOverJournal.Judge(Folder.DatabasePath, _fileKey);
            if (left is not null)
            {
                LeftOverJournal.SetAside(Folder, _clock.NowUtc);
            }

            if (JournalSchema.Check(Folder.DatabasePath, _fileKey, out long version) is { } fault)
            {
                Forget();
                return new UnlockOutcome.Failed(fault);
            }

            HeadDoubt? doubt = CompareHead(version);
            if (doubt is not null && doubt.Key != accepted)
            {
                Forget();
                return new UnlockOutcome.Doubtful(doubt);
            }

            if (version < JournalSchema.Version)
            {
                JournalUpgrade.Run(Folder, _fileKey!, _chainKey!, _clock.NowUtc, _head!.Replace, Upgrading);
            }

            Open(accepted: doubt is not null);
            JournalUpgrade.RemoveFormer(Folder, _clock.NowUtc);
            if (left is { } verdict && !IsSoundAfter(verdict))
            {
                Report(StorageFault.Damaged);
            }

            RecordRestore();
            if (found.OneCopyIsDamaged)
            {
                found.Header.WriteTo(Folder.KeyHeaderPath);
            }

            return new UnlockOutcome.Opened { UpgradedFrom = version < JournalSchema.Version ? version : null, Accepted = doubt };
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            Forget();
            return new UnlockOutcome.Failed(fault);
        }
    }

    private bool IsSoundAfter(RollbackVerdict verdict)
    {
        try
        {
            using JournalContext journal = CreateDbContext();
            using SqliteConnection connection = new(JournalSchema.ConnectionString(Folder.DatabasePath, SqliteOpenMode.ReadWrite, pooling: false));
            connection.Open();
            return LeftOverJournal.LeavesSound(connection, verdict, () =>
            {
                using ChainCheck check = new(connection, journal.Model, _chainKey!);
                return check.Run();
            });
        }
        catch (SqliteException exception) when (StorageFaults.Of(exception) == StorageFault.Damaged)
        {
            return false;
        }
    }

    private DateOnly TodayUtc => DateOnly.FromDateTime(_clock.NowUtc);

    private void DeriveKeys(MasterKey master)
    {
        (_fileKey, _chainKey, _manifestKey) = (master.Derive(FileKeyPurpose), master.Derive(ChainDigest.KeyPurpose), master.Derive(CopyManifest.KeyPurpose));
        _head = new HeadKeeper(Folder.HeadPath, master.Derive(HeadFile.KeyPurpose));
    }

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
