namespace CareJournal.Dates;

/// <summary>
/// A date as a person remembers it: a day, a month, a season, a year, or the beginning, the middle or the end of a month or a year, exactly or "about".
/// It is never more precise than what the person said. Both <see cref="Earliest"/> and <see cref="Latest"/> are included.
/// </summary>
/// <remarks>
/// Seasons are meteorological and named by their first month: winter 2019 is 2019-12-01 to 2020-02-29.
/// A part is a third: a month up to the 10th, up to the 20th and from the 21st on; a year by four months.
/// "About" widens by 7 days, or by the unit or the part that was named, on either side.
/// Written as in EDTF (ISO 8601-2): <c>2024-03-12</c>, <c>2024-03</c>, <c>2019-24</c> (winter), <c>2024</c>, <c>[2024-03-21..2024-03-31]</c> (one day of the end of March),
/// and <c>~</c> for about.
/// </remarks>
public sealed partial record FuzzyDate
{
    private const int AboutDays = 7;
    private const int Parts = 3;
    private const int DaysInAPart = 10;
    private const int MonthsInAPart = 4;

    private FuzzyDate(DateOnly first, DateUnit unit, bool about, DatePart part = DatePart.Whole)
    {
        First = first;
        Unit = unit;
        About = about;
        Part = part;
    }

    /// <summary>The first day of the unit, or of its part, that was named, before any widening by "about".</summary>
    public DateOnly First { get; }

    /// <summary>The precision of the date: the unit that was named, also if only a part of it was.</summary>
    public DateUnit Unit { get; }

    /// <summary>The part of the month or the year that was named; of a day or a season always the whole.</summary>
    public DatePart Part { get; }

    /// <summary>Whether the person said "about".</summary>
    public bool About { get; }

    /// <summary>The last day of the unit, or of its part, that was named, before any widening by "about".</summary>
    public DateOnly Last => Step(1).AddDays(-1);

    /// <summary>The first day on which it may have been.</summary>
    public DateOnly Earliest => !About ? First : Unit == DateUnit.Day ? First.AddDays(-AboutDays) : Step(-1);

    /// <summary>The last day on which it may have been (included).</summary>
    public DateOnly Latest => !About ? Last : Unit == DateUnit.Day ? First.AddDays(AboutDays) : Step(2).AddDays(-1);

    /// <summary>The number of days on which it may have been; 1 for an exact day.</summary>
    public int Width => Latest.DayNumber - Earliest.DayNumber + 1;

    /// <summary>The middle day, rounded down to the earlier one: used to sort and draw the date.</summary>
    public DateOnly Middle => Earliest.AddDays((Latest.DayNumber - Earliest.DayNumber) / 2);

    /// <summary>Creates an exact day.</summary>
    public static FuzzyDate OnDay(DateOnly day) => new(day, DateUnit.Day, about: false);

    /// <summary>Creates a date in a calendar month; throws when the month does not exist.</summary>
    public static FuzzyDate InMonth(int year, int month) => new(new DateOnly(year, month, 1), DateUnit.Month, about: false);

    /// <summary>Creates a date in the season that begins in <paramref name="year"/>; winter therefore ends in the year after.</summary>
    public static FuzzyDate InSeason(int year, Season season) => new(new DateOnly(year, (int)season, 1), DateUnit.Season, about: false);

    /// <summary>Creates a date in a calendar year.</summary>
    public static FuzzyDate InYear(int year) => new(new DateOnly(year, 1, 1), DateUnit.Year, about: false);

    /// <summary>Returns the same date with "about".</summary>
    public FuzzyDate Roughly() => new(First, Unit, about: true, Part);

    /// <summary>Returns the beginning, the middle or the end of a month or a year; a day or a season has no parts, and is returned whole.</summary>
    public FuzzyDate Of(DatePart part)
    {
        DateOnly whole = Unit == DateUnit.Year ? new DateOnly(First.Year, 1, 1) : new DateOnly(First.Year, First.Month, 1);
        return Unit switch
        {
            DateUnit.Month => new(part == DatePart.Whole ? whole : whole.AddDays(DaysInAPart * ((int)part - 1)), Unit, About, part),
            DateUnit.Year => new(part == DatePart.Whole ? whole : whole.AddMonths(MonthsInAPart * ((int)part - 1)), Unit, About, part),
            _ => this,
        };
    }

    /// <summary>The season named; only meaningful where <see cref="Unit"/> is <see cref="DateUnit.Season"/>.</summary>
    public Season Season => (Season)First.Month;

    /// <summary>Sorts by the middle day, then the narrower first, so that an exact day comes before the month around it.</summary>
    public static IComparer<FuzzyDate> InOrder { get; } = Comparer<FuzzyDate>.Create(
        (one, other) => one.Middle != other.Middle ? one.Middle.CompareTo(other.Middle) : one.Width.CompareTo(other.Width));

    private DateOnly Step(int units)
    {
        if (Part != DatePart.Whole)
        {
            (int wholes, int thirds) = Math.DivRem((int)Part - 1 + units, Parts);
            (int back, int part) = thirds < 0 ? (wholes - 1, thirds + Parts) : (wholes, thirds);
            return Unit == DateUnit.Month
                ? new DateOnly(First.Year, First.Month, 1).AddMonths(back).AddDays(DaysInAPart * part)
                : new DateOnly(First.Year, 1, 1).AddYears(back).AddMonths(MonthsInAPart * part);
        }

        return Unit switch
        {
            DateUnit.Day => First.AddDays(units),
            DateUnit.Month => First.AddMonths(units),
            DateUnit.Season => First.AddMonths(3 * units),
            _ => First.AddYears(units),
        };
    }
}
