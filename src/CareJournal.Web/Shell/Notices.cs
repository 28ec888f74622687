namespace CareJournal.Web.Shell;

/// <summary>The notice at the edge of the page about the last act, with its undo if there is one. One instance per open page.</summary>
public sealed class Notices
{
    /// <summary>The current notice; null if there is none.</summary>
    public Notice? Current { get; private set; }

    /// <summary>Raised when <see cref="Current"/> changes.</summary>
    public event Action? Changed;

    /// <summary>Shows <paramref name="message"/> in place of the previous notice.</summary>
    /// <param name="message">A whole sentence in the reader's language.</param>
    /// <param name="actId">The act that can be undone; null if there is nothing to undo.</param>
    public void Say(string message, Guid? actId = null) => Show(new Notice(message, actId));

    /// <summary>Raised after an act was undone from the notice: a page that shows it reads again.</summary>
    public event Action? TakenBack;

    /// <summary>Shows that an act was undone, and offers the opposite: to do it again, or to undo it once more.</summary>
    /// <param name="message">A whole sentence in the reader's language.</param>
    /// <param name="actId">The act that undid the other one.</param>
    /// <param name="isUndo">Whether it was an undo, so that undoing it does the first act again.</param>
    /// <param name="takenBack">The act that was undone, if it is known.</param>
    public void SayTakenBack(string message, Guid actId, bool isUndo, Guid? takenBack = null)
    {
        Show(new Notice(message, actId) { TakesBackAnUndo = isUndo, TakenBackActId = takenBack });
        TakenBack?.Invoke();
    }

    /// <summary>Removes the notice.</summary>
    public void Clear() => Show(null);

    private void Show(Notice? notice)
    {
        Current = notice;
        Changed?.Invoke();
    }
}

/// <summary>A message, and the act that it can undo.</summary>
public sealed record Notice(string Message, Guid? ActId)
{
    /// <summary>Whether undoing the act means doing the first one again.</summary>
    public bool TakesBackAnUndo { get; init; }

    /// <summary>The act that was undone, if the message says so of one.</summary>
    public Guid? TakenBackActId { get; init; }
}
