using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Caseload;

/// <summary>Reads everybody for the overview: what the review holds in memory, with flare-ups, conditions and periods beside it.</summary>
public sealed class CaseloadReader(IDbContextFactory<JournalContext> journals, FollowUpGroundsReader groundsReader, VisitDates visitDates, PatientNames names, PracticeClock clock)
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
        IReadOnlyDictionary<Guid, FollowUpGrounds> grounds = await groundsReader.ReadAsync();
        Dictionary<Guid, AwayFacts> known = visitDates.All().Where(facts => facts.DeceasedOn is null).ToDictionary(facts => facts.PatientId);
        return new CaseloadOverview(today,
        [
            .. names.All()
                .Where(name => known.ContainsKey(name.Id))
                .Select(name => new CaseloadPerson(name, known[name.Id], AwayJudgement.Judge(known[name.Id], today, open))
                {
                    FlareUps = [.. flareUps[name.Id].OrderBy(flareUp => flareUp.Start, FuzzyDate.InOrder)],
                    Grounds = grounds.GetValueOrDefault(name.Id) ?? FollowUpGrounds.None,
                }),
        ]);
    }
}
