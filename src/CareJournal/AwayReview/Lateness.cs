using CareJournal.Dates;

namespace CareJournal.AwayReview;

/// <summary>Whether an agreed date has passed. Closed days of the practice make nobody late. Pure.</summary>
public static class Lateness
{
    /// <summary>Days of grace after an agreed date.</summary>
    private const int Grace = 7;

    /// <summary>
    /// Late: for "by a date", more than 7 open days after it; for "every n days", more than n + max(7, n/2 rounded up) open days
    /// since the later of the last visit and the day it was said. "By a date" is met by any visit after it was said.
    /// </summary>
    public static bool IsLate(Agreement? inForce, DateOnly lastVisit, DateOnly today, OpenDays open)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (inForce is null || IsMet(inForce, lastVisit))
        {
            return false;
        }

        DateOnly from = inForce.SaidOn > lastVisit ? inForce.SaidOn : lastVisit;
        return inForce switch
        {
            { BackBy: { } backBy } => open.Between(backBy, today) > Grace,
            { EveryDays: { } days } => open.Between(from, today) > days + Math.Max(Grace, (days + 1) / 2),
            _ => false,
        };
    }

    /// <summary>Whether "by a date" was met: the person came after it was said.</summary>
    public static bool IsMet(Agreement agreement, DateOnly lastVisit)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.BackBy is not null && lastVisit > agreement.SaidOn;
    }
}
