using CareJournal.Goals;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Reviews;

/// <summary>Records the steps of goals and tools that are made in a review. Those that were removed from its form are declared entered in error.</summary>
internal static class ReviewSteps
{
    /// <summary>Records the steps of goals that were made in a review, as its form has them now; <c>false</c> where a goal is not the person's.</summary>
    public static async Task<bool> RecordGoalsAsync(JournalContext journal, Review review, IReadOnlyList<GoalMove> moves)
    {
        List<GoalStep> recorded = await journal.GoalSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync();
        foreach (GoalStep step in recorded)
        {
            step.On = review.TakenOn;
            if (moves.FirstOrDefault(move => move.GoalId == step.GoalId) is not { } move)
            {
                step.Void(journal.CurrentAct!.AtUtc);
                continue;
            }

            step.State = move.State;
            step.Line = WrittenText.CleanLine(move.Line);
            if (await journal.FindRecordedAsync<Goal>(step.GoalId) is { } recalibrated)
            {
                GoalRecorder.Reword(recalibrated, step, move.NewWords);
            }
        }

        foreach (GoalMove move in moves.Where(move => !recorded.Exists(step => step.GoalId == move.GoalId)))
        {
            if (await journal.FindRecordedAsync<Goal>(move.GoalId) is not { } goal || goal.PatientId != review.PatientId)
            {
                return false;
            }

            journal.Add(GoalRecorder.Step(goal, move, review.TakenOn, review.VisitId, review.Id));
        }

        return true;
    }

    /// <summary>Records the steps of tools, as above.</summary>
    public static async Task<bool> RecordToolsAsync(JournalContext journal, Review review, IReadOnlyList<ToolMove> moves)
    {
        List<ToolStep> recorded = await journal.ToolSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync();
        foreach (ToolStep step in recorded)
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

        foreach (ToolMove move in moves.Where(move => !recorded.Exists(step => step.ToolId == move.ToolId)))
        {
            if (await journal.FindRecordedAsync<Tool>(move.ToolId) is not { } tool || tool.PatientId != review.PatientId)
            {
                return false;
            }

            journal.Add(ToolRecorder.Step(tool, move, review.TakenOn, review.VisitId, review.Id));
        }

        return true;
    }

    /// <summary>Finds the steps that were made in a review, tracked.</summary>
    public static async Task<IReadOnlyList<RecordedRow>> OfAsync(JournalContext journal, Review review) =>
    [
        .. await journal.GoalSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync(),
        .. await journal.ToolSteps.Where(step => step.PatientId == review.PatientId && step.ReviewId == review.Id).ToListAsync(),
    ];
}
