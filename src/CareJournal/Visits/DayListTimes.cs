using System.Globalization;

namespace CareJournal.Visits;

/// <summary>Reads the time of a line of a day list: 9 h 30, 9h, 10:15, 9.05, 2:30 pm; an end ("9h-9h45") is skipped. Pure.</summary>
internal static class DayListTimes
{
    /// <summary>Removes the time from a line: the one at its beginning, else the first that can be nothing else ("Vasseur 9h30").</summary>
    /// <param name="text">The line, in plain digits.</param>
    /// <param name="cut">The character that replaces the time.</param>
    /// <param name="at">The time, where one was understood.</param>
    public static string Take(string text, char cut, out TimeOnly? at)
    {
        int start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '–' or '—' or '•' or '*' || text[start] == cut))
        {
            start++;
        }

        for (int from = start; from < text.Length; from++)
        {
            bool first = from == start;
            if ((first || (char.IsAsciiDigit(text[from]) && text[from - 1] is ' ' or '\t' or '(')) && Read(text, from, lenient: first, out TimeOnly read) is { } end)
            {
                at = read;
                return $"{text[..from]}{cut}{text[OverEnd(text, end)..]}";
            }
        }

        at = null;
        return text;
    }

    /// <summary>Reads a time that begins at a position; returns where it ends, or <c>null</c>.</summary>
    private static int? Read(string text, int from, bool lenient, out TimeOnly time)
    {
        time = default;
        int at = Digits(text, from);
        if (at - from is < 1 or > 2)
        {
            return null;
        }

        int hour = Number(text, from, at);
        int minute = 0;
        int sign = Spaces(text, at);
        if (sign < text.Length && text[sign] is 'h' or 'H')
        {
            int after = Spaces(text, sign + 1);
            int minutes = Digits(text, after);
            if (minutes - after == 2)
            {
                minute = Number(text, after, minutes);
                at = minutes;
            }
            else if (after == sign + 1 && minutes > after)
            {
                return null;
            }
            else if ((sign > at && sign + 1 < text.Length && char.IsLetter(text[sign + 1])) || (!lenient && sign > at))
            {
                // "3 Hubert" is not a time.
                return null;
            }
            else
            {
                at = sign + 1;
            }
        }
        else if (at < text.Length && (text[at] == ':' || (text[at] == '.' && lenient)) && Digits(text, at + 1) - at == 3)
        {
            bool point = text[at] == '.';
            minute = Number(text, at + 1, at + 3);
            at += 3;
            if (point && at + 1 < text.Length && text[at] is '.' or '/' or '-' && char.IsAsciiDigit(text[at + 1]))
            {
                return null;
            }

            at = at < text.Length && text[at] == ':' && Digits(text, at + 1) - at == 3 ? at + 3 : at;
        }
        else
        {
            return null;
        }

        return Half(text, ref at, ref hour) && hour <= 23 && minute <= 59 && TimeOnly.TryParseExact($"{hour:00}{minute:00}", "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time) ? at : null;
    }

    /// <summary>Reads am or pm, where it is written.</summary>
    private static bool Half(string text, ref int at, ref int hour)
    {
        int half = Spaces(text, at);
        if (half >= text.Length || text[half] is not ('a' or 'A' or 'p' or 'P'))
        {
            return true;
        }

        int end = half + 1 < text.Length && text[half + 1] == '.' ? half + 2 : half + 1;
        if (end >= text.Length || text[end] is not ('m' or 'M') || (end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])))
        {
            return true;
        }

        at = end + 1 < text.Length && text[end + 1] == '.' ? end + 2 : end + 1;
        hour = char.ToLowerInvariant(text[half]) switch { 'p' when hour < 12 => hour + 12, 'a' when hour == 12 => 0, _ => hour };
        return true;
    }

    /// <summary>Returns the position after the end of the session, if one is written.</summary>
    private static int OverEnd(string text, int at)
    {
        int sign = Spaces(text, at);
        if (sign >= text.Length || text[sign] is not ('-' or '–' or '—' or 'à' or '/'))
        {
            return at;
        }

        return Read(text, Spaces(text, sign + 1), lenient: true, out _) ?? at;
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Number(string text, int from, int to) => int.Parse(text.AsSpan(from, to - from), NumberStyles.None, CultureInfo.InvariantCulture);
}
