using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Reads what may be printed of one person's follow-up.</summary>
public sealed class SheetReader(IDbContextFactory<JournalContext> journals, TimelineReader timelines, Settings.PracticeClock clock)
{
    /// <summary>The sheet as of today; <c>null</c> when the person is not in the journal.</summary>
    public async Task<Sheet?> ReadAsync(Guid patientId, SheetChoice choice)
    {
        if (await timelines.ReadRowsAsync(patientId) is not { } rows)
        {
            return null;
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<Guid> privateVisits = await journal.Visits.AsNoTracking()
            .Where(visit => visit.PatientId == patientId && (visit.Hidden || visit.ThirdParty))
            .Select(visit => visit.Id)
            .ToListAsync();
        return Sheet.Keep(rows, privateVisits.ToHashSet(), choice, clock.Today);
    }
}
