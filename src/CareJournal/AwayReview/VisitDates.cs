using CareJournal.Storage;

namespace CareJournal.AwayReview;

/// <summary>
/// Caches the visit days of everybody in memory, with the facts that the review needs. Filled on first use after the journal opens;
/// a changed person is read again on the next use after a save; cleared when the journal locks.
/// </summary>
public sealed class VisitDates : IDisposable
{
    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly Lock _reading = new();
    private readonly Lock _marking = new();
    private HashSet<Guid> _changed = [];
    private bool _everybodyChanged = true;
    private Dictionary<Guid, AwayFacts> _facts = [];

    /// <summary>Subscribes to the journal; reads nothing yet.</summary>
    public VisitDates(JournalFile file, JournalWriter writer)
    {
        _file = file;
        _writer = writer;
        _file.StateChanged += ForgetWhenLocked;
        _writer.Saved += MarkChanged;
    }

    /// <summary>Returns the facts of everybody.</summary>
    public IReadOnlyCollection<AwayFacts> All() => Facts().Values;

    /// <summary>Returns the facts of one person; <c>null</c> when they are not in the journal.</summary>
    public AwayFacts? Of(Guid patientId) => Facts().GetValueOrDefault(patientId);

    public void Dispose()
    {
        _file.StateChanged -= ForgetWhenLocked;
        _writer.Saved -= MarkChanged;
    }

    // The next caller reads: a save only marks what changed, and does not wait for a read.
    private Dictionary<Guid, AwayFacts> Facts()
    {
        lock (_reading)
        {
            (bool everybody, HashSet<Guid> changed) = TakeMarks();
            try
            {
                if (everybody)
                {
                    _facts = AwayFactsReader.Read(_file, null).ToDictionary(facts => facts.PatientId);
                }
                else if (changed.Count > 0)
                {
                    _facts = ReadAgain(changed);
                }
            }
            catch
            {
                MarkChanged([]);
                throw;
            }

            return _facts;
        }
    }

    // A copy: callers still enumerating the former dictionary are not disturbed.
    private Dictionary<Guid, AwayFacts> ReadAgain(IEnumerable<Guid> changed)
    {
        Dictionary<Guid, AwayFacts> facts = new(_facts);
        foreach (Guid id in changed)
        {
            facts.Remove(id);
            foreach (AwayFacts fresh in AwayFactsReader.Read(_file, id))
            {
                facts[id] = fresh;
            }
        }

        return facts;
    }

    private (bool Everybody, HashSet<Guid> Changed) TakeMarks()
    {
        lock (_marking)
        {
            (bool, HashSet<Guid>) marks = (_everybodyChanged, _changed);
            (_everybodyChanged, _changed) = (false, []);
            return marks;
        }
    }

    private void MarkChanged(IReadOnlyCollection<Guid> patients)
    {
        lock (_marking)
        {
            // An act without a person changed the practice's settings, which may change every course.
            _everybodyChanged |= patients.Count == 0;
            _changed.UnionWith(patients);
        }
    }

    private void ForgetWhenLocked()
    {
        if (_file.State != JournalState.Open)
        {
            lock (_reading)
            {
                MarkChanged([]);
                _facts = [];
            }
        }
    }
}
