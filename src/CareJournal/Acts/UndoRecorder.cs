using CareJournal.Decisions;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Acts;

/// <summary>Takes an act back, as a new act. Taking back that act does the first one again.</summary>
public sealed class UndoRecorder(JournalWriter writer)
{
    /// <summary>Takes the act back; refused when a row of it has changed since or another row rests on it, when it was taken back already, or when dates would contradict each other.</summary>
    public Task<SaveOutcome> UndoAsync(Guid actId) =>
        writer.WriteAsync(ActKind.Undone, null, actId, async journal =>
        {
            if (await journal.Acts.FirstOrDefaultAsync(act => act.Id == actId) is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (await journal.Acts.AnyAsync(act => act.UndoesActId == actId))
            {
                return new SaveOutcome.Refused(Refusal.AlreadyUndone);
            }

            List<RowVersion> versions = await journal.RowVersions.Where(version => version.ActId == actId).ToListAsync();
            List<EntityEntry> entries = [];
            foreach (RowVersion version in versions)
            {
                EntityEntry entry = await RowRegister.FindAsync(journal, version.Table, version.RowId);
                if (!await RowStanding.StandsAtAsync(journal, version.RowId, ((RecordedRow)entry.Entity).Revision, version.RevisionAfter))
                {
                    return new SaveOutcome.Refused(Refusal.ChangedSince);
                }

                if (entry.Entity is AwayDecision decision && await LiftedAsync(journal, decision))
                {
                    return new SaveOutcome.Refused(Refusal.LaterVisit);
                }

                TakeBack(entry, version.Before, journal.CurrentAct!.AtUtc);
                entries.Add(entry);
            }

            foreach (EntityEntry entry in entries)
            {
                if (await RowRegister.IsTornAsync(journal, entry, actId))
                {
                    return new SaveOutcome.Refused(Refusal.ChangedSince);
                }
            }

            if (await ContradictsAsync(journal, entries))
            {
                return new SaveOutcome.Refused(Refusal.DatesContradict);
            }

            await VisitEpisode.VoidEmptiedAsync(journal);
            return new SaveOutcome.Saved(versions.FirstOrDefault()?.RowId ?? actId, Guid.Empty);
        });

    private static Task<bool> LiftedAsync(JournalContext journal, AwayDecision decision) =>
        journal.Visits.AnyAsync(visit => visit.PatientId == decision.PatientId && visit.Status == VisitStatus.Held && visit.HeldOn > decision.DecidedOn);

    // A session that comes back may lie after a death that was recorded since, and the other way round.
    private static async Task<bool> ContradictsAsync(JournalContext journal, IEnumerable<EntityEntry> entries)
    {
        IEnumerable<Guid> people = entries
            .Select(entry => entry.Entity switch { Patient { VoidedAtUtc: null } patient => patient.Id, PatientRow row when DatedFactsReader.Of(row) is not null => row.PatientId, _ => Guid.Empty })
            .Where(id => id != Guid.Empty)
            .Distinct()
            .ToList();
        foreach (Guid id in people)
        {
            if (await journal.Patients.FirstOrDefaultAsync(patient => patient.Id == id) is { } person && DatedFact.Problems(person.Life, await DatedFactsReader.ReadAsync(journal, id)).Any())
            {
                return true;
            }
        }

        return false;
    }

    private static void TakeBack(EntityEntry entry, string? before, DateTime atUtc)
    {
        if (before is not null)
        {
            RowJson.Restore(entry.CurrentValues, before);
        }
        else
        {
            ((RecordedRow)entry.Entity).Void(atUtc);
        }
    }
}
