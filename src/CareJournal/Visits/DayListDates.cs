using System.Globalization;

namespace CareJournal.Visits;

/// <summary>Reads the days of a line of a day list, day first (12/03/1971, 12.3.71) or as ISO 8601 has it. Pure.</summary>
internal static class DayListDates
{
    /// <summary>Removes every day from a line.</summary>
    /// <param name="text">The line, in plain digits.</param>
    /// <param name="cut">The character that replaces each day.</param>
    /// <param name="behindName">The first day that comes after a word of letters and has a year of four figures.</param>
    public static string Take(string text, char cut, out DateOnly? behindName)
    {
        behindName = null;
        bool letters = false;
        for (int at = 0; at < text.Length; at++)
        {
            letters |= char.IsLetter(text[at]) && at > 0 && char.IsLetter(text[at - 1]);
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '.' or '-' or '+' or ':')) && Read(text, at) is (var end, var day))
            {
                behindName ??= letters ? day : null;
                string before = WithoutBorn(text[..at]);
                text = $"{before}{cut}{text[end..]}";
                at = before.Length;
            }
        }

        return text;
    }

    /// <summary>Returns the text before a day, without the words for a day of birth: « né(e) le », DDN, born.</summary>
    private static string WithoutBorn(string before)
    {
        string[] words = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int kept = words.Length - (words.Length > 1 && Plain(words[^1]) == "le" ? 1 : 0);
        return kept > 0 && Plain(words[kept - 1]) is "ne" or "nee" or "ddn" or "dn" or "born" or "dob" ? string.Join(' ', words[..(kept - 1)]) + ' ' : before;
    }

    private static string Plain(string word) => string.Concat(FoldedText.Words(word));

    private static (int End, DateOnly? Day)? Read(string text, int from)
    {
        int first = Digits(text, from);
        if (first >= text.Length || text[first] is not ('/' or '.' or '-'))
        {
            return null;
        }

        int second = Digits(text, first + 1);
        if (second >= text.Length || text[second] != text[first])
        {
            return null;
        }

        // Another one of these characters would make it a telephone number.
        int third = Digits(text, second + 1);
        if (third < text.Length && (char.IsLetter(text[third]) || (text[third] == text[first] && third + 1 < text.Length && char.IsAsciiDigit(text[third + 1]))))
        {
            return null;
        }

        return (first - from, second - first - 1, third - second - 1) switch
        {
            (1 or 2, 1 or 2, 4) => Day(third, Number(text, second + 1, third), Number(text, first + 1, second), Number(text, from, first)),
            (4, 1 or 2, 1 or 2) => Day(third, Number(text, from, first), Number(text, first + 1, second), Number(text, second + 1, third)),
            (1 or 2, 1 or 2, 2) when Number(text, from, first) is >= 1 and <= 31 && Number(text, first + 1, second) is >= 1 and <= 12 => (third, null),
            _ => null,
        };
    }

    private static (int End, DateOnly? Day)? Day(int end, int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (end, new DateOnly(year, month, day)) : null;

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
