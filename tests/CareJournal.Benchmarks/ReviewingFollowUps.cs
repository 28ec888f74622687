using BenchmarkDotNet.Attributes;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Dates;
using CareJournal.Storage;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the review of 7,000 follow-ups. Reading everybody's visit dates, once after the journal opens, may take 500 ms;
/// judging everybody by them, 60 ms.
/// </summary>
public class ReviewingFollowUps
{
    private readonly CareerJournal _journal = CareerJournal.Shared;
    private IReadOnlyCollection<AwayFacts> _everybody = [];
    private OpenDays _open = OpenDays.Always;

    /// <summary>Loads names and dates into memory, where they are after the first page.</summary>
    [GlobalSetup]
    public void Fill()
    {
        using JournalContext journal = _journal.File.CreateDbContext();
        _open = new OpenDays(journal.Closures.AsEnumerable().Select(closure => closure.Span));
        _everybody = _journal.Get<VisitDates>().All();
    }

    /// <summary>Reads all visit dates from the file.</summary>
    [Benchmark]
    public int FillVisitDates()
    {
        using VisitDates fresh = new(_journal.File, _journal.Get<JournalWriter>());
        return fresh.All().Count;
    }

    /// <summary>Judges everybody.</summary>
    [Benchmark]
    public int JudgeEverybody() => _everybody.Sum(facts => AwayJudgement.Judge(facts, CareerJournal.Today, _open).Lists.Count);

    /// <summary>Reads the review as its page does: judged, named, sorted.</summary>
    [Benchmark]
    public Task<AwayAnswer> ReadReview() => _journal.Get<AwayReader>().ReadAsync();

    /// <summary>Reads after how long people return, as its page does; wanted within 60 ms.</summary>
    [Benchmark]
    public Task<ReturnsAnswer> ReadReturns() => _journal.Get<ReturnsReader>().ReadAsync();

    /// <summary>Reads the same with another threshold than the practice's: every course is computed anew.</summary>
    [Benchmark]
    public Task<ReturnsAnswer> ReadReturnsWithAnotherThreshold() => _journal.Get<ReturnsReader>().ReadAsync(180);

    /// <summary>Reads the last whole year in counts.</summary>
    [Benchmark]
    public Task<(DateOnly Today, YearOfCare? Year)> ReadYear() => _journal.Get<YearReader>().ReadAsync(CareerJournal.Today.Year - 1);
}
