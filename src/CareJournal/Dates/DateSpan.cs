namespace CareJournal.Dates;

/// <summary>The days from <see cref="From"/> to <see cref="To"/>, both included; without an end the span still runs.</summary>
public readonly record struct DateSpan
{
    /// <summary>Creates a span; throws when the end is before the start.</summary>
    public DateSpan(DateOnly from, DateOnly? to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), "A span cannot end before it begins.");
        }

        From = from;
        To = to;
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day, included; <c>null</c> while it runs.</summary>
    public DateOnly? To { get; }

    /// <summary>Returns the number of days shared with another span; 0 when they do not overlap.</summary>
    public int OverlapDays(DateSpan other)
    {
        int first = Math.Max(From.DayNumber, other.From.DayNumber);
        int last = Math.Min((To ?? DateOnly.MaxValue).DayNumber, (other.To ?? DateOnly.MaxValue).DayNumber);
        return Math.Max(0, last - first + 1);
    }

    /// <summary>Whether the day is inside the span, ends included.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is null || day <= To);
}
