using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Decisions;

/// <summary>Refuses to undo a decision about a person who has come since: their session ended it already.</summary>
internal sealed class AwayDecisionUndoRule : IUndoRule
{
    public async Task<Refusal?> RefuseAsync(JournalContext journal, IReadOnlyCollection<EntityEntry> rows)
    {
        // A decision that goes over to another entry of the person, by a merge or its undo, is not what is undone.
        foreach (AwayDecision decision in rows.Where(row => row.Entity is AwayDecision && !row.Property(nameof(PatientRow.PatientId)).IsModified).Select(row => (AwayDecision)row.Entity))
        {
            if (await journal.Visits.AnyAsync(visit => visit.PatientId == decision.PatientId && visit.Status == VisitStatus.Held && visit.HeldOn > decision.DecidedOn))
            {
                return Refusal.LaterVisit;
            }
        }

        return null;
    }
}
