namespace CareJournal.AwayReview;

/// <summary>Judges whether an agreed date has passed. Days on which the practice is closed make nobody late. Pure.</summary>
public static class Lateness
{
    /// <summary>Days of grace after an agreed date.</summary>
    private const int Grace = 7;

    /// <summary>
    /// Whether the person is late: for "by a date", more than 7 open days after it; for "every n days", more than n + max(7, n/2 rounded up) open days
    /// after the later of the last visit and the day it was said. "By a date" is met by any visit after it was said.
    /// </summary>
    public static bool IsLate(Agreement? inForce, DateOnly lastVisit, DateOnly today, OpenDays open)
    {
        if (inForce is null || IsMet(inForce, lastVisit))
        {
            return false;
        }

        return Allowed(inForce, lastVisit) is (var from, var days) && open.Between(from, today) > days;
    }

    /// <summary>Returns the first day on which <see cref="IsLate"/> holds for an agreement; <c>null</c> if it never does.</summary>
    public static DateOnly? FirstDay(Agreement agreement, DateOnly lastVisit, OpenDays open) =>
        !IsMet(agreement, lastVisit) && Allowed(agreement, lastVisit) is (var from, var days) ? open.FirstBeyond(from, days) : null;

    /// <summary>Whether "by a date" was met: the person came after it was said.</summary>
    public static bool IsMet(Agreement agreement, DateOnly lastVisit) =>
        agreement.BackBy is not null && lastVisit > agreement.SaidOn;

    // The day from which open days are counted, and how many of them may pass.
    private static (DateOnly From, int Days)? Allowed(Agreement agreement, DateOnly lastVisit) => agreement switch
    {
        { BackBy: { } backBy } => (backBy, Grace),
        { EveryDays: { } days } => (agreement.SaidOn > lastVisit ? agreement.SaidOn : lastVisit, days + Math.Max(Grace, (days + 1) / 2)),
        _ => null,
    };
}
