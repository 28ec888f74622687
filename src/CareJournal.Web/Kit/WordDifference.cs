using System.Text.RegularExpressions;

namespace CareJournal.Web.Kit;

/// <summary>What changed from one text to another, word by word. Pure; the parts that stayed and were removed make the old text, those that stayed and were added the new one.</summary>
public static partial class WordDifference
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

    private static string[] Split(string? text) => [.. Token().Matches(text ?? "").Select(match => match.Value)];

    // A word with what is tied into it ("l’été", "rendez-vous"), a run of spaces, or one sign.
    [GeneratedRegex(@"\w+(?:['’\-]\w+)*|\s+|[^\w\s]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
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
