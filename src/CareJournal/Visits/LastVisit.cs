using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>The latest session of a person in which something was written, with its texts.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="VisitId">The visit.</param>
/// <param name="HeldOn">Its day, which may be before that of the last session: in that one nothing was written.</param>
/// <param name="Impression">What the practitioner took away.</param>
/// <param name="Agreed">What was agreed.</param>
/// <param name="Note">The note.</param>
public sealed record LastVisit(Guid PatientId, Guid VisitId, DateOnly HeldOn, string? Impression, string? Agreed, string? Note);

/// <summary>Reads the last texts of people.</summary>
internal static class LastVisits
{
    /// <summary>Reads the last texts of each of these people in one query; those of whom nothing is written are left out.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="patients">The people, as many as come on a day.</param>
    public static async Task<IReadOnlyDictionary<Guid, LastVisit>> ReadAsync(JournalContext journal, IReadOnlyCollection<Guid> patients)
    {
        if (patients.Count == 0)
        {
            return new Dictionary<Guid, LastVisit>();
        }

        List<LastVisit> last = await journal.Visits
            .Where(visit => patients.Contains(visit.PatientId) && visit.Status == VisitStatus.Held && (visit.Impression != null || visit.Agreed != null || visit.Note != null))
            .GroupBy(visit => visit.PatientId)
            .Select(person => person
                .OrderByDescending(visit => visit.HeldOn).ThenByDescending(visit => visit.StartsAt).ThenByDescending(visit => visit.Id)
                .Select(visit => new LastVisit(visit.PatientId, visit.Id, visit.HeldOn, visit.Impression, visit.Agreed, visit.Note))
                .First())
            .ToListAsync();
        return last.ToDictionary(visit => visit.PatientId);
    }
}
