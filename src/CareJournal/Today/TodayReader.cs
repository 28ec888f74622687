using CareJournal.AwayReview;
using CareJournal.Keeping;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Today;

/// <summary>Reads what today's page shows: the day's sessions with what there was before them, the counts of the review, the state of the copies.</summary>
public sealed class TodayReader(IDbContextFactory<JournalContext> journals, AwayReader away, VisitDates visitDates, PatientNames names, AutomaticCopies copies, PracticeClock clock)
{
    // A clock slightly behind another program's is no reason to worry.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    // A clock that was set right stays right: whoever goes on for a week has looked.
    private static readonly TimeSpan ClockAccepted = TimeSpan.FromDays(7);

    /// <summary>Reads the day as it is now.</summary>
    public async Task<TodayAnswer> ReadAsync()
    {
        DateOnly today = clock.Today;
        AwayAnswer lists = await away.ReadAsync();
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var visits = await journal.Visits.AsNoTracking()
            .Where(visit => visit.HeldOn <= today && visit.HeldOn > today.AddDays(-VisitReader.DaysToLog) && (visit.HeldOn == today || visit.Status == VisitStatus.Planned))
            .Select(visit => new { visit.Id, visit.PatientId, visit.HeldOn, visit.StartsAt, visit.Status, visit.Revision })
            .ToListAsync();
        IReadOnlyDictionary<Guid, LastVisit> last = await LastVisits.ReadAsync(journal, [.. visits.Where(visit => visit.Status == VisitStatus.Planned).Select(visit => visit.PatientId).Distinct()]);
        List<TodaySession> sessions = [.. visits
            .Select(visit => new TodaySession(visit.Id, visit.PatientId, names.Of(visit.PatientId)?.Name ?? "", visit.HeldOn, visit.StartsAt, visit.Status, visit.Revision)
            {
                Mark = names.Of(visit.PatientId)?.Mark,
                Before = visit.Status == VisitStatus.Planned && visitDates.Of(visit.PatientId) is { } facts
                    ? new TodayBefore(facts.Course, facts.LastVisit, facts.StepOn(today), last.GetValueOrDefault(visit.PatientId))
                    : null,
            })
            .OrderBy(session => session.HeldOn)
            .ThenBy(session => session.StartsAt ?? TimeOnly.MaxValue)
            .ThenBy(session => session.Name, StringComparer.CurrentCulture)];
        return new TodayAnswer(
            today,
            [.. sessions.Where(session => session.HeldOn == today)],
            [.. sessions.Where(session => session.HeldOn < today)],
            lists.Late.Count,
            lists.Undecided.Count,
            lists.SeriesToReview.Count,
            names.Count,
            await SettingsReader.LastAsync(journal, ActKind.CopyMade),
            await ClockWentBackAsync(journal))
        {
            LastCheckAtUtc = await SettingsReader.LastAsync(journal, ActKind.JournalChecked),
            LastSafeCopyAtUtc = await CopyPlaceReader.LastSafeAsync(journal),
            CopyPlaces = copies.Seen,
            TrialIsDue = await RestoreTrial.IsDueAsync(journal, clock),
        };
    }

    private async Task<bool> ClockWentBackAsync(JournalContext journal)
    {
        DateTime now = clock.NowUtc + ClockTolerance;
        if (!(await journal.Acts.MaxAsync(act => (DateTime?)act.AtUtc) > now))
        {
            return false;
        }

        DateTime? noted = await journal.Acts.Where(act => act.Kind == ActKind.ClockSetBack && act.AtUtc <= now).MaxAsync(act => (DateTime?)act.AtUtc);
        return !(noted < now - ClockAccepted);
    }
}

/// <summary>The content of today's page.</summary>
/// <param name="Today">The practice's civil day.</param>
/// <param name="Sessions">Today's sessions by time, whatever became of them.</param>
/// <param name="Earlier">Planned sessions of the last 60 days that are not yet logged, oldest first: Friday's session is still there on Monday.</param>
/// <param name="Late">The number of people whose agreed date has passed.</param>
/// <param name="Undecided">The number of people whose next step is to be settled.</param>
/// <param name="SeriesToReview">The number of people with whom it is time to take stock.</param>
/// <param name="People">The number of people in the journal.</param>
/// <param name="LastCopyAtUtc">When the last verified copy was made.</param>
/// <param name="ClockWentBack">Whether something was recorded at a later time than the clock shows now; no longer once one has gone on for a week with the clock as it is.</param>
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
    /// <summary>When the whole journal was last checked and found as it was written.</summary>
    public DateTime? LastCheckAtUtc { get; init; }

    /// <summary>When the last verified copy was made on another disk than the journal's.</summary>
    public DateTime? LastSafeCopyAtUtc { get; init; }

    /// <summary>The places of copies as they were when they were last looked at.</summary>
    public IReadOnlyList<CopyPlaceAnswer> CopyPlaces { get; init; } = [];

    /// <summary>Whether it is time to try whether a copy can be taken up again: once a quarter, as soon as there is a copy.</summary>
    public bool TrialIsDue { get; init; }
}

/// <summary>One of today's sessions.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="PatientId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Revision">The visit's revision.</param>
public sealed record TodaySession(Guid VisitId, Guid PatientId, string Name, DateOnly HeldOn, TimeOnly? StartsAt, VisitStatus Status, int Revision)
{
    /// <summary>What distinguishes the person from others of the same name.</summary>
    public SecondMark? Mark { get; init; }

    /// <summary>What there was before the session; <c>null</c> once it is no longer planned.</summary>
    public TodayBefore? Before { get; init; }
}

/// <summary>What there was before a session that is planned.</summary>
/// <param name="Course">The person's visits in time.</param>
/// <param name="LastOn">The day of the last held session; <c>null</c> before the first.</param>
/// <param name="Step">The next step in force.</param>
/// <param name="Texts">The latest session in which something was written; <c>null</c> where nothing ever was.</param>
public sealed record TodayBefore(VisitCourse Course, DateOnly? LastOn, NextStepFact? Step, LastVisit? Texts);
