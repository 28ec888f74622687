using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Reviews;

/// <summary>Records reviews, at a visit or outside one.</summary>
public sealed class ReviewRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records today's line about what justifies the rhythm, and ends its draft.</summary>
    public Task<SaveOutcome> JustifyAsync(Guid patientId, string? justifiesRhythm, Guid? draftId = null) =>
        WrittenText.Clean(justifiesRhythm) is null
            ? Task.FromResult(SaveOutcome.Because(nameof(Review.JustifiesRhythm), ProblemKind.Missing))
            : RecordAsync(new ReviewForm { PatientId = patientId, JustifiesRhythm = justifiesRhythm, DraftId = draftId });

    /// <summary>
    /// Records or changes a review. A visit has one review: where it already has the line about what justifies the rhythm, that review
    /// is extended, and an empty line keeps the one it has. Steps of goals and tools that were removed from the form are declared entered in error.
    /// </summary>
    public Task<SaveOutcome> RecordAsync(ReviewForm form) =>
        writer.WriteAsync(form.Revision == 0 ? ActKind.ReviewRecorded : ActKind.ReviewChanged, form.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Review>(form.DraftId) is { } before)
            {
                return before;
            }

            Visit? visit = form.VisitId is { } visitId ? await journal.FindRecordedAsync<Visit>(visitId) : null;
            if (await journal.FindRecordedAsync<Patient>(form.PatientId) is not { } patient || (form.VisitId is not null && visit?.PatientId != form.PatientId))
            {
                return new SaveOutcome.NotFound();
            }

            (Review? recorded, SaveOutcome? answer) = await journal.FindRowOfFormAsync<Review>(form);
            if (recorded is not null && recorded.PatientId != form.PatientId)
            {
                return new SaveOutcome.NotFound();
            }

            if (answer is not null)
            {
                return answer;
            }

            IReadOnlyList<Problem> problems = form.Problems(clock.Today, patient.Life);
            return problems.Count > 0 ? new SaveOutcome.Invalid(problems) : await WriteAsync(journal, form, recorded, visit);
        });

    /// <summary>Declares a review, and its steps of goals and tools, entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) =>
        writer.VoidAsync<Review>(ActKind.ReviewVoided, id, revision, ReviewSteps.OfAsync);

    private async Task<SaveOutcome> WriteAsync(JournalContext journal, ReviewForm form, Review? recorded, Visit? visit)
    {
        Review? grows = recorded ?? (visit is null ? null : await VisitParts.ReviewsOf(journal, visit).FirstOrDefaultAsync());
        Review review = grows ?? new Review { Id = form.Id, PatientId = form.PatientId, TakenOn = clock.Today };
        string? justifiedBefore = recorded is null ? review.JustifiesRhythm : null;
        review.VisitId = form.VisitId;
        review.TakenOn = visit?.HeldOn ?? form.TakenOn ?? clock.Today;
        review.Describe(form);
        review.JustifiesRhythm ??= justifiedBefore;
        if (grows is null)
        {
            journal.Add(review);
        }

        if (!await ReviewSteps.RecordGoalsAsync(journal, review, form.Goals) || !await ReviewSteps.RecordToolsAsync(journal, review, form.Tools))
        {
            return new SaveOutcome.NotFound();
        }

        if (recorded is not null && journal.ChangeTracker.HasChanges())
        {
            // The steps of goals and tools are part of the review: another page that read it before is stale.
            journal.Entry(review).State = EntityState.Modified;
        }

        await journal.EndDraftAsync(form.DraftId);
        return new SaveOutcome.Saved(review.Id, Guid.Empty);
    }
}
