using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Patients;

/// <summary>Makes one of two entries of the same person, in one act that can be taken back as one.</summary>
public sealed class PatientMergeRecorder(JournalWriter writer)
{
    /// <summary>
    /// Moves everything of the second entry to the first, withdrawn rows and drafts too, and withdraws the second, which then says where
    /// it went. What the first entry does not say of the person it takes from the second; nothing it says is overwritten. Periods stay
    /// as they are. Refused when the days of birth differ, when one has died and the other has not,
    /// or when the day of birth of one contradicts what is recorded of the other.
    /// </summary>
    /// <param name="keptId">The entry that stays.</param>
    /// <param name="mergedId">The entry that goes into it.</param>
    public Task<SaveOutcome> MergeAsync(Guid keptId, Guid mergedId) =>
        writer.WriteAsync(ActKind.PatientsMerged, keptId, async journal =>
        {
            Patient? kept = await journal.KnownAsync<Patient>(keptId);
            Patient? merged = await journal.KnownAsync<Patient>(mergedId);
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

    // Two steps said on one day are told apart by their number alone.
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
