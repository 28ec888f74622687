namespace CareJournal.AwayReview;

/// <summary>A silence longer than its threshold, as far as it was observed: an absence exists only from the day after the threshold.</summary>
public readonly record struct Absence
{
    /// <summary>Creates an absence; throws when the silence is not longer than its threshold.</summary>
    /// <param name="days">Days from the last visit to the return, or to the last day on which a return could have been observed.</param>
    /// <param name="threshold">The threshold T at the visit before it, in days.</param>
    /// <param name="returned">Whether a visit ended it.</param>
    public Absence(int days, int threshold, bool returned)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(days, threshold);
        (Days, Threshold, Returned) = (days, threshold, returned);
    }

    /// <summary>The length in days, as far as it was observed.</summary>
    public int Days { get; }

    /// <summary>The threshold in days, after which the absence began.</summary>
    public int Threshold { get; }

    /// <summary>Whether the absence ended with a visit; otherwise nothing is known of it beyond its length.</summary>
    public bool Returned { get; }

    /// <summary>Finds the absences of one person: every gap, and the present one up to the last day on which a return could have been observed.</summary>
    /// <param name="course">The person's visits.</param>
    /// <param name="seenUntil">The earliest of today, closing and death.</param>
    public static IEnumerable<Absence> Find(VisitCourse course, DateOnly seenUntil)
    {
        foreach (VisitInterval gap in course.Gaps)
        {
            yield return new Absence(gap.Days, gap.Rhythm.GapThreshold, returned: true);
        }

        if (course.RunningGap(seenUntil) is { } days)
        {
            yield return new Absence(days, course.Latest!.GapThreshold, returned: false);
        }
    }
}
