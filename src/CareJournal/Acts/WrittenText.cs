using System.Text;

namespace CareJournal.Acts;

/// <summary>Text as it is kept: valid Unicode in composed form, without control characters, with plain line ends. No word is ever dropped.</summary>
public static class WrittenText
{
    /// <summary>The longest text of one field, in characters. A longer one is refused with a sentence and never cut.</summary>
    public const int LongestNote = 100_000;

    /// <summary>The longest one-line text, in characters.</summary>
    public const int LongestLine = 1_000;

    /// <summary>The text as kept; <c>null</c> when nothing was written.</summary>
    public static string? Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        StringBuilder kept = new(typed.Length);
        foreach (Rune rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                kept.Append(rune);
            }
        }

        string text = kept.ToString().Normalize(NormalizationForm.FormC).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>A problem when the text is longer than allowed.</summary>
    public static IEnumerable<Problem> TooLong(string field, string? typed, int longest)
    {
        if (typed?.Length > longest)
        {
            yield return new Problem(field, ProblemKind.TooLong, typed.Length);
        }
    }
}
