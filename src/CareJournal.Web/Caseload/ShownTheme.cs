namespace CareJournal.Web.Caseload;

/// <summary>
/// Keeps the theme that the overview is filtered by, so that the way back from a person leads to the same rows. It stays in the memory of the circuit: a theme is a
/// word of the record, and in an address it would stay in the history of the browser.
/// </summary>
public sealed class ShownTheme
{
    /// <summary>The word, folded; <c>null</c> where no theme is chosen.</summary>
    public string? Word { get; set; }
}
