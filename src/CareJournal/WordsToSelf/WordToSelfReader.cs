using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.WordsToSelf;

/// <summary>Reads what a person dictated for the day it overflows.</summary>
public sealed class WordToSelfReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>All that a person dictated, the latest first: the first one stands.</summary>
    public async Task<IReadOnlyList<WordToSelf>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<WordToSelf> words = await journal.WordsToSelf.AsNoTracking().Where(word => word.PatientId == patientId).ToListAsync();
        return [.. words.OrderByDescending(word => word.On).ThenByDescending(word => word.Id)];
    }
}
