namespace CareJournal.Web.Wording;

/// <content>Dates and lengths of time.</content>
public sealed partial class Words
{
    private const int LastLengthInDays = 13;
    private const int FirstLengthInMonths = 3;
    private const int MonthsInAYear = 12;
    private const decimal DaysInAYear = 365.25m;

    /// <summary>
    /// The length from a day to a later one: days up to 13, whole weeks up to three months, then whole calendar months and years.
    /// Counted with <see cref="DateOnly.AddMonths"/>: from 31 January, one month is over on the last day of February.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public string Duration(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        int days = to.DayNumber - from.DayNumber;
        if (days <= LastLengthInDays)
        {
            return Count(days, "Duration.Days");
        }

        int months = WholeMonths(from, to);
        return months < FirstLengthInMonths ? Count(days / 7, "Duration.Weeks") : Months(months);
    }

    /// <summary>
    /// A usual or agreed interval in days, rounded to its usual unit: days up to 13, weeks to the nearest up to 12,
    /// then months of a twelfth of a year. For lengths between two known days use <see cref="Duration"/>.
    /// </summary>
    public string Interval(decimal days)
    {
        decimal whole = decimal.Round(days, MidpointRounding.AwayFromZero);
        decimal weeks = decimal.Round(days / 7, MidpointRounding.AwayFromZero);
        return whole <= LastLengthInDays ? Count((int)whole, "Duration.Days")
            : weeks <= 12 ? Count((int)weeks, "Duration.Weeks")
            : Months((int)decimal.Round(days * MonthsInAYear / DaysInAYear, MidpointRounding.AwayFromZero));
    }

    /// <summary>
    /// A length between two remembered dates, no finer than the vaguer of them: whole years between years, whole months between months or seasons.
    /// To be written after « environ ».
    /// </summary>
    public string Length(FuzzyDate from, FuzzyDate to)
    {
        decimal days = to.Middle.DayNumber - from.Middle.DayNumber;
        decimal months = days * MonthsInAYear / DaysInAYear;
        return (from.Part == DatePart.Whole ? from.Unit : Finer(from.Unit), to.Part == DatePart.Whole ? to.Unit : Finer(to.Unit)) switch
        {
            (DateUnit.Day, DateUnit.Day) => Duration(from.Middle, to.Middle),
            (DateUnit.Year, _) or (_, DateUnit.Year) => Months(MonthsInAYear * Whole(months / MonthsInAYear)),
            _ => Months(Whole(months)),
        };

        // A part of a year is given in months; a part of a month is not counted in days.
        static DateUnit Finer(DateUnit unit) => unit == DateUnit.Year ? DateUnit.Month : unit;

        static int Whole(decimal number) => Math.Max(1, (int)decimal.Round(number, MidpointRounding.AwayFromZero));
    }

    /// <summary>The time since a day: « il y a 5 mois », « hier », « aujourd’hui ». For past days; a future day, because the clock was set back, is written as its date.</summary>
    public string Since(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => this["Date.Today"],
        1 => this["Date.Yesterday"],
        > 0 => this["Date.Ago", Duration(day, today)],
        _ => On(day),
    };

    /// <summary>The age in whole years on a day: « 54 ans ».</summary>
    public string Age(DateOnly birth, DateOnly today) => Count(Math.Max(0, WholeMonths(birth, today)) / MonthsInAYear, "Patient.Header.Age");

    /// <summary>A date: « 12 mars 2024 », « 1ᵉʳ mars 2024 », with non-breaking spaces.</summary>
    public string Date(DateOnly day) => this["Date.Day", DayNumber(day), MonthName(day), Year(day)];

    /// <summary>A day and month: « 12 mars », if the year is clear from the context.</summary>
    public string DayMonth(DateOnly day) => this["Date.DayMonth", DayNumber(day), MonthName(day)];

    /// <summary>A month and year: « mars 2024 ».</summary>
    public string Month(DateOnly day) => this["Date.Month", MonthName(day), Year(day)];

    /// <summary>A date with its day of the week: « jeudi 12 mars 2024 ».</summary>
    public string DateWithDay(DateOnly day) => this["Date.WithDay", Culture.DateTimeFormat.GetDayName(day.DayOfWeek), Date(day)];

    /// <summary>A date inside a sentence: « le 12 mars 2024 ».</summary>
    public string On(DateOnly day) => this["Date.On", Date(day)];

    /// <summary>A range of days: « du 12 mars 2024 au 3 mai 2024 ».</summary>
    public string Range(DateOnly from, DateOnly to) => this["Date.Range", Date(from), Date(to)];

    /// <summary>A time of day: « 14 h 30 », « 9 h »; in English 14:30, 09:00.</summary>
    public string Time(TimeOnly time) => this[time.Minute == 0 ? "Date.Time.Sharp" : "Date.Time", time.Hour, time.Minute];

    /// <summary>A moment: « le 12 mars 2024 à 14 h 30 », in the practice's local time.</summary>
    public string Moment(DateTime local) => this["Date.At", Date(DateOnly.FromDateTime(local)), Time(TimeOnly.FromDateTime(local))];

    /// <summary>A remembered date, no more precise than it was reported: « au printemps 2024 », « fin mars 2024 », « vers mars 2024 ».</summary>
    public string Fuzzy(FuzzyDate date)
    {
        string manner = date.About ? "Date.About." : "Date.Fuzzy.";
        return date.Unit switch
        {
            _ when date.Part != DatePart.Whole => this[$"{manner}{date.Unit}.{date.Part}", date.Unit == DateUnit.Month ? Month(date.First) : Year(date.First)],
            DateUnit.Day => this[manner + "Day", Date(date.First)],
            DateUnit.Month => this[manner + "Month", Month(date.First)],
            DateUnit.Season => this[manner + date.Season, SeasonYear(date)],
            _ => this[manner + "Year", Year(date.First)],
        };
    }

    /// <summary>A remembered date at the head of a line: a day as a date, anything vaguer as <see cref="Fuzzy"/> writes it.</summary>
    public string When(FuzzyDate date) => date is { Unit: DateUnit.Day, About: false } ? Date(date.First) : Fuzzy(date);

    /// <summary>A flare-up by the time of its beginning, as a title: « Poussée de mars 2024 », « Poussée de l’été 2024 ».</summary>
    public string FlareUpOf(FuzzyDate start) => start.Unit switch
    {
        DateUnit.Day or DateUnit.Month => this[BeginsWithVowel(Month(start.First)) ? "Period.Proposed.FlareUp.Vowel" : "Period.Proposed.FlareUp", Month(start.First)],
        DateUnit.Season => this[$"Period.Proposed.FlareUp.{start.Season}", SeasonYear(start)],
        _ => this["Period.Proposed.FlareUp", Year(start.First)],
    };

    /// <summary>Whether French elides the word before this one.</summary>
    internal static bool BeginsWithVowel(string word) => word.Length > 0 && "aeiouyéèê".Contains(word[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of whole months, clipped at the end of a month; negative if <paramref name="to"/> is earlier.</summary>
    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        int months = ((to.Year - from.Year) * MonthsInAYear) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static string Year(DateOnly day) => day.Year.ToString(Culture);

    private static string MonthName(DateOnly day) => Culture.DateTimeFormat.GetMonthName(day.Month);

    private string DayNumber(DateOnly day) => day.Day == 1 ? this["Date.FirstOfMonth", 1] : day.Day.ToString(Culture);

    /// <summary>A winter spans two years, and both are written.</summary>
    private string SeasonYear(FuzzyDate date) => date.Season == Season.Winter
        ? this["Date.Winter", Year(date.First), Year(date.First.AddYears(1))]
        : Year(date.First);

    private string Months(int months)
    {
        (int years, int rest) = Math.DivRem(months, MonthsInAYear);
        return years == 0 ? Count(rest, "Duration.Months")
            : rest == 0 ? Count(years, "Duration.Years")
            : this["Duration.YearsAndMonths", Count(years, "Duration.Years"), Count(rest, "Duration.Months")];
    }
}
