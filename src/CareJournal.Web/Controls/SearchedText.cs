namespace CareJournal.Web.Controls;

/// <summary>
/// Keeps what was last searched for in the whole journal, so that the search shows it again when one comes back from what was found. It stays in the memory of
/// the circuit; in an address it would stay in the history of the browser.
/// </summary>
public sealed class SearchedText
{
    /// <summary>Raised when another page or the palette asks for a search.</summary>
    public event Action? Asked;

    /// <summary>The text, as it was typed.</summary>
    public string Text { get; set; } = "";

    /// <summary>Asks for a search.</summary>
    /// <param name="text">What is searched for.</param>
    public void Ask(string text)
    {
        Text = text;
        Asked?.Invoke();
    }
}
