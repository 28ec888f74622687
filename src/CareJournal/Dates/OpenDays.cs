namespace CareJournal.Dates;

/// <summary>Counts the days on which the practice is open, so that a closure makes nobody late.</summary>
public sealed class OpenDays
{
    private readonly DateSpan[] _closures;

    /// <summary>Creates the open days between closures, which may overlap; a day closed twice is left out once.</summary>
    public OpenDays(IEnumerable<DateSpan> closures) => _closures = Merge(closures);

    /// <summary>A practice that never closes.</summary>
    public static OpenDays Always { get; } = new([]);

    /// <summary>Counts the open days after <paramref name="from"/> up to and including <paramref name="to"/>; never negative.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        DateSpan counted = new(from.AddDays(1), to);
        return to.DayNumber - from.DayNumber - _closures.Sum(closure => closure.OverlapDays(counted));
    }

    /// <summary>Returns the first day by which more than so many open days have passed after <paramref name="from"/>; <c>null</c> when the practice is not open so often before the end of the calendar.</summary>
    public DateOnly? FirstBeyond(DateOnly from, int days)
    {
        if (Between(from, DateOnly.MaxValue) <= days)
        {
            return null;
        }

        DateOnly day = from;
        for (int missing = days + 1; missing > 0; missing = days + 1 - Between(from, day))
        {
            day = day.AddDays(missing);
        }

        return day;
    }

    private static DateSpan[] Merge(IEnumerable<DateSpan> closures)
    {
        List<DateSpan> merged = [];
        foreach (DateSpan closure in closures.OrderBy(closure => closure.From))
        {
            if (merged.Count > 0 && closure.From <= (merged[^1].To ?? DateOnly.MaxValue))
            {
                DateOnly? end = merged[^1].To is { } one && closure.To is { } other ? (one > other ? one : other) : null;
                merged[^1] = new DateSpan(merged[^1].From, end);
            }
            else
            {
                merged.Add(closure);
            }
        }

        return [.. merged];
    }
}
