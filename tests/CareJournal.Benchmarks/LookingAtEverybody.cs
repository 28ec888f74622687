using BenchmarkDotNet.Attributes;
using CareJournal.Benchmarks.Support;
using CareJournal.Caseload;

namespace CareJournal.Benchmarks;

/// <summary>Measures the overview of 7,000 people on the server. Aligning or ranking it anew may take 100 ms.</summary>
public class LookingAtEverybody
{
    private readonly CareerJournal _journal = CareerJournal.Shared;
    private CaseloadOverview _overview = null!;

    /// <summary>Reads everybody, as the open page has them.</summary>
    [GlobalSetup]
    public async Task ReadAsync() => _overview = await _journal.Get<CaseloadReader>().ReadAsync();

    /// <summary>Reads everybody: dates from memory; flare-ups, conditions and periods from the file.</summary>
    [Benchmark]
    public Task<CaseloadOverview> Read() => _journal.Get<CaseloadReader>().ReadAsync();

    /// <summary>Aligns everybody on the last flare-up and ranks them by the agreed date.</summary>
    [Benchmark]
    public int Rank() => _overview.Show(new CaseloadChoice { Align = CaseloadAnchor.LastFlareUp, Rank = CaseloadRank.AgreedDate }).People.Count;

    /// <summary>Filters everybody by a sentence of three criteria.</summary>
    [Benchmark]
    public int Filter() => _overview.Show(new CaseloadChoice
    {
        Criteria =
        [
            new CaseloadCriterion(CaseloadCriterionKind.LongerThanEver),
            new CaseloadCriterion(CaseloadCriterionKind.FlareUpTold, 12), new CaseloadCriterion(CaseloadCriterionKind.NoOpenDoor),
        ],
    }).People.Count;
}
