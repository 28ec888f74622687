using CareJournal.Decisions;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Acts;

/// <summary>Takes an act back, as a new act. Taking back that act does the first one again.</summary>
public sealed class UndoRecorder(JournalWriter writer)
{
    /// <summary>Takes the act back; refused when a row of it has changed since or another row rests on it, or when it was taken back already.</summary>
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

            await VisitEpisode.VoidEmptiedAsync(journal);
            return new SaveOutcome.Saved(versions.FirstOrDefault()?.RowId ?? actId, Guid.Empty);
        });

    private static Task<bool> LiftedAsync(JournalContext journal, AwayDecision decision) =>
        journal.Visits.AnyAsync(visit => visit.PatientId == decision.PatientId && visit.Status == VisitStatus.Held && visit.HeldOn > decision.DecidedOn);

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
