namespace CareJournal.Demo;

/// <summary>Applies French typography to typed text: typographic apostrophes, and non-breaking spaces.</summary>
internal static class French
{
    private const char NarrowSpace = '\u202F';
    private const char HardSpace = '\u00A0';

    /// <summary>Returns the sentence as it is stored.</summary>
    public static string Typeset(string typed) => typed
        .Replace('\'', '’')
        .Replace(" ;", NarrowSpace + ";", StringComparison.Ordinal)
        .Replace(" !", NarrowSpace + "!", StringComparison.Ordinal)
        .Replace(" ?", NarrowSpace + "?", StringComparison.Ordinal)
        .Replace(" :", HardSpace + ":", StringComparison.Ordinal)
        .Replace("« ", "«" + NarrowSpace, StringComparison.Ordinal)
        .Replace(" »", NarrowSpace + "»", StringComparison.Ordinal);

    /// <summary>Returns the sentence, or null if nothing was written.</summary>
    public static string? TypesetOrNothing(string? typed) => typed is null ? null : Typeset(typed);

    /// <summary>Returns a pool of sentences, one per line.</summary>
    public static IReadOnlyList<string> Lines(string block) =>
        [.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Typeset)];
}
