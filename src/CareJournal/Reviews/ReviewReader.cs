using CareJournal.Goals;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Reviews;

/// <summary>Reads where stock was taken with one person.</summary>
public sealed class ReviewReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>All reviews of a person as forms to change them, the latest first.</summary>
    public async Task<IReadOnlyList<ReviewForm>> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        List<Review> reviews = await journal.Reviews.Where(review => review.PatientId == patientId).ToListAsync();
        ILookup<Guid?, GoalStep> goals = (await journal.GoalSteps.Where(step => step.PatientId == patientId && step.ReviewId != null).ToListAsync()).ToLookup(step => step.ReviewId);
        ILookup<Guid?, ToolStep> tools = (await journal.ToolSteps.Where(step => step.PatientId == patientId && step.ReviewId != null).ToListAsync()).ToLookup(step => step.ReviewId);
        return [.. reviews.OrderByDescending(review => review.TakenOn).ThenByDescending(review => review.Id).Select(review => new ReviewForm
        {
            Id = review.Id,
            PatientId = review.PatientId,
            Revision = review.Revision,
            VisitId = review.VisitId,
            TakenOn = review.TakenOn,
            Kind = review.Kind,
            Situation = review.Situation,
            Needs = review.Needs,
            JustifiesRhythm = review.JustifiesRhythm,
            Goals = [.. goals[review.Id].OrderBy(step => step.Id).Select(step => new GoalMove { GoalId = step.GoalId, State = step.State, Line = step.Line })],
            Tools = [.. tools[review.Id].OrderBy(step => step.Id).Select(step => new ToolMove { ToolId = step.ToolId, State = step.State, Line = step.Line, View = step.View })],
        })];
    }
}
