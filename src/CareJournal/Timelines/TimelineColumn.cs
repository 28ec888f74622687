namespace CareJournal.Timelines;

/// <summary>The number of visits held in one month or quarter. Pure.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Visits">The number of sessions held in it; at least 1.</param>
public sealed record TimelineColumn(DateOnly From, DateOnly To, int Visits)
{
    /// <summary>Computes a column for each month or quarter with a session, oldest first.</summary>
    public static IReadOnlyList<TimelineColumn> Find(IEnumerable<DateOnly> days, CalendarUnit unit) =>
        [.. days
            .GroupBy(day => unit.FirstDay(day))
            .OrderBy(group => group.Key)
            .Select(group => new TimelineColumn(group.Key, unit.LastDay(group.Key), group.Count()))];
}
