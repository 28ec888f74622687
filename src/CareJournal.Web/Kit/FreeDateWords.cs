using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.Web.Kit;

/// <summary>The words of dates that are read in either language, without accents and in lower case.</summary>
internal static class FreeDateWords
{
    private const int Longest = 40;

    /// <summary>Years that can occur in a life that is told: anything else is a slip of the keys.</summary>
    public static bool IsYear(int year) => year is >= 1880 and <= 2200;

    /// <summary>
    /// The text as <see cref="FoldedText"/> compares it, and the dot of an abbreviation dropped.
    /// A text too long to be a date becomes empty.
    /// </summary>
    public static string Fold(string? typed)
    {
        if (typed is null || typed.Length > Longest)
        {
            return "";
        }

        string plain = FoldedText.Fold(typed);
        return string.Concat(plain.Where((_, at) => !IsAbbreviationDot(plain, at)));
    }

    /// <summary>The month of a name or its usual abbreviation, 1 to 12.</summary>
    public static int? Month(string word) => word switch
    {
        "janvier" or "janv" or "jan" or "january" => 1,
        "fevrier" or "fevr" or "fev" or "feb" or "february" => 2,
        "mars" or "mar" or "march" => 3,
        "avril" or "avr" or "apr" or "april" => 4,
        "mai" or "may" => 5,
        "juin" or "jun" or "june" => 6,
        "juillet" or "juil" or "jul" or "july" => 7,
        "aout" or "aug" or "august" => 8,
        "septembre" or "sept" or "sep" or "september" => 9,
        "octobre" or "oct" or "october" => 10,
        "novembre" or "nov" or "november" => 11,
        "decembre" or "dec" or "december" => 12,
        _ => null,
    };

    /// <summary>The day of the week of a name or its usual abbreviation.</summary>
    public static DayOfWeek? Weekday(string word) => word switch
    {
        "lundi" or "lun" or "monday" or "mon" => DayOfWeek.Monday,
        "mardi" or "tuesday" or "tue" => DayOfWeek.Tuesday,
        "mercredi" or "mer" or "wednesday" or "wed" => DayOfWeek.Wednesday,
        "jeudi" or "jeu" or "thursday" or "thu" => DayOfWeek.Thursday,
        "vendredi" or "ven" or "friday" or "fri" => DayOfWeek.Friday,
        "samedi" or "sam" or "saturday" or "sat" => DayOfWeek.Saturday,
        "dimanche" or "dim" or "sunday" or "sun" => DayOfWeek.Sunday,
        _ => null,
    };

    /// <summary>The season of a name.</summary>
    public static Season? SeasonOf(string word) => word switch
    {
        "printemps" or "spring" => Season.Spring,
        "ete" or "summer" => Season.Summer,
        "automne" or "autumn" or "fall" => Season.Autumn,
        "hiver" or "winter" => Season.Winter,
        _ => null,
    };

    private static bool IsAbbreviationDot(string text, int at) =>
        text[at] == '.' && at > 0 && char.IsLetter(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));
}
