using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;

namespace CareJournal.Reviews;

/// <summary>Records that stock was taken, outside a visit.</summary>
public sealed class ReviewRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records today's line that says what justifies the rhythm.</summary>
    public Task<SaveOutcome> JustifyAsync(Guid patientId, string? justifiesRhythm) =>
        writer.WriteAsync(ActKind.ReviewRecorded, patientId, async journal =>
        {
            if (await journal.KnownAsync<Patient>(patientId) is null)
            {
                return new SaveOutcome.NotFound();
            }

            if (WrittenText.Clean(justifiesRhythm) is not { } words)
            {
                return SaveOutcome.Because(nameof(Review.JustifiesRhythm), ProblemKind.Missing);
            }

            if (WrittenText.TooLong(nameof(Review.JustifiesRhythm), words, WrittenText.LongestNote).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            Review review = new() { PatientId = patientId, TakenOn = clock.Today, JustifiesRhythm = words };
            journal.Add(review);
            return new SaveOutcome.Saved(review.Id, Guid.Empty);
        });
}
