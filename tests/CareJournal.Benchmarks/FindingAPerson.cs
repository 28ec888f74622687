using BenchmarkDotNet.Attributes;
using CareJournal.Benchmarks.Support;
using CareJournal.Patients;

namespace CareJournal.Benchmarks;

/// <summary>Measures the search that runs while a name is typed. One search among 7,000 people may take 5 ms.</summary>
public class FindingAPerson
{
    private const int Shown = 12;
    private readonly PatientNames _names = CareerJournal.Shared.Get<PatientNames>();

    /// <summary>The text that is typed: two letters that begin very many names, three, a name, a whole name, nobody's name.</summary>
    [Params("ma", "mar", "Lefèvre", "claire vasseur", "zz")]
    public string Typed { get; set; } = "";

    /// <summary>Loads the names into memory, where they are from the first page on.</summary>
    [GlobalSetup]
    public void Fill() => _names.All();

    /// <summary>Finds the people whose name begins with what was typed.</summary>
    [Benchmark]
    public IReadOnlyList<PatientName> Find() => _names.Find(Typed, Shown);
}
