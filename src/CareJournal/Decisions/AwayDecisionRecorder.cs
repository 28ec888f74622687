using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Decisions;

/// <summary>Records what is decided in the review of follow-ups.</summary>
public sealed class AwayDecisionRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a decision taken today on a shelf; a date must lie in the future.</summary>
    public Task<SaveOutcome> DecideAsync(Guid patientId, Shelf shelf, AwayDecisionKind kind, DateOnly? until, string? words) =>
        writer.WriteAsync(ActKind.AwayDecided, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (until <= clock.Today || (kind == AwayDecisionKind.Snooze && until is null))
            {
                return SaveOutcome.Because(nameof(AwayDecision.Until), ProblemKind.NotInFuture);
            }

            if (WrittenText.TooLong(nameof(AwayDecision.Words), words, WrittenText.LongestNote).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            AwayDecision decision = new()
            {
                PatientId = patientId,
                Shelf = shelf,
                Kind = kind,
                DecidedOn = clock.Today,
                Until = until,
                Words = WrittenText.Clean(words),
            };
            journal.Add(decision);
            return new SaveOutcome.Saved(decision.Id, Guid.Empty);
        });
}
