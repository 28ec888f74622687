using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Patients;

/// <summary>Refuses an undo that would make dates contradict each other: a restored session may be after a death that was recorded since, and the other way round.</summary>
internal sealed class DatedFactsUndoRule : IUndoRule
{
    public async Task<Refusal?> RefuseAsync(JournalContext journal, IReadOnlyCollection<EntityEntry> rows)
    {
        IEnumerable<Guid> people = rows
            .Select(row => row.Entity switch { Patient { VoidedAtUtc: null } patient => patient.Id, PatientRow fact when DatedFactsReader.Of(fact) is not null => fact.PatientId, _ => Guid.Empty })
            .Where(id => id != Guid.Empty)
            .Distinct()
            .ToList();
        foreach (Guid id in people)
        {
            if (await journal.Patients.FirstOrDefaultAsync(patient => patient.Id == id) is { } person && DatedFact.Problems(person.Life, await DatedFactsReader.ReadAsync(journal, id)).Any())
            {
                return Refusal.DatesContradict;
            }
        }

        return null;
    }
}
