using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>Ends a draft in the transaction that saves its text, and finds that save by the draft's id from then on.</summary>
internal static class SpentDraft
{
    /// <summary>Finds the save in which a draft ended; <c>null</c> when it has not ended or there is none. It stays spent when that act is undone.</summary>
    /// <typeparam name="T">The type of the saved row of the act that is returned.</typeparam>
    public static async Task<SaveOutcome.Saved?> SavedBeforeAsync<T>(this JournalContext journal, Guid? draftId)
        where T : RecordedRow
    {
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

    /// <summary>Ends a draft in the current act, which is then written even when it changes no row: a late request must not bring the text back.</summary>
    public static async Task EndDraftAsync(this JournalContext journal, Guid? draftId)
    {
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
