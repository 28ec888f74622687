namespace CareJournal.Web.Controls;

/// <summary>
/// A name that was searched for and not found, passed to the page that adds a person. Kept in memory for that step only:
/// an address would write it into the browser's history.
/// </summary>
public sealed class SearchedName
{
    private string? _typed;

    /// <summary>Stores the typed name.</summary>
    public void Keep(string typed) => _typed = typed;

    /// <summary>Returns the name, once.</summary>
    public string? Take() => Interlocked.Exchange(ref _typed, null);
}
