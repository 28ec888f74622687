namespace CareJournal.Web.App;

/// <summary>What just happened, said quietly at the edge of the page, with a way back where there is one. One per open page.</summary>
public sealed class Notices
{
    /// <summary>The notice on show; null when there is none.</summary>
    public Notice? Current { get; private set; }

    /// <summary>Raised when another notice, or none, is to be shown.</summary>
    public event Action? Changed;

    /// <summary>Says <paramref name="message"/>, in place of what was said before.</summary>
    /// <param name="message">A whole sentence in the reader's language.</param>
    /// <param name="actId">The act that can be undone from here; none when there is nothing to undo.</param>
    public void Say(string message, Guid? actId = null) => Show(new Notice(message, actId));

    /// <summary>Raised after an act was taken back from the notice: a page that shows it reads afresh.</summary>
    public event Action? TakenBack;

    /// <summary>Says that an act was taken back, and offers the other way: to do it again, or to undo it once more.</summary>
    /// <param name="message">A whole sentence in the reader's language.</param>
    /// <param name="actId">The act that took the other one back.</param>
    /// <param name="isUndo">Whether it undid something, so that taking it back in turn does it again.</param>
    public void SayTakenBack(string message, Guid actId, bool isUndo)
    {
        Show(new Notice(message, actId) { TakesBackAnUndo = isUndo });
        TakenBack?.Invoke();
    }

    /// <summary>Takes the notice away.</summary>
    public void Clear() => Show(null);

    private void Show(Notice? notice)
    {
        Current = notice;
        Changed?.Invoke();
    }
}

/// <summary>One message, and the act it can take back.</summary>
public sealed record Notice(string Message, Guid? ActId)
{
    /// <summary>Whether taking the act back means doing the first one again.</summary>
    public bool TakesBackAnUndo { get; init; }
}
