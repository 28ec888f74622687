using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Tools;

/// <summary>Records tools: noted, put in other words, moved on, entered in error.</summary>
public sealed class ToolRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Notes a tool, with where it stands already and a line; or changes its words and kind.</summary>
    public Task<SaveOutcome> RecordAsync(ToolForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return writer.WriteAsync(form.Revision == 0 ? ActKind.ToolNoted : ActKind.ToolChanged, form.PatientId, async journal =>
        {
            if (await journal.SavedBeforeAsync<Tool>(form.DraftId) is { } before)
            {
                return before;
            }

            if (await journal.KnownAsync<Patient>(form.PatientId) is not { } patient)
            {
                return new SaveOutcome.NotFound();
            }

            Tool? known = await journal.KnownAsync<Tool>(form.Id);
            if (known is null && form.Revision > 0)
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

            Tool tool = known ?? new Tool { Id = form.Id, PatientId = form.PatientId };
            IReadOnlyList<Problem> problems = tool.Describe(form, clock.Today, patient.Life);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (known is null)
            {
                journal.Add(tool);
                if (form.State != ToolState.Met || WrittenText.Clean(form.Line) is not null || form.View != ToolView.NotSaid)
                {
                    journal.Add(Step(tool, new ToolMove { ToolId = tool.Id, State = form.State, Line = form.Line, View = form.View }, tool.MetOn, visitId: null, reviewId: null));
                }
            }

            await journal.EndDraftAsync(form.DraftId);
            return new SaveOutcome.Saved(tool.Id, Guid.Empty);
        });
    }

    /// <summary>Says where a tool stands from a day on. The state it has already may be said again, with a line.</summary>
    /// <param name="move">The tool, its state, a line, and in whose view.</param>
    /// <param name="on">The day; today when it is left out. Not before the tool was met.</param>
    /// <param name="visitId">The visit at which it is said, if any.</param>
    /// <param name="draftId">The draft that this ends; none when nothing was kept.</param>
    public Task<SaveOutcome> MoveAsync(ToolMove move, DateOnly? on = null, Guid? visitId = null, Guid? draftId = null)
    {
        ArgumentNullException.ThrowIfNull(move);
        return writer.WriteAsync(ActKind.ToolMoved, null, async journal =>
        {
            DateOnly day = on ?? clock.Today;
            List<Problem> problems = [.. move.Problems(), .. ClinicalDate.Problems(nameof(ToolStep.On), day, clock.Today, life: null)];
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            if (await journal.SavedBeforeAsync<ToolStep>(draftId) is { } before)
            {
                return before;
            }

            if (await journal.KnownAsync<Tool>(move.ToolId) is not { } tool)
            {
                return new SaveOutcome.NotFound();
            }

            if (day < tool.MetOn)
            {
                return SaveOutcome.Because(nameof(ToolStep.On), ProblemKind.EndBeforeStart);
            }

            if (ClinicalDate.Problems(nameof(ToolStep.On), day, clock.Today, (await journal.KnownAsync<Patient>(tool.PatientId))?.Life).FirstOrDefault() is { } problem)
            {
                return new SaveOutcome.Invalid([problem]);
            }

            ToolStep step = Step(tool, move, day, visitId, reviewId: null);
            journal.Add(step);
            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(step.Id, Guid.Empty);
        });
    }

    /// <summary>Declares a tool, and all that was said of it, entered in error.</summary>
    public Task<SaveOutcome> VoidAsync(Guid toolId, int revision) =>
        writer.WriteAsync(ActKind.ToolVoided, null, async journal =>
        {
            if (await journal.KnownAsync<Tool>(toolId) is not { } tool)
            {
                return new SaveOutcome.NotFound();
            }

            if (tool.IsStale(revision))
            {
                return new SaveOutcome.Stale();
            }

            foreach (ToolStep step in await journal.ToolSteps.Where(step => step.ToolId == toolId).ToListAsync())
            {
                step.Void(journal.CurrentAct!.AtUtc);
            }

            tool.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(toolId, Guid.Empty);
        });

    /// <summary>Declares one thing that was said of a tool entered in error.</summary>
    public Task<SaveOutcome> VoidStepAsync(Guid stepId, int revision) => writer.VoidAsync<ToolStep>(ActKind.ToolMoved, stepId, revision);

    /// <summary>The step that a move says.</summary>
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
