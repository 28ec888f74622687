using CareJournal.AwayReview;
using CareJournal.Dates;

namespace CareJournal.Caseload;

/// <summary>Everybody on one day, from which views are taken. Pure: nothing is read again for another alignment, rank or filter.</summary>
/// <param name="Today">The practice's civil day.</param>
/// <param name="People">Everybody who is alive, by name.</param>
public sealed record CaseloadOverview(DateOnly Today, IReadOnlyList<CaseloadPerson> People)
{
    /// <summary>The reasons for which people are followed, by label.</summary>
    public IReadOnlyList<FollowUpCondition> Conditions { get; } =
        [.. People.SelectMany(person => person.Grounds.Conditions).Distinct().OrderBy(condition => condition.Label, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The rows of a choice, in order. Those without the day that is aligned on stand last, and stay.</summary>
    public CaseloadView Show(CaseloadChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        List<CaseloadPerson> rows = [.. People.Where(person => choice.Criteria.All(criterion => criterion.Holds(person, Today)))];
        IEnumerable<CaseloadPerson> ranked = choice.Rank switch
        {
            CaseloadRank.SinceLastVisit => rows.OrderBy(person => person.Facts.LastVisit ?? DateOnly.MaxValue),
            CaseloadRank.AgreedDate => rows.OrderBy(person => person.AgreedOn ?? DateOnly.MaxValue),
            CaseloadRank.FlareUps => rows.OrderByDescending(person => person.FlareUpsInTwelveMonths(Today)),
            _ => rows,
        };
        return new CaseloadView(
            [.. ranked.OrderBy(person => person.DayOf(choice.Align, Today) is null)],
            rows.Count == 0 ? Narrowest(choice.Criteria) : null);
    }

    /// <summary>The days that a person's row shows; <c>null</c> where they have no day to be aligned on. Rows of one view all last equally long.</summary>
    public DateSpan? WindowOf(CaseloadPerson person, CaseloadChoice choice)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(choice);
        if (person.DayOf(choice.Align, Today) is not { } day)
        {
            return null;
        }

        (int before, int after) = Reach(choice);
        return new DateSpan(day.AddMonths(-before), day.AddMonths(after));
    }

    /// <summary>Months before and after the day that is aligned on.</summary>
    public static (int Before, int After) Reach(CaseloadChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        int months = choice.Years * 12;
        int after = choice.Align switch
        {
            CaseloadAnchor.Today => months / 12,
            CaseloadAnchor.FirstVisit => months - (months / 12),
            CaseloadAnchor.PeriodStart => months - (months / 4),
            _ => months / 2,
        };
        return (months - after, after);
    }

    // The one without which most people would stand there; with equal figures the first that was said.
    private CaseloadCriterion? Narrowest(IReadOnlyList<CaseloadCriterion> criteria) =>
        criteria.Count == 0 ? null : criteria
            .Select(one => (Criterion: one, Others: People.Count(person => criteria.All(other => ReferenceEquals(other, one) || other.Holds(person, Today)))))
            .MaxBy(one => one.Others)
            .Criterion;
}

/// <summary>The rows of a view.</summary>
/// <param name="People">The rows, in order.</param>
/// <param name="Narrowest">Where nobody meets them all: the criterion to take away first.</param>
public sealed record CaseloadView(IReadOnlyList<CaseloadPerson> People, CaseloadCriterion? Narrowest);
