using CareJournal.NextSteps;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Reads what the rules of time need about one person.</summary>
internal static class CourseReader
{
    /// <summary>Reads all that was said about the next time.</summary>
    public static async Task<List<Agreement>> AgreementsAsync(JournalContext journal, Guid patientId)
    {
        List<NextStep> steps = await journal.NextSteps.AsNoTracking().Where(step => step.PatientId == patientId).ToListAsync();
        return [.. steps.Select(step => step.Agreement)];
    }
}
