using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>Reads text that was typed and not saved. Lists load only the texts that are needed to tell drafts apart.</summary>
public sealed class DraftReader(IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    // A text may be a megabyte long; of more drafts that look alike, the time has to tell them apart.
    private const int MostAlike = 20;

    /// <summary>
    /// Reads all drafts that were not discarded, the latest first: those to finish, and those that were set aside. Those that look alike, of one person and one
    /// form, come with their texts.
    /// </summary>
    public async Task<IReadOnlyList<OpenDraft>> ReadOpenAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        IReadOnlyList<OpenDraft> open = await OpenAsync(journal.Drafts);
        Guid[] alike = [.. open.GroupBy(draft => (draft.PatientId, KindOf(draft.Form))).Where(group => group.Count() > 1).SelectMany(group => group).Take(MostAlike).Select(draft => draft.Id)];
        if (alike.Length == 0)
        {
            return open;
        }

        Dictionary<Guid, string> texts = await journal.Drafts.Where(draft => alike.Contains(draft.Id)).ToDictionaryAsync(draft => draft.Id, draft => draft.Text);
        return [.. open.Select(draft => draft with { Text = texts.GetValueOrDefault(draft.Id) })];
    }

    /// <summary>Reads the drafts of one form of one person, the latest first: one for each page in which it was typed, without those set aside.</summary>
    /// <param name="patientId">The person; <c>null</c> for a form that is about nobody yet.</param>
    /// <param name="form">The form.</param>
    public async Task<IReadOnlyList<OpenDraft>> FindAsync(Guid? patientId, string form)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
#if SABOTAGE_DRAFT_ASIDE
        string aside = Draft.AsideOf(form);
        return await OpenAsync(journal.Drafts.Where(draft => draft.PatientId == patientId && (draft.Form == form || draft.Form == aside)));
#else
        return await OpenAsync(journal.Drafts.Where(draft => draft.PatientId == patientId && draft.Form == form));
#endif
    }

    /// <summary>Reads one draft with its text, also one that was set aside; <c>null</c> when it was saved, discarded, or never kept.</summary>
    public async Task<DraftAnswer?> ReadAsync(Guid id)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.Drafts.AsNoTracking().FirstOrDefaultAsync(draft => draft.Id == id && !draft.Discarded) is { } draft
            ? new DraftAnswer(draft.Id, draft.PatientId, Draft.FormOf(draft.Form), draft.TargetId, draft.TargetRevision, draft.Number, draft.Text, clock.Local(draft.UpdatedAtUtc))
            {
                Aside = Draft.IsAside(draft.Form),
            }
            : null;
    }

    // The form of a pause is named with its day.
    private static string KindOf(string form) => string.Concat(form.TakeWhile(sign => !char.IsAsciiDigit(sign)));

    private async Task<IReadOnlyList<OpenDraft>> OpenAsync(IQueryable<Draft> drafts)
    {
        var rows = await drafts
            .Where(draft => !draft.Discarded)
            .Select(draft => new { draft.Id, draft.PatientId, draft.Form, draft.TargetId, draft.Number, draft.UpdatedAtUtc })
            .ToListAsync();
        return [.. rows
            .OrderByDescending(row => row.UpdatedAtUtc)
            .Select(row => new OpenDraft(row.Id, row.PatientId, row.PatientId is { } id ? names.Of(id)?.Name : null, Draft.FormOf(row.Form), row.TargetId, row.Number, clock.Local(row.UpdatedAtUtc))
            {
                Mark = row.PatientId is { } marked ? names.Of(marked)?.Mark : null,
                Aside = Draft.IsAside(row.Form),
            })];
    }
}

/// <summary>A draft as it is listed.</summary>
/// <param name="Id">The draft.</param>
/// <param name="PatientId">The person it is about.</param>
/// <param name="Name">Their name, while they are in the journal.</param>
/// <param name="Form">The form.</param>
/// <param name="TargetId">The row that is being changed.</param>
/// <param name="Number">Its number.</param>
/// <param name="UpdatedAt">When it was last kept, in the practice's local time.</param>
public sealed record OpenDraft(Guid Id, Guid? PatientId, string? Name, string Form, Guid? TargetId, long Number, DateTime UpdatedAt)
{
    /// <summary>What distinguishes the person from others of the same name.</summary>
    public SecondMark? Mark { get; init; }

    /// <summary>Whether it was set aside: kept and readable, and offered to no form.</summary>
    public bool Aside { get; init; }

    /// <summary>What was typed, where another draft in the list looks alike; else <c>null</c>.</summary>
    public string? Text { get; init; }
}

/// <summary>A draft with its text.</summary>
/// <param name="Id">The draft.</param>
/// <param name="PatientId">The person it is about.</param>
/// <param name="Form">The form.</param>
/// <param name="TargetId">The row that is being changed.</param>
/// <param name="TargetRevision">The revision of that row that was read.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">What was typed.</param>
/// <param name="UpdatedAt">When it was last kept, in the practice's local time.</param>
public sealed record DraftAnswer(
    Guid Id, Guid? PatientId, string Form, Guid? TargetId, int? TargetRevision, long Number, string Text, DateTime UpdatedAt)
{
    /// <inheritdoc cref="OpenDraft.Aside"/>
    public bool Aside { get; init; }
}
