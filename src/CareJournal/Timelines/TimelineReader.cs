using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Timelines;

/// <summary>
/// Reads one person's whole follow-up: one context, flat facts by index, one pure calculation. It provides all that the person's page shows, except what is
/// long and read one by one, the note and the earlier texts of a chosen visit (<see cref="VisitReader"/>); searches
/// (<see cref="RecordSearchReader"/>); and withdrawn visits, which no index finds by their person and which are read after the timeline.
/// </summary>
public sealed class TimelineReader(IDbContextFactory<JournalContext> journals, PracticeClock clock, JournalWriter writer)
{
    /// <summary>Raised after a page saved something about these people: an open timeline then reloads. An empty list means everybody.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed
    {
        add => writer.Saved += value;
        remove => writer.Saved -= value;
    }

    /// <summary>Reads the timeline as of today; <c>null</c> when the person is not in the journal.</summary>
    public async Task<PatientTimeline?> ReadAsync(Guid patientId) =>
        await ReadRowsAsync(patientId) is { } rows ? PatientTimeline.Create(rows, clock.Today) : null;

    /// <summary>Reads what may be looked at together with the person; <c>null</c> when they are not in the journal.</summary>
    public async Task<PatientTimeline?> ReadTogetherAsync(Guid patientId) =>
        await ReadAsync(patientId) is { } timeline ? Disclosure.Together(timeline) : null;

    /// <summary>
    /// Reads what the practitioner took away from one session of this person, to be shown together on request; <c>null</c> when nothing was written, when it may not be
    /// disclosed, or when it is somebody else's.
    /// </summary>
    public async Task<string?> ReadTextTogetherAsync(Guid patientId, Guid visitId) =>
        await ReadAsync(patientId) is { } timeline ? Disclosure.TextTogether(timeline, visitId) : null;

    /// <summary>Reads what may be printed; <c>null</c> when the person is not in the journal.</summary>
    public async Task<Sheet?> ReadSheetAsync(Guid patientId, SheetChoice choice) =>
        await ReadAsync(patientId) is { } timeline ? Disclosure.OnPaper(timeline, choice) : null;

    private async Task<TimelineRows?> ReadRowsAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        journal.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (await TimelineQueries.PatientAsync(journal, patientId) is not { } patient)
        {
            return null;
        }

        List<TimelineVisit> visits = await TimelineQueries.Visits(journal, patientId).ToListAsync();
        return new TimelineRows
        {
            Patient = patient,
            Conditions = await TimelineQueries.Conditions(journal, patientId).ToListAsync(),
            Visits = visits,
            Steps = await TimelineQueries.Steps(journal, patientId).ToListAsync(),
            Measures = await TimelineQueries.MeasuresAsync(journal, patientId, [.. visits.Where(visit => visit.Private).Select(visit => (Guid?)visit.Id)]),
            Episodes = await TimelineQueries.Episodes(journal, patientId).ToListAsync(),
            FlareUps = await TimelineQueries.FlareUps(journal, patientId).ToListAsync(),
            LifeEvents = await TimelineQueries.LifeEvents(journal, patientId).ToListAsync(),
            AbsenceNotes = await TimelineQueries.AbsenceNotes(journal, patientId).ToListAsync(),
            Goals = await TimelineQueries.GoalsAsync(journal, patientId),
            Tools = await TimelineQueries.ToolsAsync(journal, patientId),
            Reviews = await TimelineQueries.Reviews(journal, patientId).ToListAsync(),
            Dismissals = await TimelineQueries.Dismissals(journal, patientId).ToListAsync(),
            Contacts = await TimelineQueries.Contacts(journal, patientId).ToListAsync(),
            WordsToSelf = await TimelineQueries.WordsToSelf(journal, patientId).ToListAsync(),
            Closures = await journal.Closures.Select(closure => new TimelineClosure(closure.From, closure.To, closure.Label)).ToListAsync(),
            GapThreshold = await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync(),
        };
    }
}
