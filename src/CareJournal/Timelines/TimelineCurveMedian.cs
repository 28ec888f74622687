namespace CareJournal.Timelines;

/// <summary>
/// The median of a run of answers over one month or quarter, with its range and the number of answers. Never reduced to fewer figures: a
/// median without its range would look more certain than it is. Pure.
/// </summary>
/// <param name="From">The first day of the month or quarter; of the run, where it begins later.</param>
/// <param name="To">Its last day; that of the run, where it ends sooner.</param>
/// <param name="Middle">The day in the middle between its first and its last answer.</param>
/// <param name="Median">The median.</param>
/// <param name="Lowest">The lowest answer.</param>
/// <param name="Highest">The highest answer.</param>
/// <param name="Answers">The number of answers; at least 1.</param>
public sealed record TimelineCurveMedian(DateOnly From, DateOnly To, DateOnly Middle, decimal Median, int Lowest, int Highest, int Answers)
{
    /// <summary>Computes the median of each month or quarter with an answer, oldest first. Nothing reaches beyond the run: what lies there is a gap, of which nothing is known.</summary>
    /// <param name="run">Answers without a gap between them, oldest first.</param>
    /// <param name="unit">What is summed up: a month, or a quarter.</param>
    public static IReadOnlyList<TimelineCurveMedian> Find(IReadOnlyList<TimelineMeasure> run, CalendarUnit unit) =>
        [.. run
            .GroupBy(answer => unit.FirstDay(answer.TakenOn))
            .Select(group =>
            {
                DateOnly last = unit.LastDay(group.Key);
                return Of([.. group], group.Key > run[0].TakenOn ? group.Key : run[0].TakenOn, last < run[^1].TakenOn ? last : run[^1].TakenOn);
            })];

    /// <summary>Computes the median of a whole curve, from its first answer to its last.</summary>
    public static TimelineCurveMedian OfAll(TimelineCurve curve)
    {
        TimelineMeasure[] answers = [.. curve.Answers];
        return Of(answers, answers[0].TakenOn, answers[^1].TakenOn);
    }

    private static TimelineCurveMedian Of(TimelineMeasure[] answers, DateOnly from, DateOnly to)
    {
        int[] values = [.. answers.Select(answer => answer.Value)];
        DateOnly middle = answers[0].TakenOn.AddDays((answers[^1].TakenOn.DayNumber - answers[0].TakenOn.DayNumber) / 2);
        return new TimelineCurveMedian(from, to, middle, Dates.Median.Of(values), values.Min(), values.Max(), values.Length);
    }
}
