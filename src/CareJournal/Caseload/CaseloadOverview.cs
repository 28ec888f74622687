using CareJournal.AwayReview;

namespace CareJournal.Caseload;

/// <summary>Everybody on one day, from which views are computed. Pure: another alignment, order or filter reads nothing again.</summary>
/// <param name="Today">The practice's civil day.</param>
/// <param name="People">Everybody who is alive, by name.</param>
public sealed record CaseloadOverview(DateOnly Today, IReadOnlyList<CaseloadPerson> People)
{
    /// <summary>The largest number of years that a row shows when none was chosen.</summary>
    public const int MostUsualYears = 10;

    private const int MonthsInAYear = 12;

    /// <summary>The number of years that hold everybody's sessions, up to today: the fewest whole ones, from 1 to <see cref="MostUsualYears"/>.</summary>
    public int UsualYears { get; } = UsualYearsOf(People.Min(person => person.FirstVisit), Today);

    /// <summary>The number of people whose follow-up has ended.</summary>
    public int EndedCount { get; } = People.Count(person => person.IsEnded);

    /// <summary>The reasons for which people are followed, by label.</summary>
    public IReadOnlyList<FollowUpCondition> Conditions { get; } =
        [.. People.SelectMany(person => person.Grounds.Conditions).Distinct().OrderBy(condition => condition.Label, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Returns those among whom a choice filters: the people whose follow-up goes on, or those whose follow-up has ended.</summary>
    public IEnumerable<CaseloadPerson> Among(CaseloadChoice choice) => People.Where(person => person.IsEnded == choice.Ended);

    /// <summary>Computes the rows of a choice, in order. Those without the day that is aligned on come last, and are not left out.</summary>
    public CaseloadView Show(CaseloadChoice choice)
    {
        List<CaseloadPerson> rows = [.. Among(choice).Where(person => choice.Criteria.All(criterion => criterion.Holds(person, Today)))];
        IEnumerable<CaseloadPerson> ranked = choice.Rank switch
        {
            CaseloadRank.SinceLastVisit => rows.OrderBy(person => person.Facts.LastVisit ?? DateOnly.MaxValue),
            CaseloadRank.AgreedDate => rows.OrderBy(person => person.AgreedOn ?? DateOnly.MaxValue),
            CaseloadRank.FlareUps => rows.OrderByDescending(person => person.FlareUpsInTwelveMonths(Today)),
            _ => rows,
        };
        return new CaseloadView(
            [.. ranked.OrderBy(person => person.DayOf(choice.Align, Today) is null)],
            rows.Count == 0 ? Narrowest(choice) : null);
    }

    /// <summary>Returns the days that a person's row shows; <c>null</c> where they have no day to be aligned on. All rows of one view have the same length.</summary>
    public DateSpan? WindowOf(CaseloadPerson person, CaseloadChoice choice)
    {
        if (person.DayOf(choice.Align, Today) is not { } day)
        {
            return null;
        }

        (int before, int after) = Reach(choice);
        return new DateSpan(day.AddMonths(-before), day.AddMonths(after));
    }

    /// <summary>Returns the months before and after the day that is aligned on.</summary>
    public static (int Before, int After) Reach(CaseloadChoice choice)
    {
        int months = choice.ShownYears * MonthsInAYear;
        int after = choice.Align switch
        {
            CaseloadAnchor.Today => AfterToday(months),
            CaseloadAnchor.FirstVisit => months - (months / MonthsInAYear),
            CaseloadAnchor.PeriodStart => months - (months / 4),
            _ => months / 2,
        };
        return (months - after, after);
    }

    private static int AfterToday(int months) => months / MonthsInAYear;

    private static int UsualYearsOf(DateOnly? first, DateOnly today) => first is not { } day
        ? MostUsualYears
        : Enumerable.Range(1, MostUsualYears).FirstOrDefault(years => today.AddMonths(AfterToday(years * MonthsInAYear) - (years * MonthsInAYear)) <= day, MostUsualYears);

    // The criterion without which most people would remain; on a tie the first that was chosen.
    private CaseloadCriterion? Narrowest(CaseloadChoice choice) =>
        choice.Criteria.Count == 0 ? null : choice.Criteria
            .Select(one => (Criterion: one, Others: Among(choice).Count(person => choice.Criteria.All(other => ReferenceEquals(other, one) || other.Holds(person, Today)))))
            .MaxBy(one => one.Others)
            .Criterion;
}

/// <summary>The rows of a view.</summary>
/// <param name="People">The rows, in order.</param>
/// <param name="Narrowest">The criterion to remove first, where nobody meets them all.</param>
public sealed record CaseloadView(IReadOnlyList<CaseloadPerson> People, CaseloadCriterion? Narrowest);
