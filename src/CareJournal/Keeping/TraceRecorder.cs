using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>
/// Records what happened to the journal and which records were opened, as acts without rows (<see cref="ActKinds.Events"/>): times, kinds and people, no medical text.
/// A trace is beside the work: none slows a page down, and none that the disk refuses makes an act fail.
/// </summary>
public sealed class TraceRecorder : IDisposable
{
    /// <summary>The time between the opening of a record and its trace: a page that has just come still reads, and would wait for whoever writes.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);

    // What the writer and the watch of the clock both saw is one thing.
    private static readonly TimeSpan SameTime = TimeSpan.FromMinutes(2);

    private readonly IDbContextFactory<JournalContext> _journals;
    private readonly JournalWriter _writer;
    private readonly PracticeClock _clock;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _opened = [];
    private readonly List<Guid> _waiting = [];
    private DateOnly _day;

    /// <summary>Creates the recorder of one journal.</summary>
    public TraceRecorder(IDbContextFactory<JournalContext> journals, JournalWriter writer, PracticeClock clock, TimeProvider time)
    {
        (_journals, _writer, _clock) = (journals, writer, clock);
        _timer = time.CreateTimer(static recorder => _ = ((TraceRecorder)recorder!).WriteWaitingAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Remembers that a person's record is shown. It is recorded a moment later, once a day. Never waits and never fails.</summary>
    public void Opened(Guid patientId)
    {
        lock (_gate)
        {
            if (_day != _clock.Today)
            {
                _day = _clock.Today;
                _opened.Clear();
            }

            if (_opened.Add(patientId))
            {
                _waiting.Add(patientId);
                _timer.Change(Rest, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Records the openings that still wait; a lock asks for it while there is a key.</summary>
    public async Task WriteWaitingAsync()
    {
        Guid[] waiting;
        lock (_gate)
        {
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (Guid patientId in waiting)
        {
            bool recorded = false;
            try
            {
                recorded = await WasOpenedTodayAsync(patientId) || await _writer.WriteEventAsync(ActKind.RecordOpened, patientId) is SaveOutcome.Saved;
            }
            catch (Exception gone) when (gone is JournalLockedException or ObjectDisposedException || StorageFaults.Of(gone) is not null)
            {
                // The journal was locked, or the disk refuses: the next opening of this record is recorded.
            }

            if (!recorded)
            {
                lock (_gate)
                {
                    _opened.Remove(patientId);
                }
            }
        }
    }

    /// <summary>Records that a sheet was sent to the printer.</summary>
    /// <param name="what">The kind of sheet, one word.</param>
    /// <param name="patientId">The person; <c>null</c> for a sheet about everybody.</param>
    /// <param name="fingerprint">The fingerprint that stands on the sheet; <c>null</c> where none does.</param>
    public Task<SaveOutcome> PrintedAsync(string what, Guid? patientId, string? fingerprint) => _writer.WriteEventAsync(ActKind.RecordPrinted, patientId, TraceDetail.Of(what, fingerprint));

    /// <summary>Records what an unlock found: that the file was of an earlier version, or that it was opened in spite of a doubt.</summary>
    public async Task OpenedAsync(UnlockOutcome.Opened opened)
    {
        if (opened.Accepted is { } doubt)
        {
            await _writer.WriteEventAsync(ActKind.OlderJournalAccepted, null, TraceDetail.Of(doubt.Kind, doubt.Known, doubt.KnownAtUtc, doubt.Found, doubt.FoundAtUtc));
        }

        if (opened.UpgradedFrom is { } version)
        {
            await _writer.WriteEventAsync(ActKind.JournalUpgraded, null, TraceDetail.Of(version, JournalSchema.Version));
        }
    }

    /// <summary>Records wrong secrets that were tried before the journal was opened.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="firstUtc">When the first was tried, in UTC.</param>
    /// <param name="lastUtc">When the last was tried, in UTC.</param>
    public Task<SaveOutcome> UnlocksFailedAsync(int count, DateTime firstUtc, DateTime lastUtc) => _writer.WriteEventAsync(ActKind.UnlockFailed, null, TraceDetail.Of(count, firstUtc, lastUtc));

    /// <summary>Records that what opens the journal was changed.</summary>
    public Task<SaveOutcome> KeysChangedAsync(KeyChange change) => _writer.WriteEventAsync(ActKind.KeysChanged, null, TraceDetail.Of(change));

    /// <summary>Records that the clock of the computer was set back while the journal was open, unless a save has recorded it already.</summary>
    /// <param name="expectedUtc">What the clock would show.</param>
    public async Task ClockWentBackAsync(DateTime expectedUtc)
    {
        DateTime now = _clock.NowUtc;
        await using JournalContext journal = await _journals.CreateDbContextAsync();
        if (!await journal.Acts.AnyAsync(act => act.Kind == ActKind.ClockSetBack && act.AtUtc > now - SameTime && act.AtUtc < now + SameTime))
        {
            await _writer.WriteEventAsync(ActKind.ClockSetBack, null, TraceDetail.Of(expectedUtc, now));
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task<bool> WasOpenedTodayAsync(Guid patientId)
    {
        (DateTime from, DateTime to) = (_clock.MidnightUtc(_clock.Today), _clock.MidnightUtc(_clock.Today.AddDays(1)));
        await using JournalContext journal = await _journals.CreateDbContextAsync();
        return await journal.Acts.AnyAsync(act => act.Kind == ActKind.RecordOpened && act.AtUtc >= from && act.AtUtc < to && act.PatientId == patientId);
    }
}
