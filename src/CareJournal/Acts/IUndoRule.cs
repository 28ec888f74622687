using CareJournal.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CareJournal.Acts;

/// <summary>Decides whether an act on one kind of row may be undone. Each implementation is beside the recorder of its kind.</summary>
public interface IUndoRule
{
    /// <summary>Returns why the act may not be undone; <c>null</c> where nothing is against it.</summary>
    /// <param name="journal">The journal; nothing is saved yet.</param>
    /// <param name="rows">The rows of the act as they will be.</param>
    Task<Refusal?> RefuseAsync(JournalContext journal, IReadOnlyCollection<EntityEntry> rows);

    /// <summary>Applies what follows from undoing the act, in the same new act.</summary>
    Task FollowAsync(JournalContext journal) => Task.CompletedTask;
}
