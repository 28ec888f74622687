using CareJournal.Dates;

namespace CareJournal.Web.Kit;

/// <content>Dates and lengths of time.</content>
public sealed partial class Wording
{
    private const int LastLengthInDays = 13;
    private const int FirstLengthInMonths = 3;
    private const int MonthsInAYear = 12;

    /// <summary>
    /// The length from a day to a later one: days up to 13, whole weeks up to three months, then whole calendar months and years.
    /// Counted with <see cref="DateOnly.AddMonths"/>: from 31 January, one month is over on the last day of February.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
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
    /// A usual or agreed interval of so many days, rounded to the unit in which one speaks of it: days up to 13, weeks to the nearest up to 12,
    /// then months of a twelfth of a year. For lengths between two known days use <see cref="Duration"/>.
    /// </summary>
    public string Interval(decimal days)
    {
        decimal whole = decimal.Round(days, MidpointRounding.AwayFromZero);
        decimal weeks = decimal.Round(days / 7, MidpointRounding.AwayFromZero);
        return whole <= LastLengthInDays ? Count((int)whole, "Duration.Days")
            : weeks <= 12 ? Count((int)weeks, "Duration.Weeks")
            : Months((int)decimal.Round(days * MonthsInAYear / 365.25m, MidpointRounding.AwayFromZero));
    }

    /// <summary>How long ago a day was: « il y a 5 mois », « hier », « aujourd’hui ». It is asked of what has happened: a day that lies ahead, because the clock was set back, is said as its date.</summary>
    public string Since(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => this["Date.Today"],
        1 => this["Date.Yesterday"],
        > 0 => this["Date.Ago", Duration(day, today)],
        _ => On(day),
    };

    /// <summary>Whole years lived on a day: « 54 ans ».</summary>
    public string Age(DateOnly birth, DateOnly today) => Count(Math.Max(0, WholeMonths(birth, today)) / MonthsInAYear, "Patient.Header.Age");

    /// <summary>« 12 mars 2024 », « 1ᵉʳ mars 2024 »; the spaces do not break.</summary>
    public string Date(DateOnly day) => this["Date.Day", DayNumber(day), MonthName(day), Year(day)];

    /// <summary>« 12 mars », where the year is plain from the place.</summary>
    public string DayMonth(DateOnly day) => this["Date.DayMonth", DayNumber(day), MonthName(day)];

    /// <summary>« mars 2024 ».</summary>
    public string Month(DateOnly day) => this["Date.Month", MonthName(day), Year(day)];

    /// <summary>« jeudi 12 mars 2024 ».</summary>
    public string DateWithDay(DateOnly day) => this["Date.WithDay", Culture.DateTimeFormat.GetDayName(day.DayOfWeek), Date(day)];

    /// <summary>« le 12 mars 2024 ».</summary>
    public string On(DateOnly day) => this["Date.On", Date(day)];

    /// <summary>« du 12 mars 2024 au 3 mai 2024 ».</summary>
    public string Range(DateOnly from, DateOnly to) => this["Date.Range", Date(from), Date(to)];

    /// <summary>« 14 h 30 », « 9 h »; in English 14:30, 09:00.</summary>
    public string Time(TimeOnly time) => this[time.Minute == 0 ? "Date.Time.Sharp" : "Date.Time", time.Hour, time.Minute];

    /// <summary>« le 12 mars 2024 à 14 h 30 », from the practice's own wall clock.</summary>
    public string Moment(DateTime local) => this["Date.At", Date(DateOnly.FromDateTime(local)), Time(TimeOnly.FromDateTime(local))];

    /// <summary>A date as it was remembered, no more precise than it was told: « au printemps 2024 », « vers mars 2024 ».</summary>
    public string Fuzzy(FuzzyDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        string manner = date.About ? "Date.About." : "Date.Fuzzy.";
        return date.Unit switch
        {
            DateUnit.Day => this[manner + "Day", Date(date.First)],
            DateUnit.Month => this[manner + "Month", Month(date.First)],
            DateUnit.Season => this[manner + date.Season, SeasonYear(date)],
            _ => this[manner + "Year", Year(date.First)],
        };
    }

    /// <summary>The months that are over, clipped at the end of a month; negative when <paramref name="to"/> is earlier.</summary>
    private static int WholeMonths(DateOnly from, DateOnly to)
    {
        int months = ((to.Year - from.Year) * MonthsInAYear) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static string Year(DateOnly day) => day.Year.ToString(Culture);

    private static string MonthName(DateOnly day) => Culture.DateTimeFormat.GetMonthName(day.Month);

    private string DayNumber(DateOnly day) => day.Day == 1 ? this["Date.FirstOfMonth", 1] : day.Day.ToString(Culture);

    /// <summary>A winter spans two years and says both.</summary>
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
