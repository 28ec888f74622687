using System.Globalization;

namespace CareJournal.Dates;

/// <summary>
/// A date as a person remembers it: a day, a month, a season or a year, exactly or "about".
/// Never more precise than what was said. Both <see cref="Earliest"/> and <see cref="Latest"/> are included.
/// </summary>
/// <remarks>
/// Seasons are meteorological and named by their first month: winter 2019 is 2019-12-01 to 2020-02-29.
/// "About" widens by 7 days, 1 month, 1 season or 1 year on either side.
/// Written as in EDTF (ISO 8601-2): <c>2024-03-12</c>, <c>2024-03</c>, <c>2019-24</c> (winter), <c>2024</c>, and <c>~</c> for about.
/// </remarks>
public sealed record FuzzyDate
{
    private const int AboutDays = 7;
    private const int FirstSeasonCode = 21;

    private FuzzyDate(DateOnly first, DateUnit unit, bool about)
    {
        First = first;
        Unit = unit;
        About = about;
    }

    /// <summary>The first day of the unit that was named, before any widening by "about".</summary>
    public DateOnly First { get; }

    /// <summary>How precisely the date is known.</summary>
    public DateUnit Unit { get; }

    /// <summary>Whether the person said "about".</summary>
    public bool About { get; }

    /// <summary>The last day of the unit that was named, before any widening by "about".</summary>
    public DateOnly Last => Step(1).AddDays(-1);

    /// <summary>The first day on which it may have been.</summary>
    public DateOnly Earliest => !About ? First : Unit == DateUnit.Day ? First.AddDays(-AboutDays) : Step(-1);

    /// <summary>The last day on which it may have been (included).</summary>
    public DateOnly Latest => !About ? Last : Unit == DateUnit.Day ? First.AddDays(AboutDays) : Step(2).AddDays(-1);

    /// <summary>Number of days on which it may have been; 1 for a known day.</summary>
    public int Width => Latest.DayNumber - Earliest.DayNumber + 1;

    /// <summary>The middle day, rounded down to the earlier one: where the date is sorted and drawn.</summary>
    public DateOnly Middle => Earliest.AddDays((Latest.DayNumber - Earliest.DayNumber) / 2);

    /// <summary>A known day.</summary>
    public static FuzzyDate OnDay(DateOnly day) => new(day, DateUnit.Day, about: false);

    /// <summary>Some day of a calendar month; throws when the month does not exist.</summary>
    public static FuzzyDate InMonth(int year, int month) => new(new DateOnly(year, month, 1), DateUnit.Month, about: false);

    /// <summary>Some day of the season that begins in <paramref name="year"/>; winter therefore ends in the year after.</summary>
    public static FuzzyDate InSeason(int year, Season season) => new(new DateOnly(year, (int)season, 1), DateUnit.Season, about: false);

    /// <summary>Some day of a calendar year.</summary>
    public static FuzzyDate InYear(int year) => new(new DateOnly(year, 1, 1), DateUnit.Year, about: false);

    /// <summary>The same date, said with "about".</summary>
    public FuzzyDate Roughly() => new(First, Unit, about: true);

    /// <summary>The season named; only meaningful where <see cref="Unit"/> is <see cref="DateUnit.Season"/>.</summary>
    public Season Season => (Season)First.Month;

    /// <summary>Sorts by mid-point, then the narrower first, so that a known day stands before the month around it.</summary>
    public static IComparer<FuzzyDate> InOrder { get; } = Comparer<FuzzyDate>.Create(
        (one, other) => one.Middle != other.Middle ? one.Middle.CompareTo(other.Middle) : one.Width.CompareTo(other.Width));

    /// <summary>The stored form, always in the invariant culture; <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        string written = Unit switch
        {
            DateUnit.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateUnit.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            DateUnit.Season => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{FirstSeasonCode + (First.Month / 3) - 1}"),
            _ => First.Year.ToString("0000", CultureInfo.InvariantCulture),
        };
        return About ? written + "~" : written;
    }

    /// <summary>Reads the stored form; throws <see cref="FormatException"/> on anything else.</summary>
    public static FuzzyDate Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        bool about = written.EndsWith('~');
        string[] parts = (about ? written[..^1] : written).Split('-');
        int[] numbers = [.. parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))];
        FuzzyDate date = numbers switch
        {
            [var year] => InYear(year),
            [var year, >= FirstSeasonCode and < FirstSeasonCode + 4 and var code] => InSeason(year, (Season)((code - FirstSeasonCode + 1) * 3)),
            [var year, var month] => InMonth(year, month),
            [var year, var month, var day] => OnDay(new DateOnly(year, month, day)),
            _ => throw new FormatException("Not a date of EDTF level 1."),
        };
        return about ? date.Roughly() : date;
    }

    private DateOnly Step(int units) => Unit switch
    {
        DateUnit.Day => First.AddDays(units),
        DateUnit.Month => First.AddMonths(units),
        DateUnit.Season => First.AddMonths(3 * units),
        _ => First.AddYears(units),
    };
}

/// <summary>The meteorological seasons, each numbered by its first month.</summary>
public enum Season
{
    /// <summary>March to May.</summary>
    Spring = 3,

    /// <summary>June to August.</summary>
    Summer = 6,

    /// <summary>September to November.</summary>
    Autumn = 9,

    /// <summary>December to the end of February of the next year.</summary>
    Winter = 12,
}
