namespace CareJournal.AwayReview;

/// <summary>Proposes the day until which a follow-up is left as it is. Pure.</summary>
/// <param name="Day">The proposed day, after today.</param>
/// <param name="UsualGap">The person's usual pause in days, where the day is the end of it; <c>null</c> where it is three months from today.</param>
public sealed record QuietUntil(DateOnly Day, decimal? UsualGap)
{
    /// <summary>The number of months that are proposed without a usual pause.</summary>
    public const int Months = 3;

    /// <summary>The fewest days from today at which the end of a usual pause is proposed: a nearer one would bring the person back at once.</summary>
    public const int Fewest = 28;

    /// <summary>
    /// Proposes the end of the person's usual pause, counted from the last visit, while that is at least <see cref="Fewest"/> days ahead; else
    /// <see cref="Months"/> months from today.
    /// </summary>
    /// <param name="course">The person's visits; <c>null</c> for several people at once, who have no usual pause together.</param>
    /// <param name="today">The practice's civil day.</param>
    public static QuietUntil Propose(VisitCourse? course, DateOnly today) =>
        course is { UsualGap: { } usual, Latest: { } last }
        && last.At.AddDays((int)decimal.Round(usual, MidpointRounding.AwayFromZero)) is var end
        && end >= today.AddDays(Fewest)
            ? new QuietUntil(end, usual)
            : new QuietUntil(today.AddMonths(Months), null);
}
