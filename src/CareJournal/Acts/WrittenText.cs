using System.Text;

namespace CareJournal.Acts;

/// <summary>Text as it is kept: valid Unicode in composed form, without control characters, with plain line ends. No word is ever dropped, and no two are joined.</summary>
public static class WrittenText
{
    /// <summary>The longest text of one field, in characters. A longer one is refused with a sentence and never cut.</summary>
    public const int LongestNote = 100_000;

    /// <summary>The longest one-line text, in characters.</summary>
    public const int LongestLine = 1_000;

    // What Windows-1252 has in the places of the control characters U+0080 to U+009F, as the WHATWG encoding standard writes it out: text that went through
    // the wrong encoding holds l\u0092épaule. Where that table has nothing, and for the line break U+0085, a space stands here and is not used.
    private const string Windows1252 = "€ ‚ƒ„ †‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private const int OptionalHyphen = 0x1F;

    /// <summary>The text as kept; <c>null</c> when nothing was written. A control character becomes what was meant by it, or a space.</summary>
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

    /// <summary>A text of one line as kept: a line break or a tab in it is a space. <c>null</c> when nothing was written.</summary>
    public static string? CleanLine(string? typed) =>
        Clean(typed) is { } text ? string.Join(' ', text.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null;

    /// <summary>
    /// The text with every line break as <c>\n</c>: those of Windows and of old Macs, the vertical tab and the form feed of word processors, next line,
    /// and the line and paragraph separators of Unicode.
    /// </summary>
    public static string LineEnds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n").Replace('\v', '\n');
    }

    /// <summary>The text with what is not well-formed Unicode replaced by U+FFFD, so that it can be normalized: half a character, and U+FFFE, which .NET refuses too.</summary>
    public static string Valid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');
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
