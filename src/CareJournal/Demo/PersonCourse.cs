using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Evaluates an invented course by the journal's own time rules, with its usual threshold.</summary>
internal static class PersonCourse
{
    /// <summary>The gap threshold of a new journal, in days.</summary>
    public const int GapThreshold = 90;

    /// <summary>The course of the held visits.</summary>
    public static VisitCourse Of(IReadOnlyList<SyntheticVisit> visits) => VisitCourse.Create(
        visits.Where(visit => visit.Status == VisitStatus.Held).Select(visit => visit.On),
        Numbered(visits).Select(said => new Agreement(
            said.Visit.On,
            said.Number,
            said.Visit.NextStep!.Kind == NextStepKind.Every ? said.Visit.NextStep.Days : null,
            said.Visit.NextStep.Kind == NextStepKind.BackBy ? said.Visit.NextStep.BackBy : null)),
        GapThreshold);

    /// <summary>Returns the visits at which a next step was agreed, each with its number among those of its day.</summary>
    public static IEnumerable<(SyntheticVisit Visit, int Number)> Numbered(IEnumerable<SyntheticVisit> visits) =>
        visits.Where(visit => visit.NextStep is not null)
            .GroupBy(visit => visit.On)
            .SelectMany(day => day.Select((visit, index) => (visit, index + 1)));

    /// <summary>Returns the visits, each held one in the period of its group.</summary>
    public static IReadOnlyList<SyntheticVisit> IntoPeriods(IReadOnlyList<SyntheticVisit> visits, VisitCourse course)
    {
        Dictionary<DateOnly, int> periods = [];
        for (int group = 0; group < course.Groups.Count; group++)
        {
            foreach (DateOnly day in course.Groups[group].Days)
            {
                periods[day] = group;
            }
        }

        return [.. visits.Select(visit => visit.Status == VisitStatus.Held ? visit with { Period = periods[visit.On] } : visit)];
    }
}
