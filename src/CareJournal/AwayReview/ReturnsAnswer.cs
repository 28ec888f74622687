namespace CareJournal.AwayReview;

/// <summary>The past silences of the practice over everybody; no single person can be made out. Pure.</summary>
/// <param name="Threshold">The threshold of a pause that was counted with, in days.</param>
/// <param name="PracticeThreshold">The practice's own threshold, in days.</param>
/// <param name="Curve">After how long people return.</param>
/// <param name="People">The number of people with an absence in the curve; where the curve has no beginning, with any absence.</param>
/// <param name="Seasonality">In which months people come for the first time, or again after a pause.</param>
public sealed record ReturnsAnswer(int Threshold, int PracticeThreshold, TimeToReturn Curve, int People, Seasonality Seasonality)
{
    /// <summary>The number of returns counted: those of the curve, or all of them where it has no beginning.</summary>
    public int Returns => Curve.From is null ? Curve.AllReturns : Curve.Returns;

    /// <summary>Counts over everybody.</summary>
    /// <param name="everybody">The facts of everybody, read with the practice's threshold.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="threshold">The threshold to count with.</param>
    /// <param name="practiceThreshold">The practice's own threshold.</param>
    public static ReturnsAnswer Of(IEnumerable<AwayFacts> everybody, DateOnly today, int threshold, int practiceThreshold)
    {
        List<DateOnly> starts = [];
        List<Absence[]> people = [];
        foreach (AwayFacts facts in everybody)
        {
            VisitCourse course = threshold == practiceThreshold
                ? facts.Course
                : VisitCourse.Create(facts.HeldOn, facts.Steps.Select(step => step.Agreement), threshold);
            starts.AddRange(course.Groups.Select(group => group.First));
            people.Add([.. Absence.Find(course, facts.SeenUntil(today))]);
        }

        TimeToReturn curve = TimeToReturn.Of(people.SelectMany(absences => absences), TimeToReturn.FewestSeen);
        int counted = people.Count(absences => Array.Exists(absences, absence => absence.Days >= (curve.From ?? 0)));
        return new ReturnsAnswer(threshold, practiceThreshold, curve, counted, Seasonality.Of(starts, today));
    }
}
