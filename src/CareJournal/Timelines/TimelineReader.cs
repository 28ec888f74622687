using CareJournal.Goals;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Tools;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>Reads one person's whole follow-up: one context, flat rows by index, one pure calculation.</summary>
public sealed class TimelineReader(IDbContextFactory<JournalContext> journals, PracticeClock clock, JournalWriter writer)
{
    /// <summary>Raised after something of these people was saved, by whichever page: an open timeline is then read afresh. An empty list means everybody.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed
    {
        add => writer.Saved += value;
        remove => writer.Saved -= value;
    }

    /// <summary>The timeline as of today; <c>null</c> when the person is not in the journal.</summary>
    public async Task<PatientTimeline?> ReadAsync(Guid patientId) =>
        await ReadRowsAsync(patientId) is { } rows ? PatientTimeline.Create(rows, clock.Today) : null;

    internal async Task<TimelineRows?> ReadRowsAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Patient? patient = await journal.Patients.FirstOrDefaultAsync(patient => patient.Id == patientId);
        if (patient is null)
        {
            return null;
        }

        return new TimelineRows
        {
            Patient = patient,
            Visits = await journal.Visits
                .Where(visit => visit.PatientId == patientId)
                .Select(visit => new TimelineVisit(visit.Id, visit.EpisodeId, visit.HeldOn, visit.StartsAt, visit.Status, visit.Impression, visit.Agreed))
                .ToListAsync(),
            Steps = await journal.NextSteps.Where(step => step.PatientId == patientId).ToListAsync(),
            Measures = await journal.Measures
                .Where(measure => measure.PatientId == patientId && measure.Value != null)
                .Select(measure => new TimelineMeasure(measure.TakenOn, measure.Instrument, measure.Value!.Value))
                .ToListAsync(),
            Episodes = await journal.Episodes.Where(episode => episode.PatientId == patientId).ToListAsync(),
            FlareUps = await journal.FlareUps.Where(flareUp => flareUp.PatientId == patientId).ToListAsync(),
            LifeEvents = await journal.LifeEvents.Where(lifeEvent => lifeEvent.PatientId == patientId).ToListAsync(),
            AbsenceNotes = await journal.AbsenceNotes.Where(note => note.PatientId == patientId).ToListAsync(),
            Goals = await GoalReader.ReadAsync(journal, patientId),
            Tools = await ToolReader.ReadAsync(journal, patientId),
            Reviews = await journal.Reviews.Where(review => review.PatientId == patientId).ToListAsync(),
            Contacts = await journal.Contacts.Where(contact => contact.PatientId == patientId).ToListAsync(),
            WordsToSelf = await journal.WordsToSelf.Where(word => word.PatientId == patientId).ToListAsync(),
            Closures = await journal.Closures.ToListAsync(),
            GapThreshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync(),
        };
    }
}
