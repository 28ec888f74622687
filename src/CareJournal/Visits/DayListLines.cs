using System.Globalization;
using System.Text.RegularExpressions;

namespace CareJournal.Visits;

/// <summary>Reads a pasted day list: one session a line, a time and a name ("9 h 30 Vasseur", "10:15 Marie Dupont", "14h Petit J."). Pure.</summary>
public static partial class DayListLines
{
    /// <summary>At most so many lines are read: more is no day list.</summary>
    public const int Most = 100;

    private const int LongestLine = 200;

    /// <summary>The lines that say something, numbered as they were pasted, from 1. A line without a time that is understood keeps its whole text as the name.</summary>
    public static IReadOnlyList<DayListLine> Parse(string? pasted)
    {
        string[] lines = (pasted ?? "").ReplaceLineEndings("\n").Split('\n');
        return [.. lines
            .Select((line, index) => Read(index + 1, line.Length > LongestLine ? line[..LongestLine] : line))
            .Where(line => line.Name.Length > 0)
            .Take(Most)];
    }

    private static DayListLine Read(int number, string line)
    {
        Match match = TimeThenName().Match(line);
        TimeOnly? at = match.Success ? TimeOf(match) : null;

        // What follows the name in another column, or in brackets, is no name.
        string name = (at is null ? line : line[match.Length..]).Trim(' ', '\t', '\u00A0', '\u202F', '-', '–', '—', '•', '*', ':', ',', ';', '|').Split('\t')[0];
        name = InBrackets().Replace(name, "").Trim();
        return new DayListLine(number, at, name.Any(char.IsLetter) ? name : "");
    }

    private static TimeOnly? TimeOf(Match match)
    {
        int hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        int minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        string half = match.Groups["half"].Value.ToUpperInvariant();
        hour = half switch { "P" when hour < 12 => hour + 12, "A" when hour == 12 => 0, _ => hour };
        return hour <= 23 && minute <= 59 ? new TimeOnly(hour, minute) : null;
    }

    // An end ("9h-9h30") is read over; "9 Vasseur" is no time, since it may as well be a number in a list.
    [GeneratedRegex(
        @"^[\s\-–—•*]*(?<hour>\d{1,2})(?:\s*[hH]\s*(?<minute>\d{2})?(?!\d)|[:.](?<minute>\d{2})(?!\d))(?:\s*(?<half>[aApP])\.?[mM]\b\.?)?(?:\s*[-–—à/]\s*\d{1,2}(?:\s*[hH]\s*(?:\d{2})?|[:.]\d{2})(?!\d))?",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeThenName();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBrackets();
}

/// <summary>One line of a pasted day list.</summary>
/// <param name="Number">Its place among the pasted lines, from 1.</param>
/// <param name="At">The time, where one was understood.</param>
/// <param name="Name">The name as it stands there; never empty.</param>
public sealed record DayListLine(int Number, TimeOnly? At, string Name);
