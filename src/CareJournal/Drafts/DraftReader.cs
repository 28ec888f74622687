using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Drafts;

/// <summary>Reads what was typed and not saved. Lists leave the texts where they are.</summary>
public sealed class DraftReader(IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    /// <summary>All drafts that were not put away, the latest first: those to finish, and those that were set aside.</summary>
    public async Task<IReadOnlyList<OpenDraft>> ReadOpenAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await OpenAsync(journal.Drafts);
    }

    /// <summary>The drafts of one form of one person, the latest first: one for each page in which it was typed. What was set aside is not among them.</summary>
    /// <param name="patientId">The person; none for a form that is about nobody yet.</param>
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

    /// <summary>One draft with its text, also one that was set aside; <c>null</c> when it was saved, put away, or never kept.</summary>
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
/// <param name="UpdatedAt">When it was last kept, on the practice's wall clock.</param>
public sealed record OpenDraft(Guid Id, Guid? PatientId, string? Name, string Form, Guid? TargetId, long Number, DateTime UpdatedAt)
{
    /// <summary>Whether it was set aside: kept and read, and offered to no form.</summary>
    public bool Aside { get; init; }
}

/// <summary>A draft with its text.</summary>
/// <param name="Id">The draft.</param>
/// <param name="PatientId">The person it is about.</param>
/// <param name="Form">The form.</param>
/// <param name="TargetId">The row that is being changed.</param>
/// <param name="TargetRevision">The revision of that row that was read.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">What was typed.</param>
/// <param name="UpdatedAt">When it was last kept, on the practice's wall clock.</param>
public sealed record DraftAnswer(
    Guid Id, Guid? PatientId, string Form, Guid? TargetId, int? TargetRevision, long Number, string Text, DateTime UpdatedAt)
{
    /// <inheritdoc cref="OpenDraft.Aside"/>
    public bool Aside { get; init; }
}
