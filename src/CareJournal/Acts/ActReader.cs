using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Reads the last acts, so that each can still be taken back once its toast is gone.</summary>
public sealed class ActReader(IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    /// <summary>The last acts, latest first.</summary>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<ActAnswer>> ReadLastAsync(int most) => ReadAsync(DateTime.UnixEpoch, most);

    /// <summary>The last acts of today, latest first.</summary>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<ActAnswer>> ReadTodayAsync(int most) =>
        ReadAsync(TimeZoneInfo.ConvertTimeToUtc(clock.Today.ToDateTime(TimeOnly.MinValue), clock.Zone).AddTicks(-1), most);

    private async Task<IReadOnlyList<ActAnswer>> ReadAsync(DateTime after, int most)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var acts = await journal.Acts.AsNoTracking()
            .Where(act => act.Kind != ActKind.CopyMade && act.AtUtc > after)
            .OrderByDescending(act => act.AtUtc)
            .Take(most)
            .Select(act => new { Act = act, Undone = journal.Acts.Any(other => other.UndoesActId == act.Id) })
            .ToListAsync();
        IReadOnlySet<Guid> unchanged = await RowStanding.UnchangedAsync(journal, [.. acts.Select(row => row.Act.Id)]);
        return [.. acts.Select(row => new ActAnswer(row.Act.Id, clock.Local(row.Act.AtUtc), row.Act.Kind, row.Act.PatientId, row.Undone)
        {
            Name = row.Act.PatientId is { } patient ? names.Of(patient)?.Name : null,
            Undoable = !row.Undone && unchanged.Contains(row.Act.Id),
        })];
    }
}

/// <summary>An act as it is listed.</summary>
/// <param name="Id">The act.</param>
/// <param name="At">When, on the practice's wall clock.</param>
/// <param name="Kind">What was done.</param>
/// <param name="PatientId">The person, if there is one.</param>
/// <param name="Undone">Whether it was taken back.</param>
public sealed record ActAnswer(Guid Id, DateTime At, ActKind Kind, Guid? PatientId, bool Undone)
{
    /// <summary>The person's name, while they are in the journal.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether it can be taken back as far as its own rows say. It may still be refused when another row rests on one of them: then the
    /// answer says so.
    /// </summary>
    public bool Undoable { get; init; }
}
