using CareJournal.Acts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>How a draft ends in the transaction that saves its text, and how its id answers from then on.</summary>
internal static class SpentDraft
{
    /// <summary>The save in which a draft ended, or <c>null</c> when it has not (or there is none). It stays spent when that act is taken back.</summary>
    /// <typeparam name="T">What was saved: the answer names this row of the act.</typeparam>
    public static async Task<SaveOutcome.Saved?> SavedBeforeAsync<T>(this JournalContext journal, Guid? draftId)
        where T : RecordedRow
    {
        ArgumentNullException.ThrowIfNull(journal);
#if SABOTAGE_DRAFT_KEY
        draftId = null;
#endif
        if (draftId is not { } id || await journal.Acts.AsNoTracking().FirstOrDefaultAsync(act => act.DraftId == id) is not { } act)
        {
            return null;
        }

        string table = journal.Model.FindEntityType(typeof(T))!.GetTableName()!;
        Guid rowId = await journal.RowVersions.Where(version => version.ActId == act.Id && version.Table == table).Select(version => version.RowId).FirstOrDefaultAsync();
        return new SaveOutcome.Saved(rowId, act.Id);
    }

    /// <summary>Ends a draft in the act under way, which is then written even when it changes no row: a late keep must not bring the text back.</summary>
    public static async Task EndDraftAsync(this JournalContext journal, Guid? draftId)
    {
        ArgumentNullException.ThrowIfNull(journal);
        if (draftId is not { } id)
        {
            return;
        }

#if !SABOTAGE_DRAFT_KEY
        journal.CurrentAct!.DraftId = id;
#endif
        if (journal.Entry(journal.CurrentAct!).State == EntityState.Detached)
        {
            journal.Acts.Add(journal.CurrentAct!);
        }

        if (await journal.Drafts.FirstOrDefaultAsync(draft => draft.Id == id) is { } draft)
        {
            journal.Drafts.Remove(draft);
        }
    }
}
