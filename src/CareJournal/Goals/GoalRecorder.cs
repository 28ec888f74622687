using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Goals;

/// <summary>Records goals: sets, rewords, moves and voids them.</summary>
public sealed class GoalRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Sets a goal, or changes its words; to recalibrate one, move it to <see cref="GoalState.Changed"/>.</summary>
    public Task<SaveOutcome> RecordAsync(GoalForm form) =>
        writer.RecordAsync(
            (ActKind.GoalSet, ActKind.GoalChanged),
            form,
            () => new Goal { Id = form.Id, PatientId = form.PatientId },
            (goal, life) => goal.Describe(form, clock.Today, life));

    /// <summary>Records the state of a goal from today on. The state it already has may be recorded again, with a line.</summary>
    /// <param name="move">The goal, its state, and a line.</param>
    /// <param name="draftId">The draft that this ends; <c>null</c> when nothing was kept.</param>
    public Task<SaveOutcome> MoveAsync(GoalMove move, Guid? draftId = null)
    {
        DateOnly today = clock.Today;
        return writer.MoveAsync<Goal, GoalStep>(ActKind.GoalMoved, move.GoalId, move.Problems(), today, goal => goal.SetOn, goal => Step(goal, move, today, visitId: null, reviewId: null), draftId);
    }

    /// <summary>Declares a goal and all its steps entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid goalId, int revision) =>
        writer.VoidAsync<Goal>(ActKind.GoalVoided, goalId, revision, async (journal, _) => await journal.GoalSteps.Where(step => step.GoalId == goalId).ToListAsync());

    /// <summary>Creates the step, and gives the goal its new words where it is recalibrated.</summary>
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

    /// <summary>Changes the words of a goal where a step recalibrates it; the step keeps the former words.</summary>
    internal static void Reword(Goal goal, GoalStep step, string? newWords)
    {
        if (step.State == GoalState.Changed && WrittenText.CleanLine(newWords) is { } words && words != goal.Words)
        {
            step.WordsBefore ??= goal.Words;
            goal.Reword(words);
        }
    }
}
