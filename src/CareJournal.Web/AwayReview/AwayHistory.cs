namespace CareJournal.Web.AwayReview;

/// <summary>Keeps the acts of the review since its page was opened, so that the last one can be undone by a key, and after it the one before.</summary>
public sealed class AwayHistory
{
    private readonly List<AwayDone> _done = [];
    private readonly Dictionary<Guid, AwayDone> _undone = [];

    /// <summary>The last act that still stands; <c>null</c> if there is none.</summary>
    public AwayDone? Last => _done is [.., var last] ? last : null;

    /// <summary>Adds an act.</summary>
    public void Add(AwayDone done) => _done.Add(done);

    /// <summary>Removes an act that was undone; returns it, or <c>null</c> if it was not done on this page.</summary>
    /// <param name="actId">The act.</param>
    /// <param name="undoId">The act that undid it.</param>
    public AwayDone? Undo(Guid actId, Guid undoId)
    {
        if (_done.Find(done => done.ActId == actId) is not { } undone)
        {
            return null;
        }

        _done.Remove(undone);
        _undone.Add(undoId, undone);
        return undone;
    }

    /// <summary>Adds an act once more, since its undo was undone; does nothing if it was not done on this page.</summary>
    /// <param name="undoId">The act that had undone it.</param>
    /// <param name="actId">The act that did it again.</param>
    public void Redo(Guid undoId, Guid actId)
    {
        if (_undone.Remove(undoId, out AwayDone? again))
        {
            _done.Add(again with { ActId = actId });
        }
    }

    /// <summary>Removes an act that can no longer be undone.</summary>
    public void Forget(Guid actId) => _done.RemoveAll(done => done.ActId == actId);
}
