using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Patients;

/// <summary>Records people: who they are, and when a follow-up is closed or taken up again.</summary>
public sealed class PatientRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Adds a person or changes their details. A day of birth or of death that contradicts what is recorded is refused with the date that it contradicts.</summary>
    public Task<SaveOutcome> RecordAsync(PatientForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(form.Revision == 0 ? ActKind.PatientAdded : ActKind.PatientChanged, form.Id, async journal =>
        {
            Patient? known = await journal.KnownAsync<Patient>(form.Id);
            if (known is null && form.Revision > 0)
            {
                return new SaveOutcome.NotFound();
            }

            if (known is not null && form.Revision == 0)
            {
                return new SaveOutcome.Saved(known.Id, await journal.MadeByAsync(known.Id));
            }

            if (known?.IsStale(form.Revision) == true)
            {
                return new SaveOutcome.Stale();
            }

            if (known is not null && (form.BirthDate != known.BirthDate || form.DeceasedOn != known.DeceasedOn)
                && DatedFact.Problems(new LifeSpan(form.BirthDate, form.DeceasedOn), await DatedFactsReader.ReadAsync(journal, known.Id)).ToList() is { Count: > 0 } contradictions)
            {
                return new SaveOutcome.Invalid(contradictions);
            }

            Patient patient = known ?? new Patient { Id = form.Id };
            IReadOnlyList<Problem> problems = patient.Describe(form, clock.Today);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (known is null)
            {
                journal.Add(patient);
            }

            return new SaveOutcome.Saved(patient.Id, Guid.Empty);
        });
    }

    /// <summary>Closes a follow-up today. Concluding together needs the words that were exchanged; closing alone does not.</summary>
    public Task<SaveOutcome> CloseAsync(Guid patientId, PatientClosing closing, string? words) =>
        writer.WriteAsync(ActKind.PatientClosed, patientId, async journal =>
        {
            if (closing == PatientClosing.ConcludedTogether && WrittenText.Clean(words) is null)
            {
                return new SaveOutcome.Refused(Refusal.NeedsContact);
            }

            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
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

    /// <summary>Takes a closed follow-up up again.</summary>
    public Task<SaveOutcome> ReopenAsync(Guid patientId) =>
        writer.WriteAsync(ActKind.PatientReopened, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            patient.Reopen();
            return new SaveOutcome.Saved(patientId, Guid.Empty);
        });
}
