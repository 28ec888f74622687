using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Tells the rows that were withdrawn from those whose act was undone.</summary>
internal static class RowWithdrawals
{
    /// <summary>Returns those of these voided rows that somebody withdrew. What an undo took back is none of them: for a reader, the act that made it never happened.</summary>
    public static async Task<IReadOnlySet<Guid>> FindAsync(JournalContext journal, IReadOnlyCollection<Guid> rows)
    {
        if (rows.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var versions = await journal.RowVersions.Where(version => rows.Contains(version.RowId))
            .Join(journal.Acts, version => version.ActId, act => act.Id, (version, act) => new { version.RowId, version.RevisionAfter, version.Before, act.UndoesActId })
            .ToListAsync();

        // A voided row may have been changed since, by a merge of two entries.
        var voiding = versions
            .Where(version => version.Before is not null && RowJson.Text(version.Before, nameof(RecordedRow.VoidedAtUtc)) is null)
            .GroupBy(version => version.RowId)
            .Select(row => row.MaxBy(version => version.RevisionAfter)!);
        HashSet<Guid> withdrawn = [];
        foreach (var version in voiding)
        {
            if (!await IsTakenBackAsync(journal, version.UndoesActId))
            {
                withdrawn.Add(version.RowId);
            }
        }

        return withdrawn;
    }

    // An undo of an undo does again what was done before both: only an undo of what made the row takes it back.
    private static async Task<bool> IsTakenBackAsync(JournalContext journal, Guid? undone)
    {
        while (undone is { } act)
        {
            if (await UndoneByAsync(journal, act) is not { } again)
            {
                return true;
            }

            undone = await UndoneByAsync(journal, again);
        }

        return false;
    }

    private static Task<Guid?> UndoneByAsync(JournalContext journal, Guid actId) => journal.Acts.Where(act => act.Id == actId).Select(act => act.UndoesActId).FirstOrDefaultAsync();
}
