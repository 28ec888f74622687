using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Drafts;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>How a recorder finds the row that a form speaks of.</summary>
public static class RecordedRows
{
    /// <summary>The row, tracked, or <c>null</c> when it is not in the journal or was entered in error.</summary>
    public static Task<T?> KnownAsync<T>(this JournalContext journal, Guid id)
        where T : RecordedRow =>
        journal.Set<T>().FirstOrDefaultAsync(row => row.Id == id);

    /// <summary>Whether the row changed since the form read it.</summary>
    public static bool IsStale(this RecordedRow row, int revision)
    {
        ArgumentNullException.ThrowIfNull(row);
#if SABOTAGE_STALE
        return false;
#else
        return row.Revision != revision;
#endif
    }

    /// <summary>
    /// Records what a form says of one row of one person: makes the row, or changes it. A form that was saved already
    /// (same id, revision 0) is answered as saved again, so that a double click makes no twin.
    /// </summary>
    /// <param name="writer">The way into the file.</param>
    /// <param name="kinds">The act when the row is made, and when it is changed.</param>
    /// <param name="patientId">The person; unknown is answered.</param>
    /// <param name="row">The form's row id and the revision it read (0 for a new row).</param>
    /// <param name="make">Makes an empty row.</param>
    /// <param name="describe">Fills it, given the days of birth and death, or answers what cannot be right.</param>
    /// <param name="draftId">The draft that ends in this save, if there is one; a draft that ended before answers the save of then.</param>
    public static Task<SaveOutcome> RecordAsync<T>(
        this JournalWriter writer,
        (ActKind Made, ActKind Changed) kinds,
        Guid patientId,
        (Guid Id, int Revision) row,
        Func<T> make,
        Func<T, LifeSpan, IReadOnlyList<Problem>> describe,
        Guid? draftId = null)
        where T : PatientRow
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.WriteAsync(row.Revision == 0 ? kinds.Made : kinds.Changed, patientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<T>(draftId) is { } before)
            {
                return before;
            }

            if (await journal.KnownAsync<Patients.Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            T? known = await journal.KnownAsync<T>(row.Id);
            if (known is null && row.Revision > 0)
            {
                return new SaveOutcome.NotFound();
            }

            if (known is not null && row.Revision == 0)
            {
                return await journal.AlreadyThereAsync(known.Id, draftId);
            }

            if (known?.IsStale(row.Revision) == true)
            {
                return new SaveOutcome.Stale();
            }

            T written = known ?? make();
            IReadOnlyList<Problem> problems = describe(written, patient.Life);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (known is null)
            {
                journal.Add(written);
            }

            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(written.Id, Guid.Empty);
        });
    }

    /// <summary>
    /// What a page hears that saves as new what is there already: that it is saved, since it asks for the same a second time; or, when its
    /// words were typed on in another draft, that it is stale, since those words are in no row.
    /// </summary>
    public static async Task<SaveOutcome> AlreadyThereAsync(this JournalContext journal, Guid id, Guid? draftId) =>
        draftId is null ? new SaveOutcome.Saved(id, await journal.MadeByAsync(id)) : new SaveOutcome.Stale();

    /// <summary>Declares one row of a person entered in error.</summary>
    public static Task<SaveOutcome> VoidAsync<T>(this JournalWriter writer, ActKind kind, Guid id, int revision)
        where T : PatientRow
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.WriteAsync(kind, null, async journal =>
        {
            T? known = await journal.KnownAsync<T>(id);
            if (known is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (known.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            known.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(known.Id, Guid.Empty);
        });
    }

    /// <summary>The act that made a row.</summary>
    public static Task<Guid> MadeByAsync(this JournalContext journal, Guid rowId)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return journal.RowVersions.Where(version => version.RowId == rowId && version.Before == null).Select(version => version.ActId).FirstOrDefaultAsync();
    }
}
