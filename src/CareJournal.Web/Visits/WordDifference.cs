using System.Buffers;
using System.Text;
using CareJournal.Web.Host;

namespace CareJournal.Web.Visits;

/// <summary>Compares two texts word by word. Pure; the kept and removed parts make the old text, the kept and added ones the new one.</summary>
public static class WordDifference
{
    // Beyond this many comparisons the rest counts as rewritten: nobody would read such a comparison, and the page must not wait for it.
    private const long MostComparisons = 4_000_000;

    /// <summary>Returns the parts in reading order; a removed part comes before the part added in its place.</summary>
    /// <param name="before">The old text; <c>null</c> counts as empty.</param>
    /// <param name="after">The new text.</param>
    public static IReadOnlyList<WordDifferencePart> Between(string? before, string? after)
    {
        string[] old = Split(before);
        string[] young = Split(after);
        int head = 0;
        while (head < old.Length && head < young.Length && Same(old[head], young[head]))
        {
            head++;
        }

        int tail = 0;
        while (tail < old.Length - head && tail < young.Length - head && Same(old[^(tail + 1)], young[^(tail + 1)]))
        {
            tail++;
        }

        WordDifferenceWriter writer = new();
        writer.Keep(old.AsSpan(0, head));
        Middle(old[head..^tail], young[head..^tail], writer);
        writer.Keep(old.AsSpan(old.Length - tail));
        return writer.Parts();
    }

    private static void Middle(string[] old, string[] young, WordDifferenceWriter writer)
    {
        if ((long)old.Length * young.Length > MostComparisons)
        {
            writer.Remove(string.Concat(old));
            writer.Add(string.Concat(young));
            return;
        }

        // The longest common subsequence of each pair of remainders.
        int[,] common = new int[old.Length + 1, young.Length + 1];
        for (int o = old.Length - 1; o >= 0; o--)
        {
            for (int y = young.Length - 1; y >= 0; y--)
            {
                common[o, y] = Same(old[o], young[y]) ? common[o + 1, y + 1] + 1 : Math.Max(common[o + 1, y], common[o, y + 1]);
            }
        }

        int i = 0;
        int j = 0;
        while (i < old.Length || j < young.Length)
        {
            if (i < old.Length && j < young.Length && Same(old[i], young[j]))
            {
                writer.Keep([old[i++]]);
                j++;
            }
            else if (j == young.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                writer.Remove(old[i++]);
            }
            else
            {
                writer.Add(young[j++]);
            }
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>Splits a text into parts: a word with what is joined to it ("l’été", "rendez-vous"), a run of spaces, or one sign.</summary>
    private static string[] Split(string? text)
    {
        List<string> parts = [];
        ReadOnlySpan<char> rest = text;
        while (rest.Length > 0)
        {
            int length = Run(rest, Rune.IsWhiteSpace) is > 0 and var spaces ? spaces : Word(rest);
            parts.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        return [.. parts];
    }

    private static int Word(ReadOnlySpan<char> rest)
    {
        int length = Run(rest, IsOfAWord);
        while (length > 0 && length < rest.Length && rest[length] is '\'' or '’' or '-'
            && Run(rest[(length + 1)..], IsOfAWord) is > 0 and var tied)
        {
            length += 1 + tied;
        }

        // Never splits a surrogate pair: half of one cannot be drawn.
        return length > 0 ? length : Rune.DecodeFromUtf16(rest, out _, out int one) == OperationStatus.Done ? one : 1;
    }

    private static int Run(ReadOnlySpan<char> rest, Func<Rune, bool> belongs)
    {
        int length = 0;
        while (Rune.DecodeFromUtf16(rest[length..], out Rune rune, out int one) == OperationStatus.Done && belongs(rune))
        {
            length += one;
        }

        return length;
    }

    private static bool IsOfAWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ConnectorPunctuation;
}

/// <summary>A part of a compared text.</summary>
/// <param name="Kind">Whether it was kept, removed or added.</param>
/// <param name="Text">The words, with the spaces between them.</param>
public sealed record WordDifferencePart(WordDifferenceKind Kind, string Text);

/// <summary>Whether a part of a text was kept, removed or added.</summary>
public enum WordDifferenceKind
{
    /// <summary>In both texts.</summary>
    Kept,

    /// <summary>Only in the old text.</summary>
    Removed,

    /// <summary>Only in the new text.</summary>
    Added,
}
