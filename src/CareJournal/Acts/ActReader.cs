using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Reads the latest acts, so that each can still be undone once its toast is gone.</summary>
public sealed class ActReader(IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    /// <summary>Reads the latest acts, newest first.</summary>
    /// <param name="most">The largest number of acts to read.</param>
    public Task<IReadOnlyList<ActAnswer>> ReadLastAsync(int most) => ReadAsync(DateTime.UnixEpoch, most);

    /// <summary>Reads the latest acts of today, newest first.</summary>
    /// <param name="most">The largest number of acts to read.</param>
    public Task<IReadOnlyList<ActAnswer>> ReadTodayAsync(int most) => ReadAsync(BeforeToday, most);

    /// <summary>Reads the acts of today that are of some kinds, newest first.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="most">The largest number of acts to read.</param>
    public Task<IReadOnlyList<ActAnswer>> ReadTodayAsync(IReadOnlyCollection<ActKind> kinds, int most) => ReadAsync(BeforeToday, most, kinds);

    // The last moment before today.
    private DateTime BeforeToday => clock.MidnightUtc(clock.Today).AddTicks(-1);

    private async Task<IReadOnlyList<ActAnswer>> ReadAsync(DateTime after, int most, IReadOnlyCollection<ActKind>? kinds = null)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var acts = await journal.Acts.AsNoTracking()
            .Where(act => !ActKinds.Events.Contains(act.Kind) && act.AtUtc > after && (kinds == null || kinds.Contains(act.Kind)))
            .OrderByDescending(act => act.AtUtc)
            .Take(most)
            .ToListAsync();
        ILookup<Guid, Guid> undoing = await UndoingAsync(journal, acts.Count == 0 ? DateTime.MaxValue : acts[^1].AtUtc);
        IReadOnlySet<Guid> unchanged = await RowRevisions.UnchangedAsync(journal, [.. acts.Select(act => act.Id)]);
        IReadOnlyDictionary<Guid, PatientClosing> closings = await ActClosings.ReadAsync(journal, [.. acts.Where(act => act.Kind == ActKind.PatientClosed).Select(act => act.Id)]);
        return [.. acts.Select(act => new ActAnswer(act.Id, clock.Local(act.AtUtc), act.Kind, act.PatientId, IsUndone(undoing, act.Id))
        {
            Name = act.PatientId is { } patient ? names.Of(patient)?.Name : null,
            Mark = act.PatientId is { } marked ? names.Of(marked)?.Mark : null,
            Closing = closings.TryGetValue(act.Id, out PatientClosing closing) ? closing : null,
            Undoable = !undoing.Contains(act.Id) && unchanged.Contains(act.Id),
        })];
    }

    private static async Task<ILookup<Guid, Guid>> UndoingAsync(JournalContext journal, DateTime since)
    {
        var undos = await journal.Acts.AsNoTracking().Where(act => act.UndoesActId != null && act.AtUtc >= since).Select(act => new { act.Id, act.UndoesActId }).ToListAsync();
        return undos.ToLookup(undo => undo.UndoesActId!.Value, undo => undo.Id);
    }

    // An undo that was itself undone has brought the act back.
    private static bool IsUndone(ILookup<Guid, Guid> undoing, Guid act) => undoing[act].Any(undo => !IsUndone(undoing, undo));
}

/// <summary>An act as it is listed.</summary>
/// <param name="Id">The act.</param>
/// <param name="At">When it was written, in the practice's local time.</param>
/// <param name="Kind">What was done.</param>
/// <param name="PatientId">The person, if there is one.</param>
/// <param name="Undone">Whether it was undone.</param>
public sealed record ActAnswer(Guid Id, DateTime At, ActKind Kind, Guid? PatientId, bool Undone)
{
    /// <summary>The person's name, while they are in the journal.</summary>
    public string? Name { get; init; }

    /// <summary>What distinguishes the person from others of the same name.</summary>
    public SecondMark? Mark { get; init; }

    /// <summary>For <see cref="ActKind.PatientClosed"/>: how the follow-up was closed.</summary>
    public PatientClosing? Closing { get; init; }

    /// <summary>
    /// Whether the act can be undone, judged by its own rows alone. It may still be refused when another row refers to one of them;
    /// the outcome then says so.
    /// </summary>
    public bool Undoable { get; init; }
}
