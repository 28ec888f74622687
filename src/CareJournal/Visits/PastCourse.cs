using CareJournal.Episodes;
using CareJournal.NextSteps;

namespace CareJournal.Visits;

/// <summary>
/// Places sessions of the past among those of the journal: the pause before each, and its period of follow-up, by the rules that hold for
/// a session that is logged by itself. Pure; the order in which the sessions are given changes nothing.
/// </summary>
public static class PastCourse
{
    /// <summary>Places the sessions; the answer has one place for each, in the same order.</summary>
    /// <param name="facts">What the journal has of the person.</param>
    /// <param name="sessions">The day of each session, and what was said in it about the next time.</param>
    public static IReadOnlyList<PastPlace> Place(PastFacts facts, IReadOnlyList<(DateOnly Day, NextStepForm? Step)> sessions)
    {
        int[] ordered = [.. Enumerable.Range(0, sessions.Count).OrderBy(at => sessions[at].Day)];
        VisitCourse course = VisitCourse.Create(
            [.. facts.Held.Select(held => held.Day), .. sessions.Select(session => session.Day)],
            [.. facts.Agreements, .. Said(facts, ordered.Select(at => sessions[at]))],
            facts.GapThreshold);
        Dictionary<DateOnly, VisitInterval> before = course.Intervals.ToDictionary(interval => interval.To);
        Dictionary<DateOnly, VisitInterval> after = course.Intervals.ToDictionary(interval => interval.From);
        Dictionary<DateOnly, Guid?> periods = facts.Held.GroupBy(held => held.Day).ToDictionary(day => day.Key, day => day.Select(held => held.PeriodId).FirstOrDefault(id => id is not null));
        HashSet<DateOnly> recorded = [.. periods.Keys];
        PastPlace[] places = new PastPlace[sessions.Count];
        foreach (int at in InOrderOfPlacing(course, recorded, ordered, sessions))
        {
            DateOnly day = sessions[at].Day;
            DateOnly[] near = [day, .. Of(before, day) is { } last ? [last.From] : Array.Empty<DateOnly>(), .. Of(after, day) is { } next ? [next.To] : Array.Empty<DateOnly>()];
            Guid? joined = EpisodeJoining.Find(day, course, near.Where(periods.ContainsKey).Select(other => (other, periods[other])));
            bool opens = joined is not { } id || facts.ClosedPeriods.GetValueOrDefault(id, DateOnly.MaxValue) < day;
            Guid period = opens ? Guid.CreateVersion7() : joined!.Value;
            periods[day] = period;
            bool isReturn = !recorded.Contains(day) && Of(before, day) is { Class: IntervalClass.Gap };
            places[at] = new PastPlace(isReturn ? before[day].From : null, period, opens, opens && day == course.Rhythms[0].At);
        }

        // Of several sessions on the day of a return, the first one tells of the pause.
        foreach (int at in ordered.Where((at, place) => place > 0 && sessions[ordered[place - 1]].Day == sessions[at].Day))
        {
            places[at] = places[at] with { Since = null };
        }

        return places;
    }

    // Without a gap between them, sessions before the first recorded one of a group are placed from it backwards, and all others forwards:
    // the neighbour whose period a session joins is then placed before it.
    private static IEnumerable<int> InOrderOfPlacing(VisitCourse course, HashSet<DateOnly> recorded, int[] ordered, IReadOnlyList<(DateOnly Day, NextStepForm? Step)> sessions)
    {
        int from = 0;
        foreach (VisitGroup group in course.Groups)
        {
            int to = from;
            while (to < ordered.Length && sessions[ordered[to]].Day <= group.Last)
            {
                to++;
            }

            DateOnly first = group.Days.FirstOrDefault(recorded.Contains, DateOnly.MinValue);
            int split = from;
            while (split < to && sessions[ordered[split]].Day < first)
            {
                split++;
            }

            foreach (int at in ordered[split..to].Concat(ordered[from..split].Reverse()))
            {
                yield return at;
            }

            from = to;
        }
    }

    private static IEnumerable<Agreement> Said(PastFacts facts, IEnumerable<(DateOnly Day, NextStepForm? Step)> ordered)
    {
        int number = facts.Agreements.Select(agreement => agreement.Number).DefaultIfEmpty().Max();
        return [.. ordered.Where(session => session.Step is not null).Select(session => NextStep.Say(Guid.Empty, null, session.Day, ++number, session.Step!).Agreement)];
    }

    private static VisitInterval? Of(Dictionary<DateOnly, VisitInterval> intervals, DateOnly day) => intervals.GetValueOrDefault(day);
}

/// <summary>The place of a session of the past among a person's sessions.</summary>
/// <param name="Since">The session before the pause that ends with this one; <c>null</c> where there is no pause.</param>
/// <param name="PeriodId">Its period of follow-up: one of the journal, or the id that a new one is to have.</param>
/// <param name="Opens">Whether this session opens that period.</param>
/// <param name="IsFirstOfAll">Whether the period begins with the first session of all.</param>
public sealed record PastPlace(DateOnly? Since, Guid PeriodId, bool Opens, bool IsFirstOfAll);

/// <summary>What the journal has of a person, as far as sessions of the past depend on it.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="Life">The days of birth and of death.</param>
/// <param name="Held">The recorded sessions: their day and period.</param>
/// <param name="ClosedPeriods">The periods that were closed, with the day.</param>
/// <param name="Agreements">All that was said about the next time.</param>
/// <param name="GapThreshold">The practice's threshold for a pause, in days.</param>
public sealed record PastFacts(
    Guid PatientId,
    LifeSpan Life,
    IReadOnlyList<(DateOnly Day, Guid? PeriodId)> Held,
    IReadOnlyDictionary<Guid, DateOnly> ClosedPeriods,
    IReadOnlyList<Agreement> Agreements,
    int GapThreshold);
