using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Reads what sessions of the past depend on, to show their pauses and periods before they are saved.</summary>
public sealed class PastVisitsReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Reads the facts of a person; <c>null</c> when they are not in the journal.</summary>
    public async Task<PastFacts?> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.FindRecordedAsync<Patient>(patientId) is { } patient ? await FactsOfAsync(journal, patient) : null;
    }

    /// <summary>Reads the facts of a person inside a context.</summary>
    internal static async Task<PastFacts> FactsOfAsync(JournalContext journal, Patient patient)
    {
        var held = await journal.Visits
            .Where(visit => visit.PatientId == patient.Id && visit.Status == VisitStatus.Held)
            .Select(visit => new { visit.HeldOn, visit.EpisodeId })
            .ToListAsync();
        var closed = await journal.Episodes
            .Where(episode => episode.PatientId == patient.Id && episode.ClosedOn != null)
            .Select(episode => new { episode.Id, episode.ClosedOn })
            .ToListAsync();
        return new PastFacts(
            patient.Id,
            patient.Life,
            [.. held.Select(visit => (visit.HeldOn, visit.EpisodeId))],
            closed.ToDictionary(episode => episode.Id, episode => episode.ClosedOn!.Value),
            await CourseReader.AgreementsAsync(journal, patient.Id),
            await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync());
    }
}
