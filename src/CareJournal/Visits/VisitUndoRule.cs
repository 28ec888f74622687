using CareJournal.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Visits;

/// <summary>Voids periods of follow-up that are left without a visit when an act is undone.</summary>
internal sealed class VisitUndoRule : IUndoRule
{
    public Task<Refusal?> RefuseAsync(JournalContext journal, IReadOnlyCollection<EntityEntry> rows) => Task.FromResult<Refusal?>(null);

    public Task FollowAsync(JournalContext journal) => VisitEpisode.VoidEmptiedAsync(journal);
}
