using BenchmarkDotNet.Attributes;
using CareJournal.Benchmarks.Support;
using CareJournal.Caseload;

namespace CareJournal.Benchmarks;

/// <summary>Does the overview of 7,000 people answer at once? Aligned or ranked anew on the server: 100 ms.</summary>
public class LookingAtEverybody
{
    private readonly CareerJournal _journal = CareerJournal.Shared;
    private CaseloadOverview _overview = null!;

    /// <summary>Everybody is read, as the open page has them.</summary>
    [GlobalSetup]
    public async Task ReadAsync() => _overview = await _journal.Get<CaseloadReader>().ReadAsync();

    /// <summary>Everybody read: dates in memory, flare-ups, conditions and periods out of the file.</summary>
    [Benchmark]
    public Task<CaseloadOverview> Read() => _journal.Get<CaseloadReader>().ReadAsync();

    /// <summary>Everybody aligned on the last flare-up and ranked by the agreed date.</summary>
    [Benchmark]
    public int Rank() => _overview.Show(new CaseloadChoice { Align = CaseloadAnchor.LastFlareUp, Rank = CaseloadRank.AgreedDate }).People.Count;

    /// <summary>A sentence of four parts.</summary>
    [Benchmark]
    public int Filter() => _overview.Show(new CaseloadChoice
    {
        Criteria =
        [
            new CaseloadCriterion(CaseloadCriterionKind.NotEnded), new CaseloadCriterion(CaseloadCriterionKind.LongerThanEver),
            new CaseloadCriterion(CaseloadCriterionKind.FlareUpTold, 12), new CaseloadCriterion(CaseloadCriterionKind.NoOpenDoor),
        ],
    }).People.Count;
}
