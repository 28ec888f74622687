using System.Buffers;
using System.Globalization;
using System.Text;

namespace CareJournal.Web.Kit;

/// <summary>What changed from one text to another, word by word. Pure; the parts that stayed and were removed make the old text, those that stayed and were added the new one.</summary>
public static class WordDifference
{
    // Beyond this many comparisons the rest counts as written anew: a page is not kept waiting for a comparison nobody would read.
    private const long MostComparisons = 4_000_000;

    /// <summary>The parts in reading order; what was removed stands before what was added in its place.</summary>
    /// <param name="before">The text as it was; <c>null</c> is an empty one.</param>
    /// <param name="after">The text as it became.</param>
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

    /// <summary>The parts of a text: a word with what is tied into it ("l’été", "rendez-vous"), a run of spaces, or one sign.</summary>
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

        // Never half a sign: two halves drawn apart are none.
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

/// <summary>A part of a text that was changed.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The words, with the spaces between them.</param>
public sealed record WordDifferencePart(WordDifferenceKind Kind, string Text);

/// <summary>What became of a part of a text.</summary>
public enum WordDifferenceKind
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stood in the old text alone.</summary>
    Removed,

    /// <summary>It stands in the new text alone.</summary>
    Added,
}
