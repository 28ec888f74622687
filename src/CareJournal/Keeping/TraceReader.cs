using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Reads the traces of the journal (<see cref="ActKinds.Events"/>), newest first.</summary>
public sealed class TraceReader(IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    /// <summary>The number of traces that are read at once.</summary>
    public const int AtOnce = 20;

    /// <summary>Reads one page.</summary>
    /// <param name="page">Which page, from 0 for the newest.</param>
    public async Task<TracePage> ReadAsync(int page)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var acts = await journal.Acts.AsNoTracking()
            .Where(act => ActKinds.Events.Contains(act.Kind))
            .OrderByDescending(act => act.AtUtc)
            .ThenByDescending(act => act.Id)
            .Skip(page * AtOnce)
            .Take(AtOnce + 1)
            .ToListAsync();
        return new TracePage(
            [.. acts.Take(AtOnce).Select(act => new Trace(act.Id, clock.Local(act.AtUtc), act.Kind, act.Detail) { Person = act.PatientId is { } person ? names.Of(person) : null })],
            acts.Count > AtOnce);
    }
}

/// <summary>One page of traces.</summary>
/// <param name="Traces">The traces, newest first.</param>
/// <param name="HasOlder">Whether there are older ones.</param>
public sealed record TracePage(IReadOnlyList<Trace> Traces, bool HasOlder);

/// <summary>A trace.</summary>
/// <param name="Id">Its act.</param>
/// <param name="At">When it was written, in the practice's local time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">What it was about (<see cref="TraceDetail"/>).</param>
public sealed record Trace(Guid Id, DateTime At, ActKind Kind, string? Detail)
{
    /// <summary>The person, where it is about one who is in the journal.</summary>
    public PatientName? Person { get; init; }
}
