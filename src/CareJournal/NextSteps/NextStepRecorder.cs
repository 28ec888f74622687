using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.NextSteps;

/// <summary>Records what was said about the next time, beside what was said before.</summary>
public sealed class NextStepRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a step said today, outside a visit; in a contact, where one is named. Nothing is written of somebody who has died since the page was read.</summary>
    public Task<SaveOutcome> SayAsync(Guid patientId, NextStepForm form, Guid? contactId = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(ActKind.NextStepSaid, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
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

            if (contactId is { } contact && (await journal.KnownAsync<Contact>(contact))?.PatientId != patientId)
            {
                return new SaveOutcome.NotFound();
            }

            NextStep step = NextStep.Say(patientId, null, clock.Today, await NextNumberAsync(journal, patientId, clock.Today), form, contactId);
            journal.Add(step);
            return new SaveOutcome.Saved(step.Id, Guid.Empty);
        });
    }

    /// <summary>The number that puts a step after all that were said on that day, voided ones included.</summary>
    internal static async Task<int> NextNumberAsync(JournalContext journal, Guid patientId, DateOnly saidOn) =>
        1 + (await journal.NextSteps.IgnoreQueryFilters()
            .Where(step => step.PatientId == patientId && step.SaidOn == saidOn)
            .MaxAsync(step => (int?)step.Number) ?? 0);
}
