using System.Globalization;
using CareJournal.Patients;

namespace CareJournal.Visits;

/// <summary>
/// Reads a pasted day list: one session a line, a time and a name ("9 h 30 Vasseur", "10:15 Marie Dupont", "14h Petit J."). What other agendas write around a name is
/// skipped: a telephone number, an e-mail address, "- Suivi", brackets, the end of the session; a day of birth is read. Pure; no text throws.
/// </summary>
public static class DayListLines
{
    /// <summary>The most lines that are read: more are not a day list.</summary>
    public const int Most = 100;

    private const int LongestLine = 200;

    // Replaces what was skipped: the name ends there, or begins after it.
    private const char Cut = '\u0001';

    private static readonly char[] Around = [' ', '\u00A0', '\u202F', '-', '–', '—', '•', '*', ':', ',', ';', '|', '/'];

    // Folded; the words of agendas for a session, and those before a number or a day of birth.
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "suivi", "bilan", "seance", "seances", "consultation", "consult", "cs", "rdv", "rendezvous", "visio", "teleconsultation", "domicile", "controle", "initial", "initiale",
        "session", "appointment", "followup", "tel", "telephone", "portable", "mobile", "mob", "phone", "mail", "email", "courriel",
    };

    /// <summary>Reads the lines with content, numbered as they were pasted, from 1. A line without a time that is understood keeps its whole text as the name.</summary>
    public static IReadOnlyList<DayListLine> Parse(string? pasted)
    {
        string[] lines = WrittenText.LineEnds(pasted ?? "").Split('\n');
        return [.. lines
            .Select((line, index) => Read(index + 1, line.Length > LongestLine ? line[..LongestLine] : line))
            .Where(line => line.Name.Length > 0)
            .Take(Most)];
    }

    private static DayListLine Read(int number, string line)
    {
        string text = FoldedText.PlainDigits(line).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace(Cut, ' ');
        text = DayListDates.Take(text, Cut, out DateOnly? born);
        text = DayListTimes.Take(text, Cut, out TimeOnly? at);
        text = WithoutBrackets(WithoutAddresses(WithoutNumbers(text)));
        string name = Segments(text).Select(Bare).FirstOrDefault(segment => segment.Any(char.IsLetter)) ?? "";
        return new DayListLine(number, at, name, born);
    }

    /// <summary>Splits a line into columns, at tabs, bars, dashes between spaces and what was skipped.</summary>
    private static IEnumerable<string> Segments(string text)
    {
        int from = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool dash = text[at] is '·' or '•' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.DashPunctuation;
            if (text[at] is '\t' or '|' or Cut || (dash && at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' '))
            {
                yield return text[from..at];
                from = at + 1;
            }
        }

        yield return text[from..];
    }

    /// <summary>Returns a column without the words at its ends that are not a name, and without figures after it.</summary>
    private static string Bare(string segment)
    {
        List<string> words = [.. segment.Trim(Around).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words is [.., var last] && (IsNoName(last) || !last.Any(char.IsLetter)))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words is [var first, _, ..] && IsNoName(first))
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words).Trim(Around);
    }

    private static bool IsNoName(string word) => NoNames.Contains(Plain(word));

    private static string Plain(string word) => string.Concat(FoldedText.Words(word));

    /// <summary>Removes telephone numbers: at least eight figures, with what people write between them.</summary>
    private static string WithoutNumbers(string text)
    {
        const int FewestFigures = 8;
        for (int from = 0; from < text.Length; from++)
        {
            if (!IsFigure(text[from]) && text[from] is not ('+' or '('))
            {
                continue;
            }

            int to = from;
            int figures = 0;
            for (int at = from; at < text.Length && (IsFigure(text[at]) || text[at] is ' ' or '.' or '-' or '/' or '(' or ')' || (at == from && text[at] == '+')); at++)
            {
                if (IsFigure(text[at]))
                {
                    figures++;
                    to = at + 1;
                }
            }

            if (figures >= FewestFigures)
            {
                text = $"{text[..from]}{Cut}{text[to..]}";
            }
            else
            {
                from = Math.Max(from, to - 1);
            }
        }

        return text;
    }

    private static string WithoutAddresses(string text)
    {
        for (int sign = text.IndexOf('@', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('@', StringComparison.Ordinal))
        {
            int from = sign;
            while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] != Cut)
            {
                from--;
            }

            int to = sign;
            while (to < text.Length && !char.IsWhiteSpace(text[to]))
            {
                to++;
            }

            text = $"{text[..from]}{Cut}{text[to..]}";
        }

        return text;
    }

    private static string WithoutBrackets(string text)
    {
        for (int from = 0; from < text.Length; from++)
        {
            int to = text[from] switch { '(' => text.IndexOf(')', from), '[' => text.IndexOf(']', from), _ => -1 };
            if (to > from)
            {
                text = text.Remove(from, to + 1 - from);
                from--;
            }
        }

        return text;
    }

    private static bool IsFigure(char sign) => char.IsAsciiDigit(sign);
}

/// <summary>One line of a pasted day list.</summary>
/// <param name="Number">Its place among the pasted lines, from 1.</param>
/// <param name="At">The time, where one was understood.</param>
/// <param name="Name">The name as written; never empty.</param>
/// <param name="Born">The day after the name, with a year of four figures; it may be a day of birth.</param>
public sealed record DayListLine(int Number, TimeOnly? At, string Name, DateOnly? Born = null);
