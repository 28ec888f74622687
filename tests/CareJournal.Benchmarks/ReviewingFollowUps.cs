using BenchmarkDotNet.Attributes;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Dates;
using CareJournal.Storage;

namespace CareJournal.Benchmarks;

/// <summary>
/// Does the review of 7,000 follow-ups open without a wait? The visit dates of everybody may take 500 ms to fill, once after
/// the journal opens; everybody judged over them, 60 ms.
/// </summary>
public class ReviewingFollowUps
{
    private readonly CareerJournal _journal = CareerJournal.Shared;
    private IReadOnlyCollection<AwayFacts> _everybody = [];
    private OpenDays _open = OpenDays.Always;

    /// <summary>Names and dates are in memory, as they are after the first page.</summary>
    [GlobalSetup]
    public void Fill()
    {
        using JournalContext journal = _journal.File.CreateDbContext();
        _open = new OpenDays(journal.Closures.AsEnumerable().Select(closure => closure.Span));
        _everybody = _journal.Get<VisitDates>().All();
    }

    /// <summary>All visit dates read out of the file.</summary>
    [Benchmark]
    public int FillVisitDates()
    {
        using VisitDates fresh = new(_journal.File, _journal.Get<JournalWriter>());
        return fresh.All().Count;
    }

    /// <summary>Everybody judged.</summary>
    [Benchmark]
    public int JudgeEverybody() => _everybody.Sum(facts => AwayJudgement.Judge(facts, CareerJournal.Today, _open).Shelves.Count);

    /// <summary>The review as its page asks for it: judged, named, sorted.</summary>
    [Benchmark]
    public Task<AwayAnswer> ReadReview() => _journal.Get<AwayReader>().ReadAsync();

    /// <summary>After how long people return, as its page asks for it: wanted within 60 ms.</summary>
    [Benchmark]
    public Task<ReturnsAnswer> ReadReturns() => _journal.Get<ReturnsReader>().ReadAsync();

    /// <summary>The same with another threshold than the practice's: every course is worked out anew.</summary>
    [Benchmark]
    public Task<ReturnsAnswer> ReadReturnsWithAnotherThreshold() => _journal.Get<ReturnsReader>().ReadAsync(180);

    /// <summary>The last whole year in counts.</summary>
    [Benchmark]
    public Task<(DateOnly Today, YearOfCare? Year)> ReadYear() => _journal.Get<YearReader>().ReadAsync(CareerJournal.Today.Year - 1);
}
