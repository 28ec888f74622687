using System.Globalization;
using System.Text;

namespace CareJournal.Acts;

/// <summary>
/// Reads the themes in a text: words that are written with # before them, as in <c>#sommeil</c>. A theme begins a word, so that <c>C#5</c> has none, and ends where its
/// letters and digits end. Pure.
/// </summary>
public static class TextThemes
{
    /// <summary>The sign before a theme, as it is folded.</summary>
    public const char Sign = '#';

    /// <summary>Returns the themes of a text, folded, without the sign, each once, in the order in which they first occur. Any text is read.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        string[] parts = FoldedText.Fold(text).Split(Sign);
        return [.. parts.Zip(parts.Skip(1)).Where(part => !EndsInWord(part.First)).Select(part => BeginningOf(part.Second)).Where(theme => theme.Length > 0).Distinct()];
    }

    /// <summary>Returns the letters and digits that a folded text begins with.</summary>
    internal static string BeginningOf(string folded)
    {
        int length = 0;
        while (length < folded.Length && char.IsLetterOrDigit(folded[length]))
        {
            length++;
        }

        return folded[..length];
    }

    // As the index has words: letters, numbers and symbols such as emoji.
    private static bool EndsInWord(string folded) =>
        Rune.DecodeLastFromUtf16(folded, out Rune last, out _) == System.Buffers.OperationStatus.Done
        && (Rune.IsLetter(last) || Rune.IsNumber(last) || Rune.GetUnicodeCategory(last) is UnicodeCategory.OtherSymbol or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse);
}
