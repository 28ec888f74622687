using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads the day: its sessions, the counts of the review, the state of the copies.</summary>
public sealed class TodayReader(IDbContextFactory<JournalContext> journals, AwayReader away, DraftReader drafts, PatientNames names, PracticeClock clock)
{
    // A clock that runs a little behind another program's is no reason to worry.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>The day as it stands now.</summary>
    public async Task<TodayAnswer> ReadAsync()
    {
        DateOnly today = clock.Today;
        AwayAnswer shelves = await away.ReadAsync();
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var visits = await journal.Visits.AsNoTracking()
            .Where(visit => visit.HeldOn <= today && visit.HeldOn > today.AddDays(-VisitReader.DaysToLog) && (visit.HeldOn == today || visit.Status == VisitStatus.Planned))
            .Select(visit => new { visit.Id, visit.PatientId, visit.HeldOn, visit.StartsAt, visit.Status, visit.Revision })
            .ToListAsync();
        List<TodaySession> sessions = [.. visits
            .Select(visit => new TodaySession(visit.Id, visit.PatientId, names.Of(visit.PatientId)?.Name ?? "", visit.HeldOn, visit.StartsAt, visit.Status, visit.Revision))
            .OrderBy(session => session.HeldOn)
            .ThenBy(session => session.StartsAt ?? TimeOnly.MaxValue)
            .ThenBy(session => session.Name, StringComparer.CurrentCulture)];
        DateTime? lastAct = await journal.Acts.MaxAsync(act => (DateTime?)act.AtUtc);
        return new TodayAnswer(
            today,
            [.. sessions.Where(session => session.HeldOn == today)],
            [.. sessions.Where(session => session.HeldOn < today)],
            shelves.Late.Count,
            shelves.Undecided.Count,
            shelves.SeriesToReview.Count,
            names.All().Count,
            await SettingsReader.LastCopyAsync(journal),
            lastAct > clock.NowUtc + ClockTolerance)
        {
            Drafts = [.. (await drafts.ReadOpenAsync()).Where(draft => !draft.Aside)],
        };
    }
}

/// <summary>The day.</summary>
/// <param name="Today">The practice's civil day.</param>
/// <param name="Sessions">Today's sessions by time, whatever became of them.</param>
/// <param name="Earlier">Planned sessions of the last 60 days that nobody has logged yet, oldest first: Friday's session is still there on Monday.</param>
/// <param name="Late">People whose agreed date has passed.</param>
/// <param name="Undecided">People whose next step is to be settled.</param>
/// <param name="SeriesToReview">People with whom it is time to take stock.</param>
/// <param name="People">People in the journal.</param>
/// <param name="LastCopyAtUtc">When the last verified copy was made.</param>
/// <param name="ClockWentBack">Whether something was recorded later than the clock says it is.</param>
public sealed record TodayAnswer(
    DateOnly Today,
    IReadOnlyList<TodaySession> Sessions,
    IReadOnlyList<TodaySession> Earlier,
    int Late,
    int Undecided,
    int SeriesToReview,
    int People,
    DateTime? LastCopyAtUtc,
    bool ClockWentBack)
{
    /// <summary>Drafts to finish, the latest first.</summary>
    public IReadOnlyList<OpenDraft> Drafts { get; init; } = [];
}

/// <summary>One of today's sessions.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="PatientId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Revision">The visit's revision.</param>
public sealed record TodaySession(Guid VisitId, Guid PatientId, string Name, DateOnly HeldOn, TimeOnly? StartsAt, VisitStatus Status, int Revision);
