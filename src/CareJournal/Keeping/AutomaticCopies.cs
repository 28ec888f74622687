using System.Collections.Concurrent;
using System.Security.Cryptography;
using CareJournal.Storage;

namespace CareJournal.Keeping;

/// <summary>
/// Makes the copies that are due in their places, one after the other, and removes those that the rotation lets go. A place that is not there is waited for; one that refused a
/// copy is asked again an hour later, or as soon as it was away and came back.
/// </summary>
public sealed class AutomaticCopies(CopyPlaceReader places, JournalCopier copier, JournalFile file, PracticeClock clock, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<Guid, (CopyOutcome Outcome, long At)> _refused = [];

    /// <summary>Raised on any thread when a copy begins or ends.</summary>
    public event Action? Changed;

    /// <summary>The place in which a copy is being made; <c>null</c> while none is.</summary>
    public Guid? Working { get; private set; }

    /// <summary>The places as they were when they were last looked at; empty before the first look and while the journal is not open. Asks no disk: one that sleeps or hangs holds up no page.</summary>
    public IReadOnlyList<CopyPlaceAnswer> Seen { get; private set; } = [];

    /// <summary>Returns why the last copy in a place was not made; <c>null</c> when it was, or none was tried since the program was started.</summary>
    public CopyOutcome? RefusalOf(Guid placeId) => _refused.TryGetValue(placeId, out var refused) ? refused.Outcome : null;

    /// <summary>Makes the copies that are due. Slow on a large journal. Does nothing while the journal is not open.</summary>
    /// <param name="occasion">What makes them due.</param>
    /// <param name="cancellation">Stops a copy that is being made; nothing is left of it.</param>
    /// <returns>The places in which a copy was made.</returns>
    public async Task<int> MakeDueAsync(CopyOccasion occasion, CancellationToken cancellation)
    {
        if (file.State != JournalState.Open)
        {
            Seen = [];
            return 0;
        }

        int made = 0;
        try
        {
            await _one.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        try
        {
            Seen = await places.ReadAsync();
            foreach (CopyPlaceAnswer place in Seen)
            {
                if (!place.IsThere)
                {
                    _refused.TryRemove(place.Id, out _);
                }
                else if (IsDue(place, occasion) && !cancellation.IsCancellationRequested)
                {
                    made += await MakeAsync(place, cancellation) ? 1 : 0;
                }
            }

            Seen = made > 0 ? await places.ReadAsync() : Seen;
        }
        catch (JournalLockedException)
        {
            // Locked in between: what is due then is due at the next unlock.
        }
        finally
        {
            _one.Release();
        }

        return made;
    }

    /// <summary>Makes a copy in one place now, whether or not one is due.</summary>
    public async Task<CopyOutcome?> MakeNowAsync(Guid placeId)
    {
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            if ((await places.ReadAsync()).FirstOrDefault(place => place.Id == placeId) is { IsThere: true } place)
            {
                return await MakeAsync(place, CancellationToken.None) ? null : RefusalOf(placeId);
            }

            return new CopyOutcome.NoSuchFolder();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool IsDue(CopyPlaceAnswer place, CopyOccasion occasion)
    {
        if (!place.HasNews || (occasion == CopyOccasion.Daily && _refused.TryGetValue(place.Id, out var refused) && time.GetElapsedTime(refused.At) < Patience))
        {
            return false;
        }

        // Another day, and not a later one: a clock that was set back keeps no copy from being made.
        return occasion == CopyOccasion.Ending || place.LastAtUtc is not { } last || DateOnly.FromDateTime(clock.Local(last)) != clock.Today;
    }

    private async Task<bool> MakeAsync(CopyPlaceAnswer place, CancellationToken cancellation)
    {
        Working = place.Id;
        Changed?.Invoke();
        try
        {
            CopyOutcome outcome = await copier.CopyAsync(place.Path, place.Id, cancellation);
            if (outcome is not CopyOutcome.Verified made)
            {
                if (outcome is not CopyOutcome.Stopped)
                {
                    _refused[place.Id] = (outcome, time.GetTimestamp());
                }

                return false;
            }

            _refused.TryRemove(place.Id, out _);
            await Task.Run(() => Rotate(place.Path, journalVerifies: !made.JournalIsChanged && !made.JournalIsDamaged), CancellationToken.None);
            return true;
        }
        finally
        {
            Working = null;
            Changed?.Invoke();
        }
    }

    // What cannot be removed now is removed after another copy.
    private void Rotate(string place, bool journalVerifies)
    {
        byte[] key = file.CopyManifestKey();
        try
        {
            using FileStream? turn = CopyFolders.TakeTurn(place);
            if (turn is not null)
            {
                foreach (KeptCopy copy in CopyRotation.Removable(CopyFolders.Kept(file.Folder, place, key, clock), journalVerifies))
                {
                    CopyFolders.Remove(copy.Path);
                }
            }
        }
        catch (Exception refused) when (StorageFaults.Of(refused) is not null)
        {
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}

/// <summary>What makes a copy due.</summary>
public enum CopyOccasion
{
    /// <summary>The journal is open: one a day, once something was recorded since.</summary>
    Daily,

    /// <summary>The journal is about to be locked, stopped or replaced: whenever something was recorded since.</summary>
    Ending,
}
