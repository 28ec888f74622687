namespace CareJournal.Demo;

/// <summary>Sets typed French as a careful writer would: typographic apostrophes, and the spaces that must not break.</summary>
internal static class French
{
    private const char NarrowSpace = '\u202F';
    private const char HardSpace = '\u00A0';

    /// <summary>The sentence as it is kept.</summary>
    public static string Typeset(string typed) => typed
        .Replace('\'', '’')
        .Replace(" ;", NarrowSpace + ";", StringComparison.Ordinal)
        .Replace(" !", NarrowSpace + "!", StringComparison.Ordinal)
        .Replace(" ?", NarrowSpace + "?", StringComparison.Ordinal)
        .Replace(" :", HardSpace + ":", StringComparison.Ordinal)
        .Replace("« ", "«" + NarrowSpace, StringComparison.Ordinal)
        .Replace(" »", NarrowSpace + "»", StringComparison.Ordinal);

    /// <summary>The sentence, or nothing where nothing was written.</summary>
    public static string? TypesetOrNothing(string? typed) => typed is null ? null : Typeset(typed);

    /// <summary>A pool of sentences, one a line.</summary>
    public static IReadOnlyList<string> Lines(string block) =>
        [.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Typeset)];
}
