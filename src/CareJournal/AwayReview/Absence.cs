using CareJournal.Dates;

namespace CareJournal.AwayReview;

/// <summary>
/// A silence longer than its threshold, as far as it was seen. A shorter one is none: an absence exists only from the day after the threshold on.
/// </summary>
public readonly record struct Absence
{
    /// <summary>Throws when the silence is not longer than its threshold.</summary>
    /// <param name="days">Days from the last visit to the return, or to the last day on which a return could have been seen.</param>
    /// <param name="threshold">T at the visit before it.</param>
    /// <param name="returned">Whether a visit ended it.</param>
    public Absence(int days, int threshold, bool returned)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(days, threshold);
        (Days, Threshold, Returned) = (days, threshold, returned);
    }

    /// <summary>Its length, as far as it was seen.</summary>
    public int Days { get; }

    /// <summary>The days after which it began to be one.</summary>
    public int Threshold { get; }

    /// <summary>Whether it ended with a visit; else nothing is known of it beyond its length.</summary>
    public bool Returned { get; }

    /// <summary>The absences of one person: every gap, and the present one up to the last day on which a return could have been seen.</summary>
    /// <param name="course">The person's visits.</param>
    /// <param name="seenUntil">The earliest of today, closing and death.</param>
    public static IEnumerable<Absence> Find(VisitCourse course, DateOnly seenUntil)
    {
        ArgumentNullException.ThrowIfNull(course);
        foreach (VisitInterval gap in course.Gaps)
        {
            yield return new Absence(gap.Days, gap.Rhythm.GapThreshold, returned: true);
        }

        if (course.Latest is { } last && seenUntil.DayNumber - last.At.DayNumber is var days && days > last.GapThreshold)
        {
            yield return new Absence(days, last.GapThreshold, returned: false);
        }
    }
}
