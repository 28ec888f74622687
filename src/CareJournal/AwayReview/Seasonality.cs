namespace CareJournal.AwayReview;

/// <summary>
/// The months in which follow-ups begin or begin again, over whole calendar years only: a year that is not over, or that was begun in
/// autumn, would favour some months. With fewer than two years or 24 beginnings, nothing is shown. Pure.
/// </summary>
/// <param name="Months">The number of beginnings in January, in February, and so on: twelve counts.</param>
/// <param name="FirstYear">The first whole year.</param>
/// <param name="Years">The number of whole years; 0 or more.</param>
public sealed record Seasonality(IReadOnlyList<int> Months, int FirstYear, int Years)
{
    /// <summary>The fewest whole years that are shown.</summary>
    public const int FewestYears = 2;

    /// <summary>The fewest beginnings that are shown.</summary>
    public const int FewestStarts = 24;

    private const int MonthsInAYear = 12;

    /// <summary>The number of beginnings counted.</summary>
    public int Starts => Months.Sum();

    /// <summary>Whether there are enough years and beginnings to show months.</summary>
    public bool IsEnough => Years >= FewestYears && Starts >= FewestStarts;

    /// <summary>The last whole year.</summary>
    public int LastYear => FirstYear + Years - 1;

    /// <summary>Counts beginnings by month.</summary>
    /// <param name="starts">The days on which something began, in any order.</param>
    /// <param name="seenUntil">The last day on which a beginning could have been observed; its year counts only when it is over.</param>
    public static Seasonality Of(IEnumerable<DateOnly> starts, DateOnly seenUntil)
    {
        DateOnly[] days = [.. starts.Order()];
        int first = days switch
        {
            [] => seenUntil.Year,
            [{ DayOfYear: 1 } day, ..] => day.Year,
            [var day, ..] => day.Year + 1,
        };
        int years = Math.Max(0, (seenUntil.AddDays(1).Year - 1) - first + 1);
        ILookup<int, DateOnly> whole = days.Where(day => day.Year >= first && day.Year < first + years).ToLookup(day => day.Month);
        return new Seasonality([.. Enumerable.Range(1, MonthsInAYear).Select(month => whole[month].Count())], first, years);
    }
}
