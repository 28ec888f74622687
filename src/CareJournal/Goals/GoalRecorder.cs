using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Goals;

/// <summary>Records goals: set, put in other words, moved on, entered in error.</summary>
public sealed class GoalRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Sets a goal, or changes its words; to recalibrate one, move it to <see cref="GoalState.Changed"/>.</summary>
    public Task<SaveOutcome> RecordAsync(GoalForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.RecordAsync(
            (ActKind.GoalSet, ActKind.GoalChanged),
            form.PatientId,
            (form.Id, form.Revision),
            () => new Goal { Id = form.Id, PatientId = form.PatientId },
            (goal, life) => goal.Describe(form, clock.Today, life),
            form.DraftId);
    }

    /// <summary>Says where a goal stands from a day on. The state it has already may be said again, with a line.</summary>
    /// <param name="move">The goal, its state, and a line.</param>
    /// <param name="on">The day; today when it is left out. Not before the goal was set.</param>
    /// <param name="visitId">The visit at which it is said, if any.</param>
    /// <param name="draftId">The draft that this ends; none when nothing was kept.</param>
    public Task<SaveOutcome> MoveAsync(GoalMove move, DateOnly? on = null, Guid? visitId = null, Guid? draftId = null)
    {
        ArgumentNullException.ThrowIfNull(move);
        return writer.WriteAsync(ActKind.GoalMoved, null, async journal =>
        {
            DateOnly day = on ?? clock.Today;
            List<Problem> problems = [.. move.Problems(), .. ClinicalDate.Problems(nameof(GoalStep.On), day, clock.Today, life: null)];
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (await journal.SavedBeforeAsync<GoalStep>(draftId) is { } before)
            {
                return before;
            }

            if (await journal.KnownAsync<Goal>(move.GoalId) is not { } goal)
            {
                return new SaveOutcome.NotFound();
            }

            if (day < goal.SetOn)
            {
                return SaveOutcome.Because(nameof(GoalStep.On), ProblemKind.EndBeforeStart);
            }

            if (ClinicalDate.Problems(nameof(GoalStep.On), day, clock.Today, (await journal.KnownAsync<Patient>(goal.PatientId))?.Life).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            GoalStep step = Step(goal, move, day, visitId, reviewId: null);
            journal.Add(step);
            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(step.Id, Guid.Empty);
        });
    }

    /// <summary>Declares a goal, and all that was said of it, entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid goalId, int revision) =>
        writer.WriteAsync(ActKind.GoalVoided, null, async journal =>
        {
            if (await journal.KnownAsync<Goal>(goalId) is not { } goal)
            {
                return new SaveOutcome.NotFound();
            }

            if (goal.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            foreach (GoalStep step in await journal.GoalSteps.Where(step => step.GoalId == goalId).ToListAsync())
            {
                step.Void(journal.CurrentAct!.AtUtc);
            }

            goal.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(goalId, Guid.Empty);
        });

    /// <summary>Declares one thing that was said of a goal entered in error; new words that came with it stay, and are changed like any.</summary>
    public Task<SaveOutcome> VoidStepAsync(Guid stepId, int revision) => writer.VoidAsync<GoalStep>(ActKind.GoalMoved, stepId, revision);

    /// <summary>The step, with the goal in its new words where it is recalibrated.</summary>
    internal static GoalStep Step(Goal goal, GoalMove move, DateOnly on, Guid? visitId, Guid? reviewId)
    {
        GoalStep step = new()
        {
            PatientId = goal.PatientId,
            GoalId = goal.Id,
            On = on,
            State = move.State,
            Line = WrittenText.CleanLine(move.Line),
            VisitId = visitId,
            ReviewId = reviewId,
        };
        Reword(goal, step, move.NewWords);
        return step;
    }

    /// <summary>Gives a goal other words where a step recalibrates it; what it was called before stands in the step.</summary>
    internal static void Reword(Goal goal, GoalStep step, string? newWords)
    {
        if (step.State == GoalState.Changed && WrittenText.CleanLine(newWords) is { } words && words != goal.Words)
        {
            step.WordsBefore ??= goal.Words;
            goal.Reword(words);
        }
    }
}
