using CareJournal.Visits;

namespace CareJournal.Today;

/// <summary>The end of a day: what became of its sessions, and what still waits to be logged. Pure.</summary>
/// <param name="Answered">How many of the day's sessions were held, missed or cancelled; only what occurred.</param>
/// <param name="Waiting">The day's sessions that are over and not logged, by time.</param>
/// <param name="Earlier">Those of earlier days, oldest first.</param>
public sealed record DayEnd(IReadOnlyList<(VisitStatus Status, int Count)> Answered, IReadOnlyList<TodaySession> Waiting, IReadOnlyList<TodaySession> Earlier)
{
    /// <summary>
    /// Returns the end of the day; <c>null</c> while a session lies ahead, at a later time or at one that nobody knows, or when none was logged.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="now">The time at the practice.</param>
    /// <param name="wasLast">Whether the last session that waited has just been logged. Without it, only appointments with a time make a day that can end:
    /// a single session that was logged on its own is no day.</param>
    public static DayEnd? Of(TodayAnswer day, TimeOnly now, bool wasLast)
    {
        ILookup<bool, TodaySession> waiting = day.Sessions.ToLookup(session => session.Status == VisitStatus.Planned);
        bool isAhead = waiting[true].Any(session => session.StartsAt is not { } at || at > now);
        bool isDay = wasLast || waiting[true].Any() || waiting[false].Any(session => session.StartsAt is not null);
        return isAhead || !isDay || !waiting[false].Any()
            ? null
            : new DayEnd([.. waiting[false].CountBy(session => session.Status).OrderBy(status => status.Key).Select(status => (status.Key, status.Value))], [.. waiting[true]], day.Earlier);
    }
}
