using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Reads one visit with all its parts, and the earlier versions of its texts.</summary>
public sealed class VisitReader(IDbContextFactory<JournalContext> journals, PracticeClock clock)
{
    /// <summary>The number of days for which a planned session waits to be logged; after that it was reported in another way, or did not take place.</summary>
    public const int DaysToLog = 60;

    /// <summary>Reads the visit; <c>null</c> when it is not in the journal or was entered in error.</summary>
    public async Task<VisitAnswer?> ReadAsync(Guid visitId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Visit? visit = await journal.Visits.FirstOrDefaultAsync(visit => visit.Id == visitId);
        return visit is null ? null : await AnswerAsync(journal, visit);
    }

    /// <summary>Reads the last held visit before a day (that day included), beside which a new one is written; <c>null</c> for a first one.</summary>
    public async Task<VisitAnswer?> ReadLastAsync(Guid patientId, DateOnly before, Guid except)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Visit? visit = await journal.Visits
            .Where(visit => visit.PatientId == patientId && visit.Status == VisitStatus.Held && visit.HeldOn <= before && visit.Id != except)
            .OrderByDescending(visit => visit.HeldOn).ThenByDescending(visit => visit.StartsAt)
            .FirstOrDefaultAsync();
        return visit is null ? null : await AnswerAsync(journal, visit);
    }

    /// <summary>Reads the longer notes of some visits of a person, by visit; those without one are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadNotesAsync(Guid patientId, IReadOnlyCollection<Guid> visitIds)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.Visits
            .Where(visit => visitIds.Contains(visit.Id) && visit.PatientId == patientId && visit.Note != null)
            .Select(visit => new { visit.Id, visit.Note })
            .ToDictionaryAsync(visit => visit.Id, visit => visit.Note!);
    }

    /// <summary>Reads the sessions of a person that were withdrawn as logged by mistake, the latest first: out of every rule, still readable. One whose act was undone is none of them.</summary>
    public async Task<IReadOnlyList<WithdrawnVisit>> ReadWithdrawnAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        IQueryable<Visit> withdrawn = journal.Visits.IgnoreQueryFilters().AsNoTracking()
            .Where(visit => visit.PatientId == patientId && visit.VoidedAtUtc != null && visit.Status != VisitStatus.Planned);
        IQueryable<Guid?> periods = journal.Episodes.IgnoreQueryFilters().Where(episode => episode.PatientId == patientId).Select(episode => (Guid?)episode.Id);

        // The index by person leaves out what was withdrawn, the one by period does not: queried by period, none of the other visits is read.
        List<Visit> visits = await withdrawn.Where(visit => visit.EpisodeId == null)
            .Concat(withdrawn.Where(visit => periods.Contains(visit.EpisodeId)))
            .OrderByDescending(visit => visit.HeldOn)
            .ToListAsync();
        IReadOnlySet<Guid> declared = await RowWithdrawals.FindAsync(journal, [.. visits.Select(visit => visit.Id)]);
        return [.. visits.Where(visit => declared.Contains(visit.Id)).Select(visit => new WithdrawnVisit(visit.Id, visit.HeldOn, clock.Local(visit.VoidedAtUtc!.Value), visit.Impression, visit.Agreed, visit.Note))];
    }

    /// <summary>Finds the planned session to log next: the earliest one up to today that still waits, in the order of the day; <c>null</c> when all are logged.</summary>
    /// <param name="except">The session that is being logged now.</param>
    public async Task<NextToLog?> ReadNextToLogAsync(Guid except)
    {
        DateOnly today = clock.Today;
        await using JournalContext journal = await journals.CreateDbContextAsync();
        var waiting = await journal.Visits.AsNoTracking()
            .Where(visit => visit.HeldOn <= today && visit.HeldOn > today.AddDays(-DaysToLog) && visit.Status == VisitStatus.Planned && visit.Id != except)
            .Select(visit => new { visit.Id, visit.PatientId, visit.HeldOn, visit.StartsAt })
            .ToListAsync();
        return waiting
            .OrderByDescending(visit => visit.HeldOn == today)
            .ThenBy(visit => visit.HeldOn)
            .ThenBy(visit => visit.StartsAt ?? TimeOnly.MaxValue)
            .Select(visit => new NextToLog(visit.PatientId, visit.Id))
            .FirstOrDefault();
    }

    private async Task<VisitAnswer> AnswerAsync(JournalContext journal, Visit visit)
    {
        List<Measure> measures = await journal.Measures.Where(measure => measure.VisitId == visit.Id).ToListAsync();
        NextStep? step = await VisitParts.StepsOf(journal, visit).OrderByDescending(step => step.Number).FirstOrDefaultAsync();
        Review? review = await VisitParts.ReviewsOf(journal, visit).FirstOrDefaultAsync();
        string? episode = await journal.Episodes.Where(episode => episode.Id == visit.EpisodeId).Select(episode => episode.Title).FirstOrDefaultAsync();
        var acts = await journal.RowVersions
            .Where(version => version.RowId == visit.Id)
            .Join(journal.Acts, version => version.ActId, act => act.Id, (version, act) => new { version.RevisionAfter, version.Before, act.AtUtc, act.Reason })
            .OrderBy(version => version.RevisionAfter)
            .ToListAsync();

        // Each version is the row before its act: the text as it was until then.
        VisitVersion[] earlier = [.. acts
            .Where(version => version.Before is not null && RowJson.Text(version.Before, nameof(Visit.Status)) == nameof(VisitStatus.Held))
            .Select(version => new VisitVersion(
                clock.Local(version.AtUtc),
                version.Reason,
                RowJson.Text(version.Before!, nameof(Visit.Impression)),
                RowJson.Text(version.Before!, nameof(Visit.Agreed)),
                RowJson.Text(version.Before!, nameof(Visit.Note))))];

        // An appointment noted beforehand is not the session: that was written by the act that recorded it as held.
        DateTime? WrittenAt()
        {
            int changed = acts.FindIndex(version => version.Before is not null && RowJson.Text(version.Before, nameof(Visit.Status)) == nameof(VisitStatus.Held));
            int written = changed > 0 ? changed - 1 : visit.Status == VisitStatus.Held ? acts.Count - 1 : 0;
            return acts.Count == 0 ? null : clock.Local(acts[written].AtUtc);
        }

        return new VisitAnswer(
            new VisitForm
            {
                Id = visit.Id,
                PatientId = visit.PatientId,
                Revision = visit.Revision,
                HeldOn = visit.HeldOn,
                StartsAt = visit.StartsAt,
                Minutes = visit.Minutes,
                Mode = visit.Mode,
                HeldBy = visit.HeldBy,
                WhatWasDone = visit.WhatWasDone,
                Impression = visit.Impression,
                Agreed = visit.Agreed,
                Note = visit.Note,
                SamePain = visit.SamePain,
                RedFlags = visit.RedFlags,
                Hidden = visit.Hidden,
                ThirdParty = visit.ThirdParty,
                Scores = measures.ToDictionary(measure => measure.Instrument, measure => measure.Value),
                NextStep = step?.AsForm(),
                JustifiesRhythm = review?.JustifiesRhythm,
            },
            visit.Status,
            visit.EpisodeId,
            episode,
            WrittenAt(),
            earlier);
    }
}

