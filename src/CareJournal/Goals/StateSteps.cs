using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;

namespace CareJournal.Goals;

/// <summary>Records the steps of a goal or a tool: its state from a day on.</summary>
internal static class StateSteps
{
    private const string OnField = "On";

    /// <summary>Adds a step to a goal or a tool, and ends the draft of its words.</summary>
    /// <param name="writer">The writer of the journal.</param>
    /// <param name="kind">The act.</param>
    /// <param name="itemId">The goal or the tool; an unknown one is not found.</param>
    /// <param name="move">The problems of the step's own fields.</param>
    /// <param name="today">The day of the step, and the civil day of the practice; not before the day on which the goal or the tool begins.</param>
    /// <param name="begins">The day on which the goal or the tool begins.</param>
    /// <param name="make">Creates the step.</param>
    /// <param name="draftId">The draft that this ends; <c>null</c> when nothing was kept.</param>
    public static Task<SaveOutcome> MoveAsync<TItem, TStep>(
        this JournalWriter writer, ActKind kind, Guid itemId, IEnumerable<Problem> move, DateOnly today, Func<TItem, DateOnly> begins, Func<TItem, TStep> make, Guid? draftId)
        where TItem : PatientRow
        where TStep : PatientRow =>
        writer.WriteAsync(kind, null, journal => AddAsync(journal, itemId, move, today, begins, make, draftId));

    private static async Task<SaveOutcome> AddAsync<TItem, TStep>(
        JournalContext journal, Guid itemId, IEnumerable<Problem> move, DateOnly today, Func<TItem, DateOnly> begins, Func<TItem, TStep> make, Guid? draftId)
        where TItem : PatientRow
        where TStep : PatientRow
    {
        List<Problem> problems = [.. move];
        if (problems.Count > 0)
        {
            return new SaveOutcome.Invalid(problems);
        }

        if (await journal.SavedBeforeAsync<TStep>(draftId) is { } before)
        {
            return before;
        }

        if (await journal.FindRecordedAsync<TItem>(itemId) is not { } item)
        {
            return new SaveOutcome.NotFound();
        }

        if (today < begins(item))
        {
            return SaveOutcome.Because(OnField, ProblemKind.EndBeforeStart);
        }

        if (ClinicalDate.Problems(OnField, today, today, (await journal.FindRecordedAsync<Patient>(item.PatientId))?.Life).FirstOrDefault() is { } problem)
        {
            return new SaveOutcome.Invalid([problem]);
        }

        TStep step = make(item);
        journal.Add(step);
        await journal.EndDraftAsync(draftId);
        return new SaveOutcome.Saved(step.Id, Guid.Empty);
    }
}
