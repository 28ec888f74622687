using CareJournal.Goals;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Records the parts of a visit: answers, the next step, the review, and steps of goals and tools.</summary>
internal static class VisitParts
{
    /// <summary>Finds all rows that belong to a visit, tracked.</summary>
    public static async Task<IReadOnlyList<PatientRow>> OfAsync(JournalContext journal, Visit visit) =>
    [
        .. await journal.Measures.Where(measure => measure.VisitId == visit.Id).ToListAsync(),
        .. await StepsOf(journal, visit).ToListAsync(),
        .. await ReviewsOf(journal, visit).ToListAsync(),
        .. await GoalStepsOf(journal, visit).ToListAsync(),
        .. await ToolStepsOf(journal, visit).ToListAsync(),
    ];

    /// <summary>
    /// Whether a part is withdrawn when its visit moves to another person: steps of goals and tools are about what
    /// the first person leans on.
    /// </summary>
    public static bool StaysBehind(PatientRow part) => part is GoalStep or ToolStep;

    /// <summary>The steps of goals at a visit, in its review or beside it.</summary>
    public static IQueryable<GoalStep> GoalStepsOf(JournalContext journal, Visit visit) =>
        journal.GoalSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>The steps of tools at a visit, in its review or beside it.</summary>
    public static IQueryable<ToolStep> ToolStepsOf(JournalContext journal, Visit visit) =>
        journal.ToolSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>The next steps of a visit. The person is part of the query too, since the index begins with them.</summary>
    public static IQueryable<NextStep> StepsOf(JournalContext journal, Visit visit) =>
        journal.NextSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>The reviews at a visit, found by the person's index.</summary>
    public static IQueryable<Review> ReviewsOf(JournalContext journal, Visit visit) =>
        journal.Reviews.Where(review => review.PatientId == visit.PatientId && review.VisitId == visit.Id);

    /// <summary>Records the parts in the form; a part that it removes from a visit recorded before is declared entered in error.</summary>
    public static async Task RecordAsync(JournalContext journal, Visit visit, VisitForm form)
    {
        await RecordMeasuresAsync(journal, visit, form);
        await RecordNextStepAsync(journal, visit, form);
        await RecordReviewAsync(journal, visit, form);
        foreach (GoalStep step in await GoalStepsOf(journal, visit).ToListAsync())
        {
            step.On = visit.HeldOn;
        }

        foreach (ToolStep step in await ToolStepsOf(journal, visit).ToListAsync())
        {
            step.On = visit.HeldOn;
        }
    }

    private static async Task RecordMeasuresAsync(JournalContext journal, Visit visit, VisitForm form)
    {
        List<Measure> recorded = await journal.Measures.Where(measure => measure.VisitId == visit.Id).ToListAsync();
        foreach (Measure measure in recorded)
        {
            measure.TakenOn = visit.HeldOn;
            if (!form.Scores.ContainsKey(measure.Instrument))
            {
                measure.Void(journal.CurrentAct!.AtUtc);
            }
        }

        foreach ((Instrument instrument, int? value) in form.Scores)
        {
            if (recorded.Find(measure => measure.Instrument == instrument) is { } measure)
            {
                measure.Answer(value);
            }
            else
            {
                journal.Add(Measure.Create(visit.PatientId, visit.Id, visit.HeldOn, instrument, value));
            }
        }
    }

    private static async Task RecordNextStepAsync(JournalContext journal, Visit visit, VisitForm form)
    {
        List<NextStep> recorded = await StepsOf(journal, visit).OrderBy(step => step.Number).ToListAsync();
        foreach (NextStep step in recorded)
        {
            step.SaidOn = visit.HeldOn;
        }

        if (form.NextStep is { } said && said != recorded.LastOrDefault()?.AsForm())
        {
            int number = await NextStepRecorder.NextNumberAsync(journal, visit.PatientId, visit.HeldOn);
            journal.Add(NextStep.Say(visit.PatientId, visit.Id, visit.HeldOn, number, said));
        }
    }

    private static async Task RecordReviewAsync(JournalContext journal, Visit visit, VisitForm form)
    {
        Review? recorded = await ReviewsOf(journal, visit).FirstOrDefaultAsync();
        string? words = WrittenText.Clean(form.JustifiesRhythm);
        if (recorded is not null)
        {
            recorded.TakenOn = visit.HeldOn;
            bool saysMore = recorded.SaysMore
                || await GoalStepsOf(journal, visit).AnyAsync(step => step.ReviewId == recorded.Id)
                || await ToolStepsOf(journal, visit).AnyAsync(step => step.ReviewId == recorded.Id);

            // A line that is removed takes its review with it, unless there is more in the review.
            if (words is not null || saysMore)
            {
                recorded.JustifiesRhythm = words;
            }
            else
            {
                recorded.Void(journal.CurrentAct!.AtUtc);
            }
        }
        else if (words is not null)
        {
            journal.Add(new Review { PatientId = visit.PatientId, VisitId = visit.Id, TakenOn = visit.HeldOn, JustifiesRhythm = words });
        }
    }
}
