using CareJournal.Reviews;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads for which reasons taking stock is offered with one person.</summary>
public sealed class PromptReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PracticeClock clock)
{
    /// <summary>
    /// The prompts that stand today. A series: due as on the shelf of the follow-up review, whatever was decided there. A return: the last
    /// held visit, still within its threshold, ended a pause, and no review was taken since. Each until it is put away or stock is taken; the next visit lifts what was put away.
    /// </summary>
    public async Task<IReadOnlyList<Prompt>> ReadAsync(Guid patientId)
    {
        if (visitDates.Of(patientId) is not { LastVisit: { } last } facts || facts.Closed)
        {
            return [];
        }

        await using JournalContext journal = await journals.CreateDbContextAsync();
        List<PromptDismissal> dismissals = await journal.PromptDismissals.AsNoTracking().Where(dismissal => dismissal.PatientId == patientId).ToListAsync();
        DateOnly? review = await journal.Reviews.Where(review => review.PatientId == patientId).MaxAsync(review => (DateOnly?)review.TakenOn);
        DateOnly today = clock.Today;
        NextStepFact? step = facts.Course.InForceOn(today) is { } agreement ? facts.Steps.LastOrDefault(step => step.Agreement == agreement) : null;
        bool isReturn = facts.Course.Gaps.Any(gap => gap.To == last)
            && today.DayNumber - last.DayNumber <= facts.Course.Latest!.GapThreshold
            && !(last < facts.AskedFrom);
        List<Prompt> prompts = [];
        if (SeriesToReview.Of(facts, step, today)?.Due == true && !(last < facts.AskedFrom))
        {
            prompts.Add(Prompt.Series);
        }

        if (isReturn && !(review >= last))
        {
            prompts.Add(Prompt.Return);
        }

        return [.. prompts.Where(prompt => !dismissals.Exists(dismissal => dismissal.Prompt == prompt && dismissal.Hides(last)))];
    }
}
