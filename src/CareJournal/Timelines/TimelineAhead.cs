using CareJournal.Storage;

namespace CareJournal.Timelines;

/// <summary>
/// Holds the timeline of the one person who is about to be opened, read while the pointer or the focus rests on their name. One instance per open page; it holds one person at most, for
/// <see cref="Kept"/>, and nothing once anything was saved or the journal was locked. Reading ahead writes nothing and counts as no opening. Safe to be called from any thread.
/// </summary>
public sealed class TimelineAhead : IDisposable
{
    /// <summary>How long what was read is held at most.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly TimelineReader _reader;
    private readonly JournalFile _file;
    private readonly PracticeClock _clock;
    private readonly TimeProvider _time;
    private readonly Lock _turn = new();
    private Held? _held;
    private ITimer? _end;
    private int _changes;

    /// <summary>Subscribes to the journal; reads nothing yet.</summary>
    public TimelineAhead(TimelineReader reader, JournalFile file, PracticeClock clock, TimeProvider time)
    {
        (_reader, _file, _clock, _time) = (reader, file, clock, time);
        _reader.Changed += Forget;
        _file.StateChanged += Forget;
    }

    /// <summary>Raised when what was read may no longer be shown: something was saved, the journal was locked, or it was held for long enough. From any thread.</summary>
    public event Action? Forgotten;

    /// <summary>Reads a person's timeline ahead, in place of the person held before; <c>null</c> when the person is not in the journal, or when something was saved or locked meanwhile.</summary>
    public async Task<PatientTimeline?> ReadAsync(Guid patientId)
    {
        if (Find(patientId) is { } held)
        {
            return held;
        }

        int changes;
        lock (_turn)
        {
            changes = _changes;
        }

        return await _reader.ReadAsync(patientId) is { } timeline && Keep(timeline, changes) ? timeline : null;
    }

    /// <summary>Holds a timeline that another page's instance read just now.</summary>
    public void Keep(PatientTimeline timeline)
    {
        lock (_turn)
        {
            _held = new Held(timeline, _time.GetTimestamp());
        }
    }

    /// <summary>Returns the timeline of a person if it was read ahead and is what a reading would find now; else <c>null</c>.</summary>
    public PatientTimeline? Find(Guid patientId)
    {
        lock (_turn)
        {
            return _held is { } held && held.Timeline.Patient.Id == patientId && held.Timeline.Today == _clock.Today && _time.GetElapsedTime(held.At) < Kept ? held.Timeline : null;
        }
    }

    /// <summary>Drops what is held, and what is being read.</summary>
    public void Forget()
    {
        lock (_turn)
        {
            _changes++;
            _held = null;
            _end?.Dispose();
            _end = null;
        }

        Forgotten?.Invoke();
    }

    public void Dispose()
    {
        _reader.Changed -= Forget;
        _file.StateChanged -= Forget;
        Forgotten = null;
        Forget();
    }

    // What was read during a save may mix the old and the new state, and after a lock nothing is held.
    private bool Keep(PatientTimeline timeline, int changes)
    {
        lock (_turn)
        {
#if !SABOTAGE_READ_AHEAD
            if (changes != _changes)
            {
                return false;
            }
#endif
            _held = new Held(timeline, _time.GetTimestamp());
            _end?.Dispose();
            _end = _time.CreateTimer(_ => Forget(), null, Kept, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    private void Forget(IReadOnlyCollection<Guid> people)
    {
#if !SABOTAGE_READ_AHEAD
        Forget();
#endif
    }

    private sealed record Held(PatientTimeline Timeline, long At);
}
