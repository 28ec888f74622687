namespace CareJournal.Timelines;

/// <summary>The units of the calendar by which crowded marks are grouped.</summary>
public enum CalendarUnit
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months: January to March, and so on.</summary>
    Quarter,
}

/// <summary>Computes the first and the last day of a month or quarter.</summary>
public static class CalendarUnits
{
    /// <summary>Returns the first day of the month or quarter of a day.</summary>
    public static DateOnly FirstDay(this CalendarUnit unit, DateOnly day) =>
        new(day.Year, unit == CalendarUnit.Month ? day.Month : ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>Returns the last day of the month or quarter of a day.</summary>
    public static DateOnly LastDay(this CalendarUnit unit, DateOnly day) =>
        unit.FirstDay(day).AddMonths(unit == CalendarUnit.Month ? 1 : 3).AddDays(-1);
}
