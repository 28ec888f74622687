using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Tools;

/// <summary>Reads what one person leans on.</summary>
public sealed class ToolReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>All tools of a person with what was said of them, those in use first.</summary>
    public async Task<IReadOnlyList<ToolStanding>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await ReadAsync(journal, patientId);
    }

    /// <summary>The same within a read of more.</summary>
    internal static async Task<IReadOnlyList<ToolStanding>> ReadAsync(JournalContext journal, Guid patientId) => ToolStanding.Of(
        await journal.Tools.AsNoTracking().Where(tool => tool.PatientId == patientId).ToListAsync(),
        await journal.ToolSteps.AsNoTracking().Where(step => step.PatientId == patientId).ToListAsync());
}
