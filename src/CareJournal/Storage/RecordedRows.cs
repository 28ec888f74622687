using CareJournal.Drafts;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>Finds, writes and voids the rows of recorders.</summary>
public static class RecordedRows
{
    /// <summary>Finds the row, tracked; <c>null</c> when it is not in the journal or was entered in error.</summary>
    public static Task<T?> FindRecordedAsync<T>(this JournalContext journal, Guid id)
        where T : RecordedRow =>
        journal.Set<T>().FirstOrDefaultAsync(row => row.Id == id);

    /// <summary>Whether the row changed since the form read it.</summary>
    public static bool IsStale(this RecordedRow row, int revision)
    {
#if SABOTAGE_STALE
        return false;
#else
        return row.Revision != revision;
#endif
    }

    /// <summary>
    /// Records a form of one row of one person: creates the row, or changes it. A form that was saved already
    /// (same id, revision 0) is reported as saved again, so that a double click makes no duplicate.
    /// </summary>
    /// <param name="writer">The writer of the file.</param>
    /// <param name="kinds">The act when the row is created, and when it is changed.</param>
    /// <param name="form">The form; an unknown person is not found.</param>
    /// <param name="make">Creates an empty row.</param>
    /// <param name="describe">Fills it, given the days of birth and death, or returns the problems.</param>
    /// <param name="made">Adds what is made together with a new row.</param>
    public static Task<SaveOutcome> RecordAsync<T>(
        this JournalWriter writer, (ActKind Made, ActKind Changed) kinds, PatientRowForm form, Func<T> make, Func<T, LifeSpan, IReadOnlyList<Problem>> describe, Action<JournalContext, T>? made = null)
        where T : PatientRow =>
        writer.WriteAsync(form.Revision == 0 ? kinds.Made : kinds.Changed, form.PatientId, async journal =>
        {
            (T? recorded, SaveOutcome? answer) = await journal.FindRowAsync<T>(form);
            if (answer is not null)
            {
                return answer;
            }

            if (await journal.FindRecordedAsync<Patients.Patient>(form.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            T written = recorded ?? make();
            IReadOnlyList<Problem> problems = describe(written, patient.Life);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (recorded is null)
            {
                journal.Add(written);
                made?.Invoke(journal, written);
            }

            await journal.EndDraftAsync(form.DraftId);
            return new SaveOutcome.Saved(written.Id, Guid.Empty);
        });

    /// <summary>
    /// Finds the row that a form writes, or returns the outcome at once: the form's draft was saved before, the row is there already, is not
    /// there any more, or changed since it was read.
    /// </summary>
    public static async Task<(T? Row, SaveOutcome? Answer)> FindRowAsync<T>(this JournalContext journal, RowForm form)
        where T : RecordedRow
    {
        if (await journal.SavedBeforeAsync<T>(form.DraftId) is { } before)
        {
            return (null, before);
        }

        return await journal.FindRowOfFormAsync<T>(form);
    }

    /// <summary>Finds the row that a form writes, or returns the outcome at once, as <see cref="FindRowAsync"/> does for a form whose draft was not saved before.</summary>
    public static async Task<(T? Row, SaveOutcome? Answer)> FindRowOfFormAsync<T>(this JournalContext journal, RowForm form)
        where T : RecordedRow
    {
        T? recorded = await journal.FindRecordedAsync<T>(form.Id);
        return recorded switch
        {
            null when form.Revision > 0 => (null, new SaveOutcome.NotFound()),
            not null when form.Revision == 0 => (recorded, await journal.AlreadyThereAsync(recorded.Id, form.DraftId)),
            not null when recorded.IsStale(form.Revision) => (recorded, new SaveOutcome.Stale()),
            _ => (recorded, null),
        };
    }

    /// <summary>
    /// Returns the outcome for a page that saves as new a row that is there already: saved, since it asks for the same a second time; or, when its
    /// words were typed on in another draft, stale, since those words are in no row.
    /// </summary>
    public static async Task<SaveOutcome> AlreadyThereAsync(this JournalContext journal, Guid id, Guid? draftId) =>
        draftId is null ? new SaveOutcome.Saved(id, await journal.MadeByAsync(id)) : new SaveOutcome.Stale();

    /// <summary>Declares one row entered in error, with the rows that belong to it.</summary>
    public static Task<SaveOutcome> VoidAsync<T>(this JournalWriter writer, ActKind kind, Guid id, int revision, Func<JournalContext, T, Task<IReadOnlyList<RecordedRow>>>? with = null)
        where T : RecordedRow =>
        writer.WriteAsync(kind, null, async journal =>
        {
            T? recorded = await journal.FindRecordedAsync<T>(id);
            if (recorded is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (recorded.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            IReadOnlyList<RecordedRow> rows = with is null ? [] : await with(journal, recorded);
            foreach (RecordedRow row in (RecordedRow[])[recorded, .. rows])
            {
                row.Void(journal.CurrentAct!.AtUtc);
            }

            return new SaveOutcome.Saved(recorded.Id, Guid.Empty);
        });

    /// <summary>Finds the act that created a row.</summary>
    public static Task<Guid> MadeByAsync(this JournalContext journal, Guid rowId) =>
        journal.RowVersions.Where(version => version.RowId == rowId && version.Before == null).Select(version => version.ActId).FirstOrDefaultAsync();
}
