using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.NextSteps;

/// <summary>Records what was said about the next time, in addition to the earlier steps.</summary>
public sealed class NextStepRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a step said today, outside a visit. Nothing is written for a person who has died since the page was read.</summary>
    /// <param name="patientId">The person.</param>
    /// <param name="form">The step.</param>
    /// <param name="draftId">The draft that ends in this save, if there is one.</param>
    public Task<SaveOutcome> SayAsync(Guid patientId, NextStepForm form, Guid? draftId = null) =>
        writer.WriteAsync(ActKind.NextStepSaid, patientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<NextStep>(draftId) is { } before)
            {
                return before;
            }

            if (await journal.FindRecordedAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            if (patient.DeceasedOn is not null)
            {
                return new SaveOutcome.Stale();
            }

            IReadOnlyList<Problem> problems = form.Problems(clock.Today);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            NextStep step = NextStep.Say(patientId, null, clock.Today, await NextNumberAsync(journal, patientId, clock.Today), form);
            journal.Add(step);
            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(step.Id, Guid.Empty);
        });

    /// <summary>Returns the number that places a step after all others of that day, voided ones included.</summary>
    internal static async Task<int> NextNumberAsync(JournalContext journal, Guid patientId, DateOnly saidOn) =>
        1 + (await journal.NextSteps.IgnoreQueryFilters()
            .Where(step => step.PatientId == patientId && step.SaidOn == saidOn)
            .MaxAsync(step => (int?)step.Number) ?? 0);
}
