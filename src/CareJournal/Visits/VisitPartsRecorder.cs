using CareJournal.Acts;
using CareJournal.Goals;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>What is recorded together with a visit: answers, the next step, the review, and what was said of goals and tools.</summary>
internal static class VisitParts
{
    /// <summary>All rows that belong to a visit, tracked.</summary>
    public static async Task<IReadOnlyList<PatientRow>> OfAsync(JournalContext journal, Visit visit) =>
    [
        .. await journal.Measures.Where(measure => measure.VisitId == visit.Id).ToListAsync(),
        .. await StepsOf(journal, visit).ToListAsync(),
        .. await ReviewsOf(journal, visit).ToListAsync(),
        .. await GoalStepsOf(journal, visit).ToListAsync(),
        .. await ToolStepsOf(journal, visit).ToListAsync(),
    ];

    /// <summary>
    /// What was said of goals and tools at a visit. Where it goes over to another person they go out: they speak of what the first one
    /// leans on.
    /// </summary>
    public static bool StaysBehind(PatientRow part) => part is GoalStep or ToolStep;

    /// <summary>What was said of goals at a visit, in its review or beside it.</summary>
    public static IQueryable<GoalStep> GoalStepsOf(JournalContext journal, Visit visit) =>
        journal.GoalSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>What was said of tools at a visit, in its review or beside it.</summary>
    public static IQueryable<ToolStep> ToolStepsOf(JournalContext journal, Visit visit) =>
        journal.ToolSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>What was said at a visit about the next time. The person is named too, since the index begins with them.</summary>
    public static IQueryable<NextStep> StepsOf(JournalContext journal, Visit visit) =>
        journal.NextSteps.Where(step => step.PatientId == visit.PatientId && step.VisitId == visit.Id);

    /// <summary>Where stock was taken at a visit, found by the person's index.</summary>
    public static IQueryable<Review> ReviewsOf(JournalContext journal, Visit visit) =>
        journal.Reviews.Where(review => review.PatientId == visit.PatientId && review.VisitId == visit.Id);

    /// <summary>Writes what the form says; what it leaves out of a visit that was recorded before is declared entered in error.</summary>
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
        List<Measure> known = await journal.Measures.Where(measure => measure.VisitId == visit.Id).ToListAsync();
        foreach (Measure measure in known)
        {
            measure.TakenOn = visit.HeldOn;
            if (!form.Scores.ContainsKey(measure.Instrument))
            {
                measure.Void(journal.CurrentAct!.AtUtc);
            }
        }

        foreach ((Instrument instrument, int? value) in form.Scores)
        {
            if (known.Find(measure => measure.Instrument == instrument) is { } measure)
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
        List<NextStep> known = await StepsOf(journal, visit).OrderBy(step => step.Number).ToListAsync();
        foreach (NextStep step in known)
        {
            step.SaidOn = visit.HeldOn;
        }

        if (form.NextStep is { } said && said != known.LastOrDefault()?.AsForm())
        {
            int number = await NextStepRecorder.NextNumberAsync(journal, visit.PatientId, visit.HeldOn);
            journal.Add(NextStep.Say(visit.PatientId, visit.Id, visit.HeldOn, number, said));
        }
    }

    private static async Task RecordReviewAsync(JournalContext journal, Visit visit, VisitForm form)
    {
        Review? known = await ReviewsOf(journal, visit).FirstOrDefaultAsync();
        string? words = WrittenText.Clean(form.JustifiesRhythm);
        if (known is not null)
        {
            known.TakenOn = visit.HeldOn;
            bool saysMore = known.SaysMore
                || await GoalStepsOf(journal, visit).AnyAsync(step => step.ReviewId == known.Id)
                || await ToolStepsOf(journal, visit).AnyAsync(step => step.ReviewId == known.Id);

            // A line that is wiped out takes its review with it, unless stock was really taken.
            if (words is not null || saysMore)
            {
                known.JustifiesRhythm = words;
            }
            else
            {
                known.Void(journal.CurrentAct!.AtUtc);
            }
        }
        else if (words is not null)
        {
            journal.Add(new Review { PatientId = visit.PatientId, VisitId = visit.Id, TakenOn = visit.HeldOn, JustifiesRhythm = words });
        }
    }
}
