using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Goals;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Tools;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Reviews;

/// <summary>Records that stock was taken, at a visit or outside one.</summary>
public sealed class ReviewRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records today's line that says what justifies the rhythm.</summary>
    public Task<SaveOutcome> JustifyAsync(Guid patientId, string? justifiesRhythm) =>
        WrittenText.Clean(justifiesRhythm) is null
            ? Task.FromResult(SaveOutcome.Because(nameof(Review.JustifiesRhythm), ProblemKind.Missing))
            : RecordAsync(new ReviewForm { PatientId = patientId, JustifiesRhythm = justifiesRhythm });

    /// <summary>
    /// Takes stock, or changes what was said then. A visit has one review: where it said already what justifies the rhythm, that review
    /// grows, and a line left empty leaves the one it has. What is no longer said of goals and tools is declared entered in error.
    /// </summary>
    public Task<SaveOutcome> RecordAsync(ReviewForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(form.Revision == 0 ? ActKind.ReviewRecorded : ActKind.ReviewChanged, form.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Review>(form.DraftId) is { } before)
            {
                return before;
            }

            Visit? visit = form.VisitId is { } visitId ? await journal.KnownAsync<Visit>(visitId) : null;
            if (await journal.KnownAsync<Patient>(form.PatientId) is not { } patient || (form.VisitId is not null && visit?.PatientId != form.PatientId))
            {
                return new SaveOutcome.NotFound();
            }

            Review? known = await journal.KnownAsync<Review>(form.Id);
            if ((known is null && form.Revision > 0) || (known is not null && known.PatientId != form.PatientId))
            {
                return new SaveOutcome.NotFound();
            }

            if (known is not null && form.Revision == 0)
            {
                return await journal.AlreadyThereAsync(known.Id, form.DraftId);
            }

            if (known?.IsStale(form.Revision) == true)
            {
                return new SaveOutcome.Stale();
            }

            IReadOnlyList<Problem> problems = form.Problems(clock.Today, patient.Life);
            return problems.Count > 0 ? new SaveOutcome.Invalid(problems) : await WriteAsync(journal, form, known, visit);
        });
    }

    /// <summary>Declares a review, and what was said in it of goals and tools, entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid id, int revision) =>
        writer.WriteAsync(ActKind.ReviewVoided, null, async journal =>
        {
            if (await journal.KnownAsync<Review>(id) is not { } review)
            {
                return new SaveOutcome.NotFound();
            }

            if (review.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            foreach (PatientRow step in await StepsOfAsync(journal, review))
            {
                step.Void(journal.CurrentAct!.AtUtc);
            }

            review.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });

    private async Task<SaveOutcome> WriteAsync(JournalContext journal, ReviewForm form, Review? known, Visit? visit)
    {
        Review? grows = known ?? (visit is null ? null : await VisitParts.ReviewsOf(journal, visit).FirstOrDefaultAsync());
        Review review = grows ?? new Review { Id = form.Id, PatientId = form.PatientId, TakenOn = clock.Today };
        string? justifiedBefore = known is null ? review.JustifiesRhythm : null;
        review.VisitId = form.VisitId;
        review.TakenOn = visit?.HeldOn ?? form.TakenOn ?? clock.Today;
        review.Describe(form);
        review.JustifiesRhythm ??= justifiedBefore;
        if (grows is null)
        {
            journal.Add(review);
        }

        if (!await RecordGoalsAsync(journal, review, form.Goals) || !await RecordToolsAsync(journal, review, form.Tools))
        {
            return new SaveOutcome.NotFound();
        }

        if (known is not null && journal.ChangeTracker.HasChanges())
        {
            // What is said of goals and tools is part of it: another page that read it before is stale.
            journal.Entry(review).State = EntityState.Modified;
        }

        await journal.EndDraftAsync(form.DraftId);
        return new SaveOutcome.Saved(review.Id, Guid.Empty);
    }

    private static async Task<bool> RecordGoalsAsync(JournalContext journal, Review review, IReadOnlyList<GoalMove> moves)
    {
        List<GoalStep> known = await journal.GoalSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync();
        foreach (GoalStep step in known)
        {
            step.On = review.TakenOn;
            if (moves.FirstOrDefault(move => move.GoalId == step.GoalId) is not { } move)
            {
                step.Void(journal.CurrentAct!.AtUtc);
                continue;
            }

            step.State = move.State;
            step.Line = WrittenText.CleanLine(move.Line);
            if (await journal.KnownAsync<Goal>(step.GoalId) is { } recalibrated)
            {
                GoalRecorder.Reword(recalibrated, step, move.NewWords);
            }
        }

        foreach (GoalMove move in moves.Where(move => !known.Exists(step => step.GoalId == move.GoalId)))
        {
            if (await journal.KnownAsync<Goal>(move.GoalId) is not { } goal || goal.PatientId != review.PatientId)
            {
                return false;
            }

            journal.Add(GoalRecorder.Step(goal, move, review.TakenOn, review.VisitId, review.Id));
        }

        return true;
    }

    private static async Task<bool> RecordToolsAsync(JournalContext journal, Review review, IReadOnlyList<ToolMove> moves)
    {
        List<ToolStep> known = await journal.ToolSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync();
        foreach (ToolStep step in known)
        {
            step.On = review.TakenOn;
            if (moves.FirstOrDefault(move => move.ToolId == step.ToolId) is not { } move)
            {
                step.Void(journal.CurrentAct!.AtUtc);
                continue;
            }

            step.State = move.State;
            step.Line = WrittenText.CleanLine(move.Line);
            step.View = move.View;
        }

        foreach (ToolMove move in moves.Where(move => !known.Exists(step => step.ToolId == move.ToolId)))
        {
            if (await journal.KnownAsync<Tool>(move.ToolId) is not { } tool || tool.PatientId != review.PatientId)
            {
                return false;
            }

            journal.Add(ToolRecorder.Step(tool, move, review.TakenOn, review.VisitId, review.Id));
        }

        return true;
    }

    private static async Task<IReadOnlyList<PatientRow>> StepsOfAsync(JournalContext journal, Review review) =>
    [
        .. await journal.GoalSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync(),
        .. await journal.ToolSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync(),
    ];
}
