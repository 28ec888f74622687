using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Conditions;

/// <summary>Reads a person's reasons for follow-up.</summary>
public sealed class ConditionReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Reads the reasons as forms to change them, in the order in which they were first written; none for a person who is not in the journal.</summary>
    public async Task<IReadOnlyList<ConditionForm>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<Condition> conditions = await journal.Conditions.AsNoTracking()
            .Where(condition => condition.PatientId == patientId)
            .OrderBy(condition => condition.Id)
            .ToListAsync();
        return [.. conditions.Select(condition => new ConditionForm
        {
            Id = condition.Id,
            PatientId = condition.PatientId,
            Revision = condition.Revision,
            Label = condition.Label,
            Onset = condition.Onset,
            BodySites = condition.BodySites,
            Icd11Code = condition.Icd11Code,
            SecondCode = condition.SecondCode,
        })];
    }
}