/// <summary>One visit with everything in it.</summary>
/// <param name="Form">Its content, as a form to change it.</param>
/// <param name="Status">What became of it.</param>
/// <param name="EpisodeId">Its period.</param>
/// <param name="EpisodeTitle">The period's title, where it has one.</param>
/// <param name="WrittenAt">When it was first written, in the practice's local time.</param>
/// <param name="Earlier">Its texts before each change, oldest first; the first is the original.</param>
public sealed record VisitAnswer(
    VisitForm Form, VisitStatus Status, Guid? EpisodeId, string? EpisodeTitle, DateTime? WrittenAt, IReadOnlyList<VisitVersion> Earlier);

/// <summary>A planned session that waits to be logged.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="VisitId">The visit.</param>
public sealed record NextToLog(Guid PatientId, Guid VisitId);

/// <summary>A session that was withdrawn as logged by mistake.</summary>
/// <param name="Id">The visit.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="WithdrawnAt">When it was withdrawn, in the practice's local time.</param>
/// <param name="Impression">What the practitioner had taken away.</param>
/// <param name="Agreed">What had been agreed.</param>
/// <param name="Note">The note.</param>
public sealed record WithdrawnVisit(Guid Id, DateOnly HeldOn, DateTime WithdrawnAt, string? Impression, string? Agreed, string? Note);

/// <summary>The texts of a visit as they were until a change.</summary>
/// <param name="ChangedAt">When they were changed, in the practice's local time.</param>
/// <param name="Reason">The reason, where one was given.</param>
/// <param name="Impression">What the practitioner had taken away.</param>
/// <param name="Agreed">What had been agreed.</param>
/// <param name="Note">The note.</param>
public sealed record VisitVersion(DateTime ChangedAt, string? Reason, string? Impression, string? Agreed, string? Note);
