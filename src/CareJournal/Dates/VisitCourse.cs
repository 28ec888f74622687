namespace CareJournal.Dates;

/// <summary>
/// The course of one person's visits in time: their rhythm, intervals, gaps and groups.
/// Pure: the same visits and agreements give the same result in any order of entry, and a later visit changes no earlier class.
/// </summary>
public sealed class VisitCourse
{
    private readonly Agreement[] _agreements;

    private VisitCourse(List<Rhythm> rhythms, List<VisitInterval> intervals, Agreement[] agreements)
    {
        Rhythms = rhythms;
        Intervals = intervals;
        _agreements = agreements;
        Groups = Group(rhythms, intervals);
    }

    /// <summary>The rhythm at each distinct visit day, oldest first.</summary>
    public IReadOnlyList<Rhythm> Rhythms { get; }

    /// <summary>The intervals between neighbouring visit days, oldest first.</summary>
    public IReadOnlyList<VisitInterval> Intervals { get; }

    /// <summary>Maximal runs of visit days without a gap between them, oldest first.</summary>
    public IReadOnlyList<VisitGroup> Groups { get; }

    /// <summary>The rhythm at the last visit; <c>null</c> before the first.</summary>
    public Rhythm? Latest => Rhythms.Count == 0 ? null : Rhythms[^1];

    /// <summary>Past absences, oldest first; the present one is not among them.</summary>
    public IEnumerable<VisitInterval> Gaps => Intervals.Where(interval => interval.Class == IntervalClass.Gap);

    /// <summary>The median length of past absences in days; unknown with fewer than two.</summary>
    public decimal? UsualGap => Gaps.Count() >= 2 ? Median.Of(Gaps.Select(gap => gap.Days)) : null;

    /// <summary>The shortest and the longest of the past absences, of equal ones the earlier; unknown without any.</summary>
    public (VisitInterval Shortest, VisitInterval Longest)? GapRange => Gaps.MinBy(gap => gap.Days) is { } shortest ? (shortest, Gaps.MaxBy(gap => gap.Days)!) : null;

    /// <summary>Returns how many days the present gap lasts up to a day; <c>null</c> while the last visit is no longer ago than its rhythm's threshold.</summary>
    public int? RunningGap(DateOnly day) => Latest is { } last && day.DayNumber - last.At.DayNumber is var days && last.Judge(days) == IntervalClass.Gap ? days : null;

    /// <summary>Returns the agreement in force on a day: the last one made, unless a return after a gap ended it.</summary>
    public Agreement? InForceOn(DateOnly day)
    {
        DateOnly lastReturn = Gaps.LastOrDefault(gap => gap.To <= day)?.To ?? DateOnly.MinValue;
        return InForce(_agreements, day, lastReturn);
    }

    /// <summary>Returns the step in force on a day: the one with the agreement of <see cref="InForceOn(DateOnly)"/>.</summary>
    public TStep? InForceOn<TStep>(DateOnly day, IEnumerable<TStep> steps, Func<TStep, Agreement> agreementOf)
        where TStep : class => InForceOn(day) is { } agreement ? steps.LastOrDefault(step => agreementOf(step) == agreement) : null;

    /// <summary>
    /// Returns the interval to offer when the last three intervals were gaps of at most 200 days that resemble each other
    /// (longest at most 1.5 times the shortest) and no agreement is in force: a slow rhythm that nobody recorded.
    /// </summary>
    public int? SlowRhythm(DateOnly today)
    {
        int[] last = [.. Intervals.TakeLast(3).Where(interval => interval is { Class: IntervalClass.Gap, Days: <= 200 }).Select(gap => gap.Days)];
        bool alike = last.Length == 3 && last.Max() <= 1.5m * last.Min();
        return alike && InForceOn(today) is null ? (int)Median.Of(last) : null;
    }

    /// <summary>Computes the course from the days of held visits and all agreements.</summary>
    /// <param name="heldOn">Days of held visits, in any order, duplicates allowed.</param>
    /// <param name="agreements">All agreements, in any order.</param>
    /// <param name="baseThreshold">The practice's threshold for a gap: 60, 90 or 180 days.</param>
    public static VisitCourse Create(IEnumerable<DateOnly> heldOn, IEnumerable<Agreement> agreements, int baseThreshold)
    {
        Agreement[] said = [.. agreements.OrderBy(agreement => agreement.SaidOn).ThenBy(agreement => agreement.Number)];
        List<Rhythm> rhythms = [];
        List<VisitInterval> intervals = [];
        List<int> counted = [];
        DateOnly lastReturn = DateOnly.MinValue;

        foreach (DateOnly day in heldOn.Distinct().Order())
        {
            if (rhythms.Count > 0)
            {
                VisitInterval interval = new(rhythms[^1], day);
                intervals.Add(interval);
                if (interval.Class == IntervalClass.Gap)
                {
                    lastReturn = day;
                }
                else if (!KeptByBackBy(interval, InForce(said, interval.From, lastReturn), baseThreshold))
                {
                    counted.Add(interval.Days);
                }
            }

            rhythms.Add(Rhythm.Create(day, InForce(said, day, lastReturn), counted, baseThreshold));
        }

        return new VisitCourse(rhythms, intervals, said);
    }

    // A long interval agreed once ("see you by July") says nothing about the person's own rhythm.
    private static bool KeptByBackBy(VisitInterval interval, Agreement? inForce, int baseThreshold) =>
        inForce?.BackBy is not null && interval.Days > (interval.Rhythm.Days * 2 ?? baseThreshold);

    private static Agreement? InForce(Agreement[] said, DateOnly day, DateOnly lastReturn)
    {
        int from = 0;
        int to = said.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = said[middle].SaidOn <= day ? (middle + 1, to) : (from, middle);
        }

        return from > 0 && said[from - 1].SaidOn >= lastReturn ? said[from - 1] : null;
    }

    private static VisitGroup[] Group(List<Rhythm> rhythms, List<VisitInterval> intervals)
    {
        List<List<DateOnly>> groups = [];
        for (int index = 0; index < rhythms.Count; index++)
        {
            if (index == 0 || intervals[index - 1].Class == IntervalClass.Gap)
            {
                groups.Add([]);
            }

            groups[^1].Add(rhythms[index].At);
        }

        return [.. groups.Select(days => new VisitGroup(days))];
    }
}

/// <summary>A run of visit days without a gap between them.</summary>
/// <param name="Days">The visit days, oldest first; never empty.</param>
public sealed record VisitGroup(IReadOnlyList<DateOnly> Days)
{
    /// <summary>The first visit day.</summary>
    public DateOnly First => Days[0];

    /// <summary>The last visit day.</summary>
    public DateOnly Last => Days[^1];
}
