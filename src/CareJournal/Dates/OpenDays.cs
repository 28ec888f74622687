namespace CareJournal.Dates;

/// <summary>Counts days while the practice is open: a closed door makes nobody late.</summary>
public sealed class OpenDays
{
    private readonly DateSpan[] _closures;

    /// <summary>Closures may overlap; a day closed twice is left out once.</summary>
    public OpenDays(IEnumerable<DateSpan> closures) => _closures = Merge(closures);

    /// <summary>A practice that never closes.</summary>
    public static OpenDays Always { get; } = new([]);

    /// <summary>Days after <paramref name="from"/> up to and including <paramref name="to"/>, without the closed ones; never negative.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        DateSpan counted = new(from.AddDays(1), to);
        return to.DayNumber - from.DayNumber - _closures.Sum(closure => closure.OverlapDays(counted));
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
