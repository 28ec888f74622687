using CareJournal.NextSteps;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Patients;

/// <summary>Merges two entries of the same person, in one act that can be undone as one.</summary>
public sealed class PatientMergeRecorder(JournalWriter writer)
{
    /// <summary>
    /// Moves everything of the second entry to the first, including withdrawn rows and drafts, and withdraws the second, which then refers
    /// to the first. Details that the first entry lacks are copied from the second; nothing of the first is overwritten. Periods stay
    /// as they are. Refused when the days of birth differ, when one has died and the other has not,
    /// or when the day of birth of one contradicts what is recorded of the other.
    /// </summary>
    /// <param name="keptId">The entry that is kept.</param>
    /// <param name="mergedId">The entry that is merged into it.</param>
    public Task<SaveOutcome> MergeAsync(Guid keptId, Guid mergedId) =>
        writer.WriteAsync(ActKind.PatientsMerged, keptId, async journal =>
        {
            Patient? kept = await journal.FindRecordedAsync<Patient>(keptId);
            Patient? merged = await journal.FindRecordedAsync<Patient>(mergedId);
            if (kept is null || merged is null || keptId == mergedId)
            {
                return new SaveOutcome.NotFound();
            }

            if (kept.DeceasedOn != merged.DeceasedOn || (kept.BirthDate is { } birth && merged.BirthDate is { } other && birth != other))
            {
                return new SaveOutcome.Refused(Refusal.NotTheSamePerson);
            }

            LifeSpan life = new(kept.BirthDate ?? merged.BirthDate, kept.DeceasedOn);
            if (DatedFact.Problems(life, [.. await DatedFactsReader.ReadAsync(journal, keptId), .. await DatedFactsReader.ReadAsync(journal, mergedId)]).Any())
            {
                return new SaveOutcome.Refused(Refusal.DatesContradict);
            }

            await RenumberAsync(journal, keptId, mergedId);
            foreach (EntityEntry row in await RowRegister.AllOfAsync(journal, mergedId))
            {
                ((PatientRow)row.Entity).PatientId = keptId;
            }

            await journal.Drafts.Where(draft => draft.PatientId == mergedId).ExecuteUpdateAsync(draft => draft.SetProperty(one => one.PatientId, keptId));
            kept.TakeOver(merged);
            merged.MergedIntoId = keptId;
            merged.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(keptId, Guid.Empty);
        });

    // Only the number distinguishes two steps of one day.
    private static async Task RenumberAsync(JournalContext journal, Guid keptId, Guid mergedId)
    {
        Dictionary<DateOnly, int> taken = await journal.NextSteps.IgnoreQueryFilters()
            .Where(step => step.PatientId == keptId)
            .GroupBy(step => step.SaidOn)
            .Select(group => new { group.Key, Last = group.Max(step => step.Number) })
            .ToDictionaryAsync(group => group.Key, group => group.Last);
        foreach (NextStep step in await journal.NextSteps.IgnoreQueryFilters().Where(step => step.PatientId == mergedId).ToListAsync())
        {
            step.Number += taken.GetValueOrDefault(step.SaidOn);
        }
    }
}
