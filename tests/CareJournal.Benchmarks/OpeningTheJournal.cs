using BenchmarkDotNet.Attributes;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Storage;
using CareJournal.Today;
using CareJournal.Vault;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures the wait after the passphrase. The key derivation is slow on purpose and is the baseline; what the journal adds to it
/// may take 2 s, at the strictest up to the day's page with every count on it.
/// </summary>
[WarmupCount(2)]
[IterationCount(7)]
public class OpeningTheJournal
{
    private readonly CareerJournal _journal = CareerJournal.Shared;

    /// <summary>Locks the journal: keys zeroed, connections closed, no personal data in memory.</summary>
    [IterationSetup]
    public void Lock() => _journal.File.Lock();

    /// <summary>Unlocks the journal for the next benchmark.</summary>
    [GlobalCleanup]
    public void Leave() => _journal.File.Unlock(CareerJournal.Passphrase);

    /// <summary>Derives the key alone: header read, master key unwrapped.</summary>
    [Benchmark(Baseline = true)]
    public bool DeriveTheKey()
    {
        KeyHeaderAnswer.Found found = (KeyHeaderAnswer.Found)KeyHeader.ReadFrom(_journal.File.Folder.KeyHeaderPath);
        using MasterKey? master = found.Header.Unlock(CareerJournal.Passphrase);
        return master is not null;
    }

    /// <summary>Unlocks the journal: passphrase tried, file checked, settings read.</summary>
    [Benchmark]
    public UnlockOutcome Unlock() => _journal.File.Unlock(CareerJournal.Passphrase);

    /// <summary>Unlocks the journal and reads the day's page: all names and all visit dates in memory, everybody judged.</summary>
    [Benchmark]
    public async Task<TodayAnswer> UnlockAndReadTheDay()
    {
        _ = _journal.File.Unlock(CareerJournal.Passphrase);
        return await _journal.Get<TodayReader>().ReadAsync();
    }
}
