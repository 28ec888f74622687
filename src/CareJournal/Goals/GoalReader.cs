using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Goals;

/// <summary>Reads what matters to one person.</summary>
public sealed class GoalReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>All goals of a person with what was said of them, the open ones first.</summary>
    public async Task<IReadOnlyList<GoalStanding>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await ReadAsync(journal, patientId);
    }

    /// <summary>The same within a read of more.</summary>
    internal static async Task<IReadOnlyList<GoalStanding>> ReadAsync(JournalContext journal, Guid patientId) => GoalStanding.Of(
        await journal.Goals.AsNoTracking().Where(goal => goal.PatientId == patientId).ToListAsync(),
        await journal.GoalSteps.AsNoTracking().Where(step => step.PatientId == patientId).ToListAsync());
}
