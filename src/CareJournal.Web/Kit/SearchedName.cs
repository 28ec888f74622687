namespace CareJournal.Web.Kit;

/// <summary>
/// A name that was searched for and not found, on its way to the page that adds a person. Kept in memory for that step only:
/// an address would write it into the browser's history.
/// </summary>
public sealed class SearchedName
{
    private string? _typed;

    /// <summary>Remembers what was typed.</summary>
    public void Keep(string typed) => _typed = typed;

    /// <summary>Hands it over, once.</summary>
    public string? Take() => Interlocked.Exchange(ref _typed, null);
}
