using CareJournal.Search;

namespace CareJournal.Caseload;

/// <summary>The settings of the overview: alignment, order, span and filter. Pure.</summary>
public sealed record CaseloadChoice
{
    /// <summary>The spans that can be chosen, in years.</summary>
    public static readonly IReadOnlyList<int> Spans = [2, 5, 10, 20];

    /// <summary>The day that the rows are aligned on.</summary>
    public CaseloadAnchor Align { get; init; }

    /// <summary>A second day, marked on each row; rows are not stretched to match it.</summary>
    public CaseloadAnchor? Second { get; init; }

    /// <summary>The order of the rows.</summary>
    public CaseloadRank Rank { get; init; }

    /// <summary>Whether those are shown whose follow-up has ended, instead of the others.</summary>
    public bool Ended { get; init; }

    /// <summary>The number of years that was chosen; <c>null</c> where nothing was.</summary>
    public int? Years { get; init; }

    /// <summary>The number of years that a row shows when none was chosen: what there is, up to ten (<see cref="CaseloadOverview.UsualYears"/>).</summary>
    public int UsualYears { get; init; } = CaseloadOverview.MostUsualYears;

    /// <summary>The number of years that a row shows.</summary>
    public int ShownYears => Years ?? UsualYears;

    /// <summary>The spans that are offered, in years.</summary>
    public IEnumerable<int> OfferedSpans => Spans.Append(UsualYears).Distinct().Order();

    /// <summary>The parts of the filter's sentence; a person must meet all of them.</summary>
    public IReadOnlyList<CaseloadCriterion> Criteria { get; init; } = [];

    /// <summary>The theme that is filtered by; <c>null</c> where none is.</summary>
    public PeopleTheme? Theme => Criteria.FirstOrDefault(criterion => criterion.Kind == CaseloadCriterionKind.Theme)?.Theme;

    /// <summary>Returns the choice with another theme, or without any.</summary>
    public CaseloadChoice With(PeopleTheme? theme)
    {
        IEnumerable<CaseloadCriterion> others = Criteria.Where(criterion => criterion.Kind != CaseloadCriterionKind.Theme);
        return this with { Criteria = theme is null ? [.. others] : [.. others, new CaseloadCriterion(CaseloadCriterionKind.Theme) { Theme = theme }] };
    }
}
