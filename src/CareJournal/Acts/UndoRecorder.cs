using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Acts;

/// <summary>Undoes an act, as a new act. Undoing that act redoes the first one.</summary>
public sealed class UndoRecorder(JournalWriter writer, IEnumerable<IUndoRule> rules)
{
    /// <summary>Undoes the act; an event of the journal (<see cref="ActKinds.Events"/>) is not found, since it changed nothing. Refused when one of its rows has changed since or another row refers to it, when it was undone already, or by an <see cref="IUndoRule"/>.</summary>
    public Task<SaveOutcome> UndoAsync(Guid actId) =>
        writer.WriteAsync(ActKind.Undone, null, actId, async journal =>
        {
            if (await journal.Acts.FirstOrDefaultAsync(act => act.Id == actId && !ActKinds.Events.Contains(act.Kind)) is null)
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
                if (!await RowRevisions.IsAtAsync(journal, version.RowId, ((RecordedRow)entry.Entity).Revision, version.RevisionAfter))
                {
                    return new SaveOutcome.Refused(Refusal.ChangedSince);
                }

                TakeBack(entry, version.Before, journal.CurrentAct!.AtUtc);
                entries.Add(entry);
            }

            foreach (EntityEntry entry in entries)
            {
                if (await RowRegister.LeavesDanglingReferenceAsync(journal, entry, actId))
                {
                    return new SaveOutcome.Refused(Refusal.ChangedSince);
                }
            }

            foreach (IUndoRule rule in rules)
            {
                if (await rule.RefuseAsync(journal, entries) is { } why)
                {
                    return new SaveOutcome.Refused(why);
                }
            }

            foreach (IUndoRule rule in rules)
            {
                await rule.FollowAsync(journal);
            }

            return new SaveOutcome.Saved(versions.FirstOrDefault()?.RowId ?? actId, Guid.Empty);
        });

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
