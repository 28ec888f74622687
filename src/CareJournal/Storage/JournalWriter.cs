using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Storage;

/// <summary>
/// The one way into the file: one act, one short transaction, one writer at a time. What it answers as saved is on disk.
/// </summary>
public sealed class JournalWriter(JournalFile file, PracticeClock clock)
{
    // SQLITE_CONSTRAINT_PRIMARYKEY, https://sqlite.org/rescode.html
    private const int IdTaken = 1555;

    private readonly SemaphoreSlim _gate = file.WriteGate;

    /// <summary>Raised after a commit with the people whose record changed.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Saved;

    /// <summary>Writes one act. The delegate loads, checks and changes; it answers "saved" to commit, anything else to leave all as it was.</summary>
    public Task<SaveOutcome> WriteAsync(ActKind kind, Guid? patientId, Func<JournalContext, Task<SaveOutcome>> write, string? reason = null) =>
        WriteAsync(kind, patientId, null, write, reason);

    /// <summary>Writes one act that may take back another.</summary>
    public async Task<SaveOutcome> WriteAsync(
        ActKind kind, Guid? patientId, Guid? undoes, Func<JournalContext, Task<SaveOutcome>> write, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (file.Damaged)
        {
            return new SaveOutcome.Failed(StorageFault.Damaged);
        }

        SaveOutcome outcome;
        bool written = false;
        Guid[] patients = [];
        await _gate.WaitAsync();
        try
        {
            await using JournalContext journal = file.CreateDbContext();
            await using IDbContextTransaction transaction = await journal.Database.BeginTransactionAsync();
            journal.CurrentAct = new Act { AtUtc = clock.NowUtc, Kind = kind, PatientId = patientId, UndoesActId = undoes, Reason = WrittenText.Clean(reason) };
            outcome = await write(journal);
            if (outcome is SaveOutcome.Saved saved)
            {
                patients = Touched(journal);
                journal.CurrentAct.PatientId ??= patients.Length == 1 ? patients[0] : null;
                await journal.SaveChangesAsync();
                await transaction.CommitAsync();
                written = journal.Entry(journal.CurrentAct).State != EntityState.Detached;
                outcome = saved.ActId == Guid.Empty && written ? saved with { ActId = journal.CurrentAct.Id } : saved;
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = new SaveOutcome.Stale();
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteExtendedErrorCode: IdTaken })
        {
            // A page saves again what was declared entered in error since.
            outcome = new SaveOutcome.Stale();
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is { } fault)
        {
            file.Report(fault);
            outcome = new SaveOutcome.Failed(fault);
        }
        finally
        {
            _gate.Release();
        }

        if (written && outcome is SaveOutcome.Saved)
        {
            Saved?.Invoke(patients);
        }

        return outcome;
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
