using CareJournal.Conditions;
using CareJournal.Drafts;
using CareJournal.Storage;

namespace CareJournal.Patients;

/// <summary>Records people: their details, and when a follow-up is closed or reopened.</summary>
public sealed class PatientRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Adds a person or changes their details. A day of birth or of death that contradicts what is recorded is refused with the date that it contradicts.</summary>
    /// <param name="form">The person.</param>
    /// <param name="first">The reason for which a new person comes, recorded in the same act; <c>null</c> if none is given yet.</param>
    public Task<SaveOutcome> RecordAsync(PatientForm form, ConditionForm? first = null) =>
        writer.WriteAsync(form.Revision == 0 ? ActKind.PatientAdded : ActKind.PatientChanged, form.Id, async journal =>
        {
            (Patient? recorded, SaveOutcome? answer) = await journal.FindRowAsync<Patient>(form);
            if (answer is not null)
            {
                return answer;
            }

            if (recorded is not null && (form.BirthDate != recorded.BirthDate || form.DeceasedOn != recorded.DeceasedOn)
                && DatedFact.Problems(new LifeSpan(form.BirthDate, form.DeceasedOn), await DatedFactsReader.ReadAsync(journal, recorded.Id)).ToList() is { Count: > 0 } contradictions)
            {
                return new SaveOutcome.Invalid(contradictions);
            }

            Patient patient = recorded ?? new Patient { Id = form.Id };
            IReadOnlyList<Problem> problems = patient.Describe(form, clock.Today);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (recorded is null)
            {
                journal.Add(patient);
                if (first is not null)
                {
                    Condition reason = new() { Id = first.Id, PatientId = patient.Id };
                    if (reason.Describe(first, clock.Today, patient.Life) is { Count: > 0 } wrong)
                    {
                        return new SaveOutcome.Invalid(wrong);
                    }

                    journal.Add(reason);
                }
            }

            await journal.EndDraftAsync(form.DraftId);
            return new SaveOutcome.Saved(patient.Id, Guid.Empty);
        });

    /// <summary>Closes a follow-up today. Concluding together requires the words that were exchanged; closing alone does not.</summary>
    public Task<SaveOutcome> CloseAsync(Guid patientId, PatientClosing closing, string? words) =>
        writer.WriteAsync(ActKind.PatientClosed, patientId, async journal =>
        {
            if (closing == PatientClosing.ConcludedTogether && WrittenText.Clean(words) is null)
            {
                return new SaveOutcome.Refused(Refusal.NeedsContact);
            }

            if (await journal.FindRecordedAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            // Nothing is concluded together with somebody who has died.
            if (closing == PatientClosing.ConcludedTogether && ClinicalDate.Problems(nameof(Patient.ClosedOn), clock.Today, clock.Today, patient.Life).FirstOrDefault() is { } died)
            {
                return new SaveOutcome.Invalid([died]);
            }

            if (WrittenText.TooLong(nameof(Patient.ClosingWords), words, WrittenText.LongestNote).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            patient.Close(closing, clock.Today, words);
            return new SaveOutcome.Saved(patientId, Guid.Empty);
        });

    /// <summary>Reopens a closed follow-up.</summary>
    public Task<SaveOutcome> ReopenAsync(Guid patientId) =>
        writer.WriteAsync(ActKind.PatientReopened, patientId, async journal =>
        {
            if (await journal.FindRecordedAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            patient.Reopen();
            return new SaveOutcome.Saved(patientId, Guid.Empty);
        });
}
