namespace CareJournal.Web.Wording;

/// <summary>The words of typed dates in both languages, without accents and in lower case.</summary>
internal static class FreeDateWords
{
    /// <summary>The pattern of a name that may have a year, or « dernier » or <c>last</c>: the groups <c>name</c>, <c>year</c> and <c>last</c>.</summary>
    public const string Dated = "((?<last>last )|(cet|cette|ce|this) )?(?<name>[a-z][a-z' \\-]*?[a-z])(?<last> derniere?s?| passee?s?)?( (de )?(?<year>[0-9]{4}|[0-9]{2}))?";

    private const int Longest = 40;

    /// <summary>Whether a year can occur in a person's life: anything else is a typing error.</summary>
    public static bool IsYear(int year) => year is >= 1880 and <= 2200;

    /// <summary>
    /// The text as <see cref="FoldedText"/> compares it, without the dots of abbreviations.
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

    /// <summary>The month that a name stands for: the start of the school year is September.</summary>
    public static int? MonthOf(string word) => word is "rentree" or "rentree scolaire" or "rentree des classes" or "back to school" or "start of the school year" or "start of school" ? 9 : null;

    /// <summary>The feast of a name.</summary>
    public static Feast? FeastOf(string word) => word switch
    {
        "noel" or "christmas" or "xmas" or "fetes" or "fetes de noel" => Feast.Christmas,
        "paques" or "easter" => Feast.Easter,
        "pentecote" or "pentecost" or "whitsun" => Feast.Pentecost,
        "toussaint" or "all saints" => Feast.AllSaints,
        "nouvel an" or "new year" => Feast.NewYear,
        _ => null,
    };

    /// <summary>The feast of a name that says the day itself.</summary>
    public static Feast? FeastDayOf(string word) => word switch
    {
        "jour de noel" or "christmas day" => Feast.Christmas,
        "dimanche de paques" or "easter sunday" => Feast.Easter,
        "lundi de paques" or "easter monday" => Feast.EasterMonday,
        "jour de l'an" or "premier de l'an" or "new year's day" => Feast.NewYear,
        "jour de la toussaint" or "all saints' day" => Feast.AllSaints,
        _ => null,
    };

    /// <summary>The year of two digits that is not after this one.</summary>
    public static int PastYear(int digits, DateOnly today)
    {
        int century = today.Year / 100 * 100;
        return century + digits <= today.Year ? century + digits : century + digits - 100;
    }

    private static bool IsAbbreviationDot(string text, int at) =>
        text[at] == '.' && at > 0 && char.IsLetter(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));
}
