namespace CareJournal.Demo;

/// <summary>The days on which the invented practice is open: weekdays, without public holidays and its own closures.</summary>
internal sealed class PracticeCalendar
{
    private static readonly DateOnly ConfinementFrom = new(2020, 3, 17);
    private static readonly DateOnly ConfinementTo = new(2020, 5, 10);
    private static readonly (int Month, int Day)[] PublicHolidays = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

    private readonly HashSet<int> _holidays = [];
    private readonly HashSet<int> _confined = [];

    /// <summary>Creates the calendar from a first year up to today.</summary>
    public PracticeCalendar(int firstYear, DateOnly today)
    {
        Today = today;
        Closures =
        [
            .. Enumerable.Range(firstYear, today.Year - firstYear + 1)
                .SelectMany(InYear)
                .Where(closure => closure.To < today)
                .OrderBy(closure => closure.From),
        ];
        foreach (SyntheticClosure closure in Closures)
        {
            HashSet<int> days = closure.From == ConfinementFrom ? _confined : _holidays;
            for (int day = closure.From.DayNumber; day <= closure.To.DayNumber; day++)
            {
                days.Add(day);
            }
        }
    }

    /// <summary>The practice's civil day.</summary>
    public DateOnly Today { get; }

    /// <summary>Past closures, oldest first, none overlapping. Today is an open day.</summary>
    public IReadOnlyList<SyntheticClosure> Closures { get; }

    /// <summary>Whether sessions are held on this day.</summary>
    public bool IsOpen(DateOnly day) => IsWeekday(day) && !_holidays.Contains(day.DayNumber) && !_confined.Contains(day.DayNumber);

    /// <summary>Whether the day is in the long closure of spring 2020.</summary>
    public bool IsConfined(DateOnly day) => _confined.Contains(day.DayNumber);

    /// <summary>The day itself or the next open one; when that would be today or later, the last open day before today.</summary>
    public DateOnly OpenDay(DateOnly day)
    {
        while (!IsOpen(day))
        {
            day = day.AddDays(1);
        }

        for (DateOnly latest = Today.AddDays(-1); day >= Today || !IsOpen(day); latest = latest.AddDays(-1))
        {
            day = latest;
        }

        return day;
    }

    /// <summary>The day itself or the last open one before it; a day of the long closure of 2020 stays.</summary>
    public DateOnly OpenOnOrBefore(DateOnly day)
    {
        while (!IsOpen(day) && !(IsConfined(day) && IsWeekday(day)))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>The day itself or the next weekday that is no public holiday.</summary>
    public static DateOnly Weekday(DateOnly day)
    {
        while (!IsWeekday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWeekday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Contains((day.Month, day.Day));

    // The same every year but for a few days: three weeks in August, the days between Christmas and New Year, some years a week in spring.
    private static IEnumerable<SyntheticClosure> InYear(int year)
    {
        DateOnly summer = Monday(new DateOnly(year, 8, 1).AddDays(year * 3 % 8));
        yield return new SyntheticClosure(summer, summer.AddDays(year % 3 == 0 ? 20 : 13), "Été");
        DateOnly winter = new(year, 12, 24);
        yield return new SyntheticClosure(winter, new DateOnly(year + 1, 1, year % 2 == 0 ? 1 : 3), "Hiver");
        if (year == ConfinementFrom.Year)
        {
            yield return new SyntheticClosure(ConfinementFrom, ConfinementTo, "Confinement");
        }
        else if (year % 3 != 0)
        {
            DateOnly spring = Monday(new DateOnly(year, 4, 24));
            yield return new SyntheticClosure(spring, spring.AddDays(6), "Printemps");
        }
    }

    private static DateOnly Monday(DateOnly onOrAfter) => onOrAfter.AddDays((8 - (int)onOrAfter.DayOfWeek) % 7);
}

/// <summary>Days on which the invented practice was closed, both included.</summary>
public sealed record SyntheticClosure(DateOnly From, DateOnly To, string Label);
