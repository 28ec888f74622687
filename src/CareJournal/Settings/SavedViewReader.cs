using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Reads the views that the practitioner saved.</summary>
public sealed class SavedViewReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Reads all saved views, the oldest first.</summary>
    public async Task<IReadOnlyList<SavedView>> ReadAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.SavedViews.AsNoTracking().OrderBy(view => view.Id).ToListAsync();
    }
}
