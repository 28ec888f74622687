using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Caseload;

/// <summary>
/// Reads everybody for the overview: what the review keeps in memory, together with flare-ups, conditions and periods. These are cached
/// in memory too, until anything is written or the journal locks.
/// </summary>
public sealed class CaseloadReader : IDisposable
{
    private readonly IDbContextFactory<JournalContext> _journals;
    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly FollowUpGroundsReader _groundsReader;
    private readonly VisitDates _visitDates;
    private readonly PatientNames _names;
    private readonly PracticeClock _clock;
    private readonly Lock _turn = new();
    private Recorded? _recorded;
    private int _changes;

    /// <summary>Subscribes to the journal; reads nothing yet.</summary>
    public CaseloadReader(JournalFile file, JournalWriter writer, FollowUpGroundsReader groundsReader, VisitDates visitDates, PatientNames names, PracticeClock clock)
    {
        (_journals, _file, _writer) = (file, file, writer);
        (_groundsReader, _visitDates, _names, _clock) = (groundsReader, visitDates, names, clock);
        _file.StateChanged += Forget;
        _writer.Saved += Forget;
    }

    /// <summary>Reads everybody who is alive, as of today.</summary>
    public async Task<CaseloadOverview> ReadAsync()
    {
        DateOnly today = _clock.Today;
        Recorded recorded = await RecordedAsync();
        Dictionary<Guid, AwayFacts> known = _visitDates.All().Where(facts => facts.DeceasedOn is null).ToDictionary(facts => facts.PatientId);
        return new CaseloadOverview(today,
        [
            .. _names.All()
                .Where(name => known.ContainsKey(name.Id))
                .Select(name => new CaseloadPerson(name, known[name.Id], AwayJudgement.Judge(known[name.Id], today, recorded.Open))
                {
                    FlareUps = recorded.FlareUps.GetValueOrDefault(name.Id) ?? [],
                    Grounds = recorded.Grounds.GetValueOrDefault(name.Id) ?? FollowUpGrounds.None,
                }),
        ]);
    }

    /// <summary>Reads the texts of the latest session of a person in which something was written; <c>null</c> where there is none.</summary>
    public async Task<LastVisit?> ReadLastAsync(Guid patientId)
    {
        await using JournalContext journal = await _journals.CreateDbContextAsync();
        return (await LastVisits.ReadAsync(journal, [patientId])).GetValueOrDefault(patientId);
    }

    public void Dispose()
    {
        _file.StateChanged -= Forget;
        _writer.Saved -= Forget;
    }

    private async Task<Recorded> RecordedAsync()
    {
        int changes;
        lock (_turn)
        {
            if (_recorded is not null)
            {
                return _recorded;
            }

            changes = _changes;
        }

        await using JournalContext journal = await _journals.CreateDbContextAsync();
        OpenDays open = new((await journal.Closures.AsNoTracking().ToListAsync()).Select(closure => closure.Span));
        var flareUps = await journal.FlareUps
            .Select(flareUp => new { flareUp.PatientId, flareUp.Start, flareUp.End, flareUp.ReportedOn })
            .ToListAsync();
        Recorded recorded = new(
            open,
            flareUps.GroupBy(flareUp => flareUp.PatientId).ToDictionary(
                person => person.Key,
                person => person.Select(flareUp => new CaseloadFlareUp(flareUp.Start, flareUp.End, flareUp.ReportedOn)).OrderBy(flareUp => flareUp.Start, FuzzyDate.InOrder).ToArray()),
            await _groundsReader.ReadAsync());
        lock (_turn)
        {
            // What was read during a write may mix the old and the new state.
            if (changes == _changes)
            {
                _recorded = recorded;
            }
        }

        return recorded;
    }

    private void Forget(IReadOnlyCollection<Guid> patients) => Forget();

    private void Forget()
    {
        lock (_turn)
        {
            _changes++;
            _recorded = null;
        }
    }

    private sealed record Recorded(OpenDays Open, Dictionary<Guid, CaseloadFlareUp[]> FlareUps, IReadOnlyDictionary<Guid, FollowUpGrounds> Grounds);
}
