using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Acts;

/// <summary>Takes an act back, as a new act. Taking back that act does the first one again.</summary>
public sealed class UndoRecorder(JournalWriter writer)
{
    /// <summary>Takes the act back; refused when a row of it has changed since, or when it was taken back already.</summary>
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
            foreach (RowVersion version in versions)
            {
                EntityEntry entry = await RowRegister.FindAsync(journal, version.Table, version.RowId);
                RecordedRow row = (RecordedRow)entry.Entity;
                if (row.Revision != version.RevisionAfter)
                {
                    return new SaveOutcome.Refused(Refusal.ChangedSince);
                }

                if (version.Before is { } before)
                {
                    RowJson.Restore(entry.CurrentValues, before);
                }
                else
                {
                    row.Void(journal.CurrentAct!.AtUtc);
                }
            }

            return new SaveOutcome.Saved(versions.FirstOrDefault()?.RowId ?? actId, Guid.Empty);
        });
}
