using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads why everybody is followed.</summary>
public sealed class FollowUpGroundsReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Reads everybody with a recorded reason or period. Labels that differ only by case or accents are one.</summary>
    public async Task<IReadOnlyDictionary<Guid, FollowUpGrounds>> ReadAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var labels = await journal.Conditions.Select(condition => new { condition.Id, condition.PatientId, condition.Label }).ToListAsync();
        var periods = await journal.Visits
            .Where(visit => visit.Status == VisitStatus.Held && visit.EpisodeId != null)
            .GroupBy(visit => visit.EpisodeId)
            .Select(period => new { period.Key, Start = period.Min(visit => visit.HeldOn) })
            .Join(journal.Episodes, period => period.Key, episode => episode.Id, (period, episode) => new { episode.PatientId, period.Start, episode.OpenedBecause })
            .ToListAsync();

        ILookup<Guid, FollowUpCondition> conditions = labels
            .GroupBy(condition => string.Join(' ', FoldedText.Words(condition.Label)))
            .Select(alike => (Alike: alike, First: alike.MinBy(condition => condition.Id)!))
            .SelectMany(group => group.Alike.Select(condition => (condition.PatientId, Reason: new FollowUpCondition(group.First.Id, group.First.Label))).Distinct())
            .ToLookup(condition => condition.PatientId, condition => condition.Reason);
        var latest = periods.GroupBy(period => period.PatientId).ToDictionary(person => person.Key, person => person.MaxBy(period => period.Start)!);
        return conditions.Select(person => person.Key).Union(latest.Keys).ToDictionary(
            person => person,
            person => latest.TryGetValue(person, out var period)
                ? new FollowUpGrounds([.. conditions[person]], period.Start, period.OpenedBecause)
                : new FollowUpGrounds([.. conditions[person]], null, null));
    }
}
