using CareJournal.Patients;
using CareJournal.Storage;

namespace CareJournal.Reviews;

/// <summary>Records that a prompt to take stock was put away until the next visit.</summary>
public sealed class PromptDismissalRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Puts a prompt away today; the reason is optional.</summary>
    public Task<SaveOutcome> DismissAsync(Guid patientId, Prompt prompt, string? reason) =>
        writer.WriteAsync(ActKind.PromptDismissed, patientId, async journal =>
        {
            if (await journal.FindRecordedAsync<Patient>(patientId) is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (WrittenText.TooLong(nameof(PromptDismissal.Reason), reason, WrittenText.LongestNote).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            PromptDismissal dismissal = new() { PatientId = patientId, Prompt = prompt, DismissedOn = clock.Today, Reason = WrittenText.Clean(reason) };
            journal.Add(dismissal);
            return new SaveOutcome.Saved(dismissal.Id, Guid.Empty);
        });
}
