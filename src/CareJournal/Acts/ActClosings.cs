using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Acts;

/// <summary>Reads how a follow-up was closed by an act, also where it was reopened since.</summary>
internal static class ActClosings
{
    /// <summary>Reads the way of closing of each of these acts; those that closed nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PatientClosing>> ReadAsync(JournalContext journal, IReadOnlyCollection<Guid> actIds)
    {
        if (actIds.Count == 0)
        {
            return new Dictionary<Guid, PatientClosing>();
        }

        // A version is the row before its act: what an act left is the next version, else the row as it is now.
        var closed = await journal.RowVersions
            .Where(version => actIds.Contains(version.ActId))
            .Join(journal.Patients.IgnoreQueryFilters(), version => version.RowId, patient => patient.Id, (version, patient) => new
            {
                version.ActId,
                patient.Closing,
                Next = journal.RowVersions.Where(other => other.RowId == version.RowId && other.RevisionAfter > version.RevisionAfter)
                    .OrderBy(other => other.RevisionAfter).Select(other => other.Before).FirstOrDefault(),
            })
            .ToListAsync();
        return closed
            .Select(act => (act.ActId, Closing: act.Next is { } next ? Named(RowJson.Text(next, nameof(Patient.Closing))) : act.Closing))
            .Where(act => act.Closing is not null)
            .ToDictionary(act => act.ActId, act => act.Closing!.Value);
    }

    private static PatientClosing? Named(string? name) => Enum.TryParse(name, out PatientClosing closing) ? closing : null;
}
