namespace CareJournal.Caseload;

/// <summary>How the overview is looked at.</summary>
public sealed record CaseloadChoice
{
    /// <summary>The spans that can be looked at, in years.</summary>
    public static readonly IReadOnlyList<int> Spans = [2, 5, 10, 20];

    /// <summary>What the rows are aligned on.</summary>
    public CaseloadAnchor Align { get; init; }

    /// <summary>A second day that is marked on each row; nothing is stretched to meet it.</summary>
    public CaseloadAnchor? Second { get; init; }

    /// <summary>By what the rows are ranked.</summary>
    public CaseloadRank Rank { get; init; }

    /// <summary>How many years a row shows; one of <see cref="Spans"/>.</summary>
    public int Years { get; init; } = Spans[0];

    /// <summary>The parts of the filter's sentence; a person must meet all of them.</summary>
    public IReadOnlyList<CaseloadCriterion> Criteria { get; init; } = [];
}
