using CareJournal.Goals;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Tools;

/// <summary>Records tools: notes, rewords, moves and voids them.</summary>
public sealed class ToolRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Records a tool, with its present state and a line; or changes its words and kind.</summary>
    public Task<SaveOutcome> RecordAsync(ToolForm form) =>
        writer.RecordAsync(
            (ActKind.ToolNoted, ActKind.ToolChanged),
            form,
            () => new Tool { Id = form.Id, PatientId = form.PatientId },
            (tool, life) => tool.Describe(form, clock.Today, life),
            (journal, tool) =>
            {
                if (form.State != ToolState.Met || WrittenText.Clean(form.Line) is not null || form.View != ToolView.NotSaid)
                {
                    journal.Add(Step(tool, new ToolMove { ToolId = tool.Id, State = form.State, Line = form.Line, View = form.View }, tool.MetOn, visitId: null, reviewId: null));
                }
            });

    /// <summary>Records the state of a tool from today on. The state it already has may be recorded again, with a line.</summary>
    /// <param name="move">The tool, its state, a line, and whose view it is.</param>
    /// <param name="draftId">The draft that this ends; <c>null</c> when nothing was kept.</param>
    public Task<SaveOutcome> MoveAsync(ToolMove move, Guid? draftId = null)
    {
        DateOnly today = clock.Today;
        return writer.MoveAsync<Tool, ToolStep>(ActKind.ToolMoved, move.ToolId, move.Problems(), today, tool => tool.MetOn, tool => Step(tool, move, today, visitId: null, reviewId: null), draftId);
    }

    /// <summary>Declares a tool and all its steps entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid toolId, int revision) =>
        writer.VoidAsync<Tool>(ActKind.ToolVoided, toolId, revision, async (journal, _) => await journal.ToolSteps.Where(step => step.ToolId == toolId).ToListAsync());

    /// <summary>Creates the step of a move.</summary>
    internal static ToolStep Step(Tool tool, ToolMove move, DateOnly on, Guid? visitId, Guid? reviewId) => new()
    {
        PatientId = tool.PatientId,
        ToolId = tool.Id,
        On = on,
        State = move.State,
        Line = WrittenText.CleanLine(move.Line),
        View = move.View,
        VisitId = visitId,
        ReviewId = reviewId,
    };
}
