using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>The answers to one instrument. They are joined only where there is no gap between: nothing is known of a gap.</summary>
/// <param name="Instrument">What was asked.</param>
/// <param name="Runs">Answers without a gap between them, oldest first; never empty.</param>
public sealed record TimelineCurve(Instrument Instrument, IReadOnlyList<IReadOnlyList<TimelineMeasure>> Runs)
{
    /// <summary>The answers of all runs, oldest first.</summary>
    public IEnumerable<TimelineMeasure> Answers => Runs.SelectMany(run => run);

    /// <summary>Computes the curves of all instruments that were answered, in the order of the instruments.</summary>
    public static IReadOnlyList<TimelineCurve> Find(IReadOnlyList<TimelineMeasure> measures, VisitCourse course)
    {
        VisitInterval[] gaps = [.. course.Gaps];
        return [.. measures
            .GroupBy(measure => measure.Instrument)
            .OrderBy(group => group.Key)
            .Select(group => new TimelineCurve(group.Key, Break([.. group.OrderBy(measure => measure.TakenOn)], gaps)))];
    }

    private static List<IReadOnlyList<TimelineMeasure>> Break(TimelineMeasure[] answers, VisitInterval[] gaps)
    {
        List<IReadOnlyList<TimelineMeasure>> runs = [];
        List<TimelineMeasure> run = [];
        int gap = 0;
        foreach (TimelineMeasure answer in answers)
        {
            bool broken = false;
            while (gap < gaps.Length && gaps[gap].To <= answer.TakenOn)
            {
                broken = true;
                gap++;
            }

            if (broken && run.Count > 0)
            {
                runs.Add(run);
                run = [];
            }

            run.Add(answer);
        }

        runs.Add(run);
        return runs;
    }
}
