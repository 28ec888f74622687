using BenchmarkDotNet.Attributes;
using CareJournal.AwayReview;
using CareJournal.Benchmarks.Support;
using CareJournal.Patients;
using CareJournal.Visits;
using Microsoft.Data.Sqlite;

namespace CareJournal.Benchmarks;

/// <summary>
/// Measures how long a session takes to save. It may take 30 ms more than the disk's own sync, which is the baseline: rows of the same
/// size by prepared SQL, in one transaction over the same file, under the same pragmas.
/// </summary>
public class SavingAVisit
{
    private readonly CareerJournal _journal = CareerJournal.Shared;
    private IReadOnlyList<Guid> _people = [];
    private SqliteConnection? _connection;
    private int _next;

    /// <summary>Loads names and dates into memory, so that updating them is part of the save.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _people = _journal.PeopleInFollowUp();
        _connection = _journal.Connect();
        _ = _journal.Get<PatientNames>().All().Count + _journal.Get<VisitDates>().All().Count;
    }

    /// <summary>Closes the connection.</summary>
    [GlobalCleanup]
    public void Close() => _connection?.Dispose();

    /// <summary>Inserts one visit, four answers, their act and versions, by SQL.</summary>
    [Benchmark(Baseline = true)]
    public void InsertByHand() => RawVisit.Insert(_connection!, NextPerson(), CareerJournal.Today);

    /// <summary>Saves the same by the recorder: rules, period, versions, what is kept in memory.</summary>
    [Benchmark]
    public async Task<Guid> Record() =>
        CareerJournal.Saved(await _journal.Get<VisitRecorder>().RecordAsync(ManyVisits.SixHundred.Session(NextPerson(), 1, CareerJournal.Today)));

    // A stride of 37 spreads the saves over many people, as a day at a practice does.
    private Guid NextPerson() => _people[_next++ * 37 % _people.Count];
}
