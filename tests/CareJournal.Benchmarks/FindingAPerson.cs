using BenchmarkDotNet.Attributes;
using CareJournal.Benchmarks.Support;
using CareJournal.Patients;

namespace CareJournal.Benchmarks;

/// <summary>Is a person found while their name is typed? One search among 7,000 people may take 5 ms.</summary>
public class FindingAPerson
{
    private const int Shown = 12;
    private readonly PatientNames _names = CareerJournal.Shared.Get<PatientNames>();

    /// <summary>What is typed: two letters that begin very many names, three, a name, a whole name, nobody's name.</summary>
    [Params("ma", "mar", "Lefèvre", "claire vasseur", "zz")]
    public string Typed { get; set; } = "";

    /// <summary>Names are in memory, as they are from the first page on.</summary>
    [GlobalSetup]
    public void Fill() => _names.All();

    /// <summary>People whose name begins like what was typed.</summary>
    [Benchmark]
    public IReadOnlyList<PatientName> Find() => _names.Find(Typed, Shown);
}
