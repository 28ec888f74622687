using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Measures;

/// <summary>Records answers that were given outside a session.</summary>
public sealed class MeasureRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records answers about one day; <c>null</c> means that the person preferred not to answer.</summary>
    public Task<SaveOutcome> RecordAsync(Guid patientId, DateOnly takenOn, IReadOnlyDictionary<Instrument, int?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return writer.WriteAsync(ActKind.MeasuresRecorded, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            List<Problem> problems = [.. ClinicalDate.Problems(nameof(Measure.TakenOn), takenOn, clock.Today, patient.Life)];
            foreach ((Instrument instrument, int? value) in answers)
            {
                InstrumentScale scale = InstrumentScale.Of(instrument);
                if (value is { } given && !scale.Allows(given))
                {
                    problems.Add(new Problem(instrument.ToString(), ProblemKind.OutOfRange, scale.Minimum, scale.Maximum));
                }
            }

            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            Measure[] measures = [.. answers.Select(answer => Measure.Create(patientId, null, takenOn, answer.Key, answer.Value))];
            journal.AddRange(measures);
            return new SaveOutcome.Saved(measures.FirstOrDefault()?.Id ?? patientId, Guid.Empty);
        });
    }
}
