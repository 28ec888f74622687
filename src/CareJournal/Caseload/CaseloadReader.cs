using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Caseload;

/// <summary>Reads everybody for the overview: what the review holds in memory, with flare-ups, conditions and periods beside it.</summary>
public sealed class CaseloadReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PatientNames names, PracticeClock clock)
{
    /// <summary>Everybody who is alive, as they stand today.</summary>
    public async Task<CaseloadOverview> ReadAsync()
    {
        DateOnly today = clock.Today;
        await using JournalContext journal = await journals.CreateDbContextAsync();
        OpenDays open = new((await journal.Closures.AsNoTracking().ToListAsync()).Select(closure => closure.Span));
        ILookup<Guid, CaseloadFlareUp> flareUps = (await journal.FlareUps
            .Select(flareUp => new { flareUp.PatientId, flareUp.Start, flareUp.End, flareUp.ToldOn })
            .ToListAsync())
            .ToLookup(flareUp => flareUp.PatientId, flareUp => new CaseloadFlareUp(flareUp.Start, flareUp.End, flareUp.ToldOn));
        ILookup<Guid, CaseloadCondition> conditions = (await journal.Conditions
            .Select(condition => new { condition.Id, condition.PatientId, condition.Label })
            .ToListAsync())
            .GroupBy(condition => string.Join(' ', FoldedName.Words(condition.Label)))
            .SelectMany(alike => alike.MinBy(condition => condition.Id) is var first
                ? alike.Select(condition => (condition.PatientId, Reason: new CaseloadCondition(first!.Id, first.Label)))
                : [])
            .ToLookup(condition => condition.PatientId, condition => condition.Reason);
        Dictionary<Guid, (DateOnly Start, OpenedBecause Because)> periods = (await journal.Visits
            .Where(visit => visit.Status == VisitStatus.Held && visit.EpisodeId != null)
            .GroupBy(visit => visit.EpisodeId)
            .Select(period => new { period.Key, Start = period.Min(visit => visit.HeldOn) })
            .Join(journal.Episodes, period => period.Key, episode => episode.Id, (period, episode) => new { episode.PatientId, period.Start, episode.OpenedBecause })
            .ToListAsync())
            .GroupBy(period => period.PatientId)
            .ToDictionary(person => person.Key, person => person.MaxBy(period => period.Start) is var last ? (last!.Start, last.OpenedBecause) : default);
        return new CaseloadOverview(today,
        [
            .. visitDates.All()
                .Where(facts => facts.DeceasedOn is null)
                .Select(facts => (Facts: facts, Name: names.Of(facts.PatientId)))
                .Where(person => person.Name is not null)
                .OrderBy(person => person.Name!.FamilyName, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(person => person.Name!.GivenName, StringComparer.CurrentCultureIgnoreCase)
                .Select(person => new CaseloadPerson(person.Name!, person.Facts, AwayJudgement.Judge(person.Facts, today, open))
                {
                    FlareUps = [.. flareUps[person.Facts.PatientId].OrderBy(flareUp => flareUp.Start, FuzzyDate.InOrder)],
                    Conditions = [.. conditions[person.Facts.PatientId].Distinct()],
                    PeriodStart = periods.TryGetValue(person.Facts.PatientId, out var period) ? period.Start : null,
                    PeriodBecause = periods.TryGetValue(person.Facts.PatientId, out period) ? period.Because : null,
                }),
        ]);
    }
}
