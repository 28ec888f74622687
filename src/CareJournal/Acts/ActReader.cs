using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Reads the last acts, so that each can still be taken back once its toast is gone.</summary>
public sealed class ActReader(IDbContextFactory<JournalContext> journals, PracticeClock clock)
{
    /// <summary>The last acts, latest first.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<IReadOnlyList<ActAnswer>> ReadLastAsync(int most)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var acts = await journal.Acts.AsNoTracking()
            .Where(act => act.Kind != ActKind.CopyMade && act.AtUtc > DateTime.UnixEpoch)
            .OrderByDescending(act => act.AtUtc)
            .Take(most)
            .Select(act => new { Act = act, Undone = journal.Acts.Any(other => other.UndoesActId == act.Id) })
            .ToListAsync();
        return [.. acts.Select(row => new ActAnswer(row.Act.Id, clock.Local(row.Act.AtUtc), row.Act.Kind, row.Act.PatientId, row.Undone))];
    }
}

/// <summary>An act as it is listed.</summary>
/// <param name="Id">The act.</param>
/// <param name="At">When, on the practice's wall clock.</param>
/// <param name="Kind">What was done.</param>
/// <param name="PatientId">The person, if there is one.</param>
/// <param name="Undone">Whether it was taken back.</param>
public sealed record ActAnswer(Guid Id, DateTime At, ActKind Kind, Guid? PatientId, bool Undone);
