using CareJournal.Goals;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Tools;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Reads what of one person's follow-up may be looked at together.</summary>
public sealed class SharedTimelineReader(IDbContextFactory<JournalContext> journals, PracticeClock clock)
{
    /// <summary>What may be looked at together as of today; <c>null</c> when the person is not in the journal.</summary>
    public async Task<SharedTimeline?> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Patient? patient = await journal.Patients.FirstOrDefaultAsync(patient => patient.Id == patientId);
        if (patient is null)
        {
            return null;
        }

        SharedTimelineRows rows = new()
        {
            Patient = patient,
            Visits = await journal.Visits.Where(visit => visit.PatientId == patientId).ToListAsync(),
            Steps = await journal.NextSteps.Where(step => step.PatientId == patientId).ToListAsync(),
            Measures = await journal.Measures.Where(measure => measure.PatientId == patientId).ToListAsync(),
            FlareUps = await journal.FlareUps.Where(flareUp => flareUp.PatientId == patientId).ToListAsync(),
            LifeEvents = await journal.LifeEvents.Where(lifeEvent => lifeEvent.PatientId == patientId).ToListAsync(),
            AbsenceNotes = await journal.AbsenceNotes.Where(note => note.PatientId == patientId).ToListAsync(),
            Goals = await GoalReader.ReadAsync(journal, patientId),
            Tools = await ToolReader.ReadAsync(journal, patientId),
            WordsToSelf = await journal.WordsToSelf.Where(word => word.PatientId == patientId).ToListAsync(),
            GapThreshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync(),
        };
        return SharedTimeline.Create(rows, clock.Today);
    }

    /// <summary>
    /// What the practitioner took away from one session of this person, to be shown on request; <c>null</c> when nothing was written,
    /// when it may not be read together, or when it is somebody else's.
    /// </summary>
    public async Task<string?> ReadTextAsync(Guid patientId, Guid visitId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        Visit? visit = await journal.Visits.AsNoTracking().FirstOrDefaultAsync(visit => visit.Id == visitId && visit.PatientId == patientId && visit.Status == VisitStatus.Held);
        return visit is not null && SharedTimeline.MayBeRead(visit) ? visit.Impression : null;
    }
}
