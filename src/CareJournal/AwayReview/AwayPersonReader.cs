using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads what is looked at beside one person of the review: the last notes as they were written, and why the person is followed.</summary>
public sealed class AwayPersonReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>The number of sessions whose notes are read.</summary>
    public const int Notes = 2;

    /// <summary>Reads one person; somebody without sessions has no notes.</summary>
    public async Task<AwayPerson> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        string? standing = await journal.Patients.Where(patient => patient.Id == patientId).Select(patient => patient.StandingNote).FirstOrDefaultAsync();
        List<string> conditions = await journal.Conditions.Where(condition => condition.PatientId == patientId).OrderBy(condition => condition.Id).Select(condition => condition.Label).ToListAsync();
        var visits = await journal.Visits
            .Where(visit => visit.PatientId == patientId && visit.Status == VisitStatus.Held)
            .OrderByDescending(visit => visit.HeldOn).ThenByDescending(visit => visit.StartsAt).ThenByDescending(visit => visit.Id)
            .Take(Notes)
            .Select(visit => new { visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note })
            .ToListAsync();
        DateOnly[] days = [.. visits.Select(visit => visit.HeldOn)];
        List<TimelineAbsenceNote> pauses = await TimelineQueries.AbsenceNotes(journal, patientId).Where(pause => days.Contains(pause.ReportedOn)).ToListAsync();
        List<TimelineFlareUp> flareUps = await TimelineQueries.FlareUps(journal, patientId).Where(flareUp => days.Contains(flareUp.ReportedOn)).ToListAsync();
        List<TimelineLifeEvent> lifeEvents = await TimelineQueries.LifeEvents(journal, patientId).Where(lifeEvent => days.Contains(lifeEvent.ReportedOn)).ToListAsync();
        IReadOnlyList<AwayNote> notes = [.. visits.Select(visit =>
            new AwayNote(visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note, TimelineReported.On(visit.HeldOn, pauses, flareUps, lifeEvents)))];
        return new AwayPerson(patientId, standing, conditions, notes);
    }
}

/// <summary>What is looked at beside one person of the review.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="StandingNote">What is to be kept in mind about the person.</param>
/// <param name="Conditions">The reasons for follow-up.</param>
/// <param name="Notes">The last sessions, newest first.</param>
public sealed record AwayPerson(Guid PatientId, string? StandingNote, IReadOnlyList<string> Conditions, IReadOnlyList<AwayNote> Notes);

/// <summary>The texts of one session.</summary>
/// <param name="VisitId">The session.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="Impression">What the practitioner took away.</param>
/// <param name="Agreed">What was agreed.</param>
/// <param name="Note">The longer note.</param>
/// <param name="Reported">What the person reported on its day.</param>
public sealed record AwayNote(Guid VisitId, DateOnly HeldOn, string? Impression, string? Agreed, string? Note, TimelineReported Reported)
{
    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => this is { Impression: null, Agreed: null, Note: null };
}
