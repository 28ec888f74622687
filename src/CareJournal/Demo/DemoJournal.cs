using System.Security.Cryptography;
using CareJournal.Storage;

namespace CareJournal.Demo;

/// <summary>Fills an empty journal with invented people: for demonstration, tests and measurements. The same size, day and seed give the same file content, ids included.</summary>
public static class DemoJournal
{
    /// <summary>The seed of every demonstration.</summary>
    public const int DefaultSeed = 2016;

    /// <summary>Fills an open, empty journal.</summary>
    /// <param name="file">The journal; open.</param>
    /// <param name="size">How many people.</param>
    /// <param name="today">The practice's civil day: sessions are planned for it, none is held on it.</param>
    /// <param name="seed">Any number; another one gives other people, except the first.</param>
    /// <exception cref="InvalidOperationException">The journal already contains a person.</exception>
    /// <exception cref="JournalLockedException">The journal is not open.</exception>
    public static Task<DemoCounts> FillAsync(JournalFile file, DemoSize size, DateOnly today, int seed = DefaultSeed) => Task.Run(() =>
        Fill(file, SyntheticCareer.Create(size, today, seed), seed));

    /// <summary>Fills an open, empty journal with a practice that is already invented.</summary>
    /// <inheritdoc cref="FillAsync(JournalFile, DemoSize, DateOnly, int)"/>
    public static Task<DemoCounts> FillAsync(JournalFile file, SyntheticCareer career, int seed = DefaultSeed) => Task.Run(() => Fill(file, career, seed));

    private static DemoCounts Fill(JournalFile file, SyntheticCareer career, int seed)
    {
        using JournalContext journal = file.CreateDbContext();
        byte[] chainKey = file.CopyChainKey();
        DemoCounts counts = FillRecorder.Fill(journal, chainKey, career, seed);
        CryptographicOperations.ZeroMemory(chainKey);
        file.KeepHead();
        return counts;
    }
}

/// <summary>The counts of what was written.</summary>
/// <param name="People">People.</param>
/// <param name="Visits">Sessions, held or not.</param>
/// <param name="Measures">Answers to the scales.</param>
/// <param name="Acts">Acts of the practitioner.</param>
/// <param name="Rows">Recorded rows of all kinds.</param>
public sealed record DemoCounts(int People, int Visits, int Measures, int Acts, int Rows);
