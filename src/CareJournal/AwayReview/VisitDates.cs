using CareJournal.Storage;

namespace CareJournal.AwayReview;

/// <summary>
/// The visit days of everybody, in memory, with what the review judges them by. Filled on first use after the journal opens,
/// replaced per person after a save, forgotten when it locks.
/// </summary>
public sealed class VisitDates : IDisposable
{
    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly Lock _turn = new();
    private Dictionary<Guid, AwayFacts>? _facts;

    /// <summary>Listens to the journal; reads nothing yet.</summary>
    public VisitDates(JournalFile file, JournalWriter writer)
    {
        _file = file;
        _writer = writer;
        _file.StateChanged += ForgetWhenLocked;
        _writer.Saved += Replace;
    }

    /// <summary>What is known of everybody.</summary>
    public IReadOnlyCollection<AwayFacts> All() => Facts().Values;

    /// <summary>What is known of one person; <c>null</c> when they are not in the journal.</summary>
    public AwayFacts? Of(Guid patientId) => Facts().GetValueOrDefault(patientId);

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.StateChanged -= ForgetWhenLocked;
        _writer.Saved -= Replace;
    }

    private Dictionary<Guid, AwayFacts> Facts()
    {
        lock (_turn)
        {
            return _facts ??= AwayFactsReader.Read(_file, null).ToDictionary(facts => facts.PatientId);
        }
    }

    private void Replace(IReadOnlyCollection<Guid> patients)
    {
        lock (_turn)
        {
            // An act without a person changed the practice's settings: every course may read differently.
            // And a journal that locked right after the save has nothing to keep in step.
            if (patients.Count == 0 || _facts is null || _file.State != JournalState.Open)
            {
                _facts = null;
                return;
            }

            Dictionary<Guid, AwayFacts> facts = new(_facts);
            foreach (Guid id in patients)
            {
                facts.Remove(id);
                foreach (AwayFacts fresh in AwayFactsReader.Read(_file, id))
                {
                    facts[id] = fresh;
                }
            }

            _facts = facts;
        }
    }

    private void ForgetWhenLocked()
    {
        lock (_turn)
        {
            if (_file.State != JournalState.Open)
            {
                _facts = null;
            }
        }
    }
}
