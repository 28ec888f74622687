using System.Security.Cryptography;
using CareJournal.Keeping;
using CareJournal.Patients;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Storage;

/// <summary>
/// Writes to the file, as its only writer: one act, one short transaction, one writer at a time. What is returned as saved is on disk.
/// </summary>
public sealed class JournalWriter(JournalFile file, PracticeClock clock)
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE, https://sqlite.org/rescode.html
    private const int IdTaken = 1555;
    private const int NameTaken = 2067;

    // A clock slightly behind another program's is no reason to worry.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>Raised after a commit with the people whose record changed.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Saved;

    /// <summary>Writes one act. The delegate loads, checks and changes; it returns "saved" to commit, anything else to leave everything unchanged.</summary>
    public Task<SaveOutcome> WriteAsync(ActKind kind, Guid? patientId, Func<JournalContext, Task<SaveOutcome>> write, string? reason = null) =>
        WriteAsync(kind, patientId, null, write, reason);

    /// <summary>Writes one act that may undo another.</summary>
    public Task<SaveOutcome> WriteAsync(
        ActKind kind, Guid? patientId, Guid? undoes, Func<JournalContext, Task<SaveOutcome>> write, string? reason = null) =>
        WriteAsync(new Act { AtUtc = clock.NowUtc, Kind = kind, PatientId = patientId, UndoesActId = undoes, Reason = WrittenText.CleanLine(reason) }, write);

    /// <summary>Writes one of <see cref="ActKinds.Events"/>: an act without rows. Nobody is notified of it.</summary>
    /// <param name="kind">The event.</param>
    /// <param name="patientId">The person whose record was read, if it is about one.</param>
    /// <param name="detail">What it was about; cut to <see cref="Act.LongestDetail"/> characters.</param>
    public Task<SaveOutcome> WriteEventAsync(ActKind kind, Guid? patientId = null, string? detail = null)
    {
        Act act = new() { AtUtc = clock.NowUtc, Kind = kind, PatientId = patientId, Detail = detail?.Length > Act.LongestDetail ? detail[..Act.LongestDetail] : detail };
        return WriteAsync(act, journal =>
        {
            journal.Acts.Add(act);
            return Task.FromResult<SaveOutcome>(new SaveOutcome.Saved(act.Id, act.Id));
        });
    }

    /// <summary>Writes what is not part of the record: no act, no version, no notification. Throws when the delegate changes a recorded row.</summary>
    public Task<SaveOutcome> WriteUnrecordedAsync(Func<JournalContext, Task<SaveOutcome>> write) => WriteAsync(act: null, write);

    private async Task<SaveOutcome> WriteAsync(Act? act, Func<JournalContext, Task<SaveOutcome>> write)
    {
        if (file.Damaged)
        {
            return new SaveOutcome.Failed(StorageFault.Damaged);
        }

        SaveOutcome outcome;
        (ChainLink Link, DateTime? BeforeUtc)? appended = null;
        Guid[] patients = [];
        await file.WaitToWriteAsync();
        try
        {
            await using JournalContext journal = file.CreateDbContext();
            await using IDbContextTransaction transaction = await journal.Database.BeginTransactionAsync();
            journal.CurrentAct = act;
            outcome = await write(journal);
            if (outcome is SaveOutcome.Saved saved)
            {
                patients = Touched(journal);
                if (act is not null && patients.Length == 1)
                {
                    act.PatientId ??= patients[0];
                }
                else if (act?.PatientId is { } person && patients.Length == 0)
                {
                    patients = [person];
                }

                await journal.SaveChangesAsync();
                if (act is not null && journal.Entry(act).State != EntityState.Detached)
                {
                    appended = (await AppendLinkAsync(journal, act), file.Head?.AtUtc);
                }

                // SQLite may have continued past a page that did not decrypt. What depends on it is not kept.
                if (file.Damaged)
                {
                    return new SaveOutcome.Failed(StorageFault.Damaged);
                }

                await transaction.CommitAsync();
                if (appended is { Link: var link })
                {
                    file.FollowHead(link);
                }

                outcome = saved.ActId == Guid.Empty && appended is not null ? saved with { ActId = act!.Id } : saved;
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = new SaveOutcome.Stale();
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteExtendedErrorCode: IdTaken or NameTaken })
        {
            // A page saves again what was declared entered in error since; or the name of a restored row was taken by another row since.
            outcome = new SaveOutcome.Stale();
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } met)
        {
            StorageFault fault = file.Report(met);
#if SABOTAGE_FULL_DISK
            outcome = new SaveOutcome.Saved(Guid.Empty, Guid.Empty);
#else
            outcome = new SaveOutcome.Failed(fault);
#endif
        }
        finally
        {
            file.WriteGate.Release();
        }

        if (appended is not null && outcome is SaveOutcome.Saved)
        {
            if (!ActKinds.Events.Contains(act!.Kind))
            {
                Saved?.Invoke(patients);
            }

            // Compared with the clock of now: an act may have waited for its turn. The next act follows this note, so it is written once.
            if (act.Kind != ActKind.ClockSetBack && appended.Value.BeforeUtc is { } before && before - clock.NowUtc > ClockTolerance)
            {
                await WriteEventAsync(ActKind.ClockSetBack, null, TraceDetail.Of(before, clock.NowUtc));
            }
        }

        return outcome;
    }

    private async Task<ChainLink> AppendLinkAsync(JournalContext journal, Act act)
    {
        byte[] key = file.CopyChainKey();
        ChainLink link = await RecordChain.AppendAsync(journal, key, act);
        CryptographicOperations.ZeroMemory(key);
        return link;
    }

    private static Guid[] Touched(JournalContext journal) =>
    [
        .. journal.ChangeTracker.Entries<PatientRow>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => new[] { entry.Property(row => row.PatientId).OriginalValue, entry.Entity.PatientId })
            .Concat(journal.ChangeTracker.Entries<Patient>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity.Id))
            .Distinct(),
    ];
}
