using CareJournal.Drafts;
using CareJournal.Keeping;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Acts;

/// <summary>
/// Records the former values in the transaction of every change: each recorded row that is created or changed gets a
/// <see cref="RowVersion"/> of the current act and its next revision. Nothing recorded is ever deleted.
/// </summary>
public sealed class RowVersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Keep((JournalContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep((JournalContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Keep(JournalContext journal)
    {
        EntityEntry[] changed = [.. journal.ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached))];
        foreach (EntityEntry entry in changed)
        {
            if (entry.Entity is Draft)
            {
                // A draft is not recorded yet: it may be overwritten, and is removed when it is saved.
                continue;
            }

            bool appendOnly = entry.Entity is Act or RowVersion or ChainLink;
            if (entry.State == EntityState.Deleted || (appendOnly && entry.State != EntityState.Added))
            {
                throw new InvalidOperationException($"A row of {entry.Metadata.GetTableName()} would be deleted or overwritten.");
            }

            if (entry.Entity is RecordedRow row)
            {
                Keep(journal, entry, row);
            }
        }
    }

    private static void Keep(JournalContext journal, EntityEntry entry, RecordedRow row)
    {
        Act act = journal.CurrentAct ?? throw new InvalidOperationException("A recorded row changed outside of an act.");
        if (journal.Entry(act).State == EntityState.Detached)
        {
            journal.Acts.Add(act);
        }

        PropertyEntry revision = entry.Property(nameof(RecordedRow.Revision));
        bool made = entry.State == EntityState.Added;
        string? before = made ? null : RowJson.Write(entry.OriginalValues);
        int after = made ? 1 : (int)revision.OriginalValue! + 1;
        revision.CurrentValue = after;
#if !SABOTAGE_ROW_VERSIONS
        journal.RowVersions.Add(new RowVersion
        {
            ActId = act.Id,
            Table = entry.Metadata.GetTableName()!,
            RowId = row.Id,
            RevisionAfter = after,
            Before = before,
        });
#endif
    }
}
