using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Checks whether rows are still as an act left them.</summary>
internal static class RowRevisions
{
    /// <summary>
    /// Whether a row is at a revision. A row that was changed, and whose change was undone, is back at its former revision, so that acts
    /// can be undone one after the other.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="rowId">The row.</param>
    /// <param name="revision">The current revision of the row.</param>
    /// <param name="wanted">The revision to compare with.</param>
    public static async Task<bool> IsAtAsync(JournalContext journal, Guid rowId, int revision, int wanted)
    {
        while (revision != wanted && await TakenBackAsync(journal, rowId, revision) is { } taken)
        {
            revision = taken - 1;
        }

        return revision == wanted;
    }

    /// <summary>Returns those of the acts of which every row is still as the act left it; an act without rows has nothing to undo.</summary>
    public static async Task<IReadOnlySet<Guid>> UnchangedAsync(JournalContext journal, IReadOnlyCollection<Guid> actIds)
    {
        var rows = await journal.RowVersions
            .Where(version => actIds.Contains(version.ActId))
            .Select(version => new
            {
                version.ActId,
                version.RowId,
                version.RevisionAfter,
                Now = journal.RowVersions.Where(other => other.RowId == version.RowId).Max(other => other.RevisionAfter),
            })
            .ToListAsync();
        HashSet<Guid> unchanged = [.. rows.Select(row => row.ActId)];
        foreach (var row in rows.Where(row => row.Now != row.RevisionAfter))
        {
            if (unchanged.Contains(row.ActId) && !await IsAtAsync(journal, row.RowId, row.Now, row.RevisionAfter))
            {
                unchanged.Remove(row.ActId);
            }
        }

        return unchanged;
    }

    private static Task<int?> TakenBackAsync(JournalContext journal, Guid rowId, int revision) =>
        (from version in journal.RowVersions
         where version.RowId == rowId && version.RevisionAfter == revision
         join act in journal.Acts on version.ActId equals act.Id
         join undone in journal.RowVersions on act.UndoesActId equals undone.ActId
         where undone.RowId == rowId
         select (int?)undone.RevisionAfter).FirstOrDefaultAsync();
}
