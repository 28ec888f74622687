using CareJournal.Dates;

namespace CareJournal.Timelines;

/// <summary>A stretch of the calendar by which crowded marks are gathered.</summary>
public enum CalendarUnit
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months: January to March, and so on.</summary>
    Quarter,
}

/// <summary>The held visits of one month or quarter. Pure.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Visits">How many sessions were held in it; at least 1.</param>
public sealed record TimelineColumn(DateOnly From, DateOnly To, int Visits)
{
    /// <summary>A column for each month or quarter that holds a session, oldest first.</summary>
    public static IReadOnlyList<TimelineColumn> Find(IEnumerable<DateOnly> days, CalendarUnit unit) =>
        [.. days
            .GroupBy(day => FirstDay(day, unit))
            .OrderBy(group => group.Key)
            .Select(group => new TimelineColumn(group.Key, LastDay(group.Key, unit), group.Count()))];

    /// <summary>The first day of the month or quarter in which a day lies.</summary>
    public static DateOnly FirstDay(DateOnly day, CalendarUnit unit) =>
        new(day.Year, unit == CalendarUnit.Month ? day.Month : ((day.Month - 1) / 3 * 3) + 1, 1);

    /// <summary>The last day of the month or quarter that begins on a day.</summary>
    public static DateOnly LastDay(DateOnly first, CalendarUnit unit) =>
        first.AddMonths(unit == CalendarUnit.Month ? 1 : 3).AddDays(-1);
}

/// <summary>
/// The answers of one month or quarter in two figures: the middle and the range, with how many there were. Never joined to the next
/// one, and never cut to fewer figures: a middle without its range would look more certain than it is. Pure.
/// </summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Middle">The median.</param>
/// <param name="Lowest">The lowest answer.</param>
/// <param name="Highest">The highest answer.</param>
/// <param name="Answers">How many there were; at least 1.</param>
public sealed record TimelineSummary(DateOnly From, DateOnly To, decimal Middle, int Lowest, int Highest, int Answers)
{
    /// <summary>A summary for each month or quarter in which something was answered, oldest first.</summary>
    public static IReadOnlyList<TimelineSummary> Find(TimelineCurve curve, CalendarUnit unit)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return [.. curve.Runs
            .SelectMany(run => run)
            .GroupBy(answer => TimelineColumn.FirstDay(answer.TakenOn, unit), answer => answer.Value)
            .OrderBy(group => group.Key)
            .Select(group => new TimelineSummary(group.Key, TimelineColumn.LastDay(group.Key, unit), Median.Of(group), group.Min(), group.Max(), group.Count()))];
    }
}
