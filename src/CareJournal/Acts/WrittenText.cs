using System.Text;

namespace CareJournal.Acts;

/// <summary>Cleans text for storage: valid Unicode in composed form, without control characters, with plain line ends. No word is ever dropped, and no two are joined.</summary>
public static class WrittenText
{
    /// <summary>The longest text of one field, in characters. A longer one is refused with a message and never cut.</summary>
    public const int LongestNote = 100_000;

    /// <summary>The longest one-line text, in characters.</summary>
    public const int LongestLine = 1_000;

    // What Windows-1252 has in the places of the control characters U+0080 to U+009F, as in the WHATWG encoding standard: text that went through
    // the wrong encoding contains l\u0092épaule. Where that table has nothing, and for the line break U+0085, the constant has a space that is not used.
    private const string Windows1252 = "€ ‚ƒ„ †‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private const int OptionalHyphen = 0x1F;

    /// <summary>Returns the text as stored; <c>null</c> when nothing was written. A control character becomes what was meant by it, or a space.</summary>
    public static string? Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        StringBuilder kept = new(typed.Length);
        foreach (Rune rune in LineEnds(typed).EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                kept.Append(rune);
            }
            else if (rune.Value is >= 0x80 and <= 0x9F)
            {
                kept.Append(Windows1252[rune.Value - 0x80]);
            }
            else if (rune.Value != OptionalHyphen)
            {
                kept.Append(' ');
            }
        }

        string text = Valid(kept.ToString()).Normalize(NormalizationForm.FormC).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Returns a text of one line as stored: a line break or a tab becomes a space. <c>null</c> when nothing was written.</summary>
    public static string? CleanLine(string? typed) =>
        Clean(typed) is { } text ? string.Join(' ', text.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;

    /// <summary>
    /// Returns the text with every line break as <c>\n</c>: those of Windows and of old Macs, the vertical tab and the form feed of word processors, next line,
    /// and the line and paragraph separators of Unicode.
    /// </summary>
    public static string LineEnds(string text) =>
        text.ReplaceLineEndings("\n").Replace('\v', '\n');

    /// <summary>Returns the text with ill-formed Unicode replaced by U+FFFD, so that it can be normalized: a lone surrogate, and U+FFFE, which .NET refuses too.</summary>
    public static string Valid(string text) =>
        string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');

    /// <summary>Returns the beginning of a text on one line, cut between words, with an ellipsis where it goes on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The largest number of characters before the ellipsis; at least 1.</param>
    public static string Beginning(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        string line = string.Join(' ', LineEnds(text).Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
        {
            return line;
        }

        int end = line.LastIndexOf(' ', most) is > 0 and var space ? space : char.IsHighSurrogate(line[most - 1]) ? most - 1 : most;
        return $"{line[..end]}…";
    }

    /// <summary>Returns a problem when the text is longer than allowed.</summary>
    public static IEnumerable<Problem> TooLong(string field, string? typed, int longest)
    {
        if (typed?.Length > longest)
        {
            yield return new Problem(field, ProblemKind.TooLong, typed.Length);
        }
    }
}
