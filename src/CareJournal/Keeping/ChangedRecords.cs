using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Keeping;

/// <summary>Finds out what the faults of a chain are about, in terms of the record.</summary>
internal static class ChangedRecords
{
    /// <summary>Returns what was changed, each once, in the order in which it was found.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="faults">The faults.</param>
    /// <param name="most">The largest number of records that is returned.</param>
    public static async Task<IReadOnlyList<ChangedRecord>> OfAsync(JournalContext journal, IReadOnlyList<ChainFault> faults, int most)
    {
        List<ChangedRecord> records = [];
        foreach (ChainFault fault in faults.Take(most))
        {
            foreach ((string table, Guid id) in fault.Row is { } row ? [row] : await RowsOfAsync(journal, fault.ActId))
            {
                ChangedRecord record = await ReadAsync(() => OfAsync(journal, table, id)) ?? new ChangedRecord(table, null, null);
                if (records.Count < most && !records.Contains(record))
                {
                    records.Add(record);
                }
            }
        }

        return records;
    }

    // Whoever changed the file may have put a value there that is no day, no number and no id: then less is named.
    private static async Task<T?> ReadAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception strange) when (strange is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    // Only rows that no later act changed: the others are vouched for by the links of those acts.
    private static async Task<IReadOnlyList<(string, Guid)>> RowsOfAsync(JournalContext journal, Guid? actId)
    {
        var rows = await ReadAsync(() => journal.RowVersions
            .Where(version => version.ActId == actId)
            .Select(version => new
            {
                version.Table,
                version.RowId,
                IsLast = !journal.RowVersions.Any(later => later.RowId == version.RowId && later.RevisionAfter > version.RevisionAfter),
            })
            .ToListAsync()) ?? [];
        return [.. rows.Where(row => row.IsLast || rows.All(other => !other.IsLast)).Select(row => (row.Table, row.RowId))];
    }

    private static async Task<ChangedRecord> OfAsync(JournalContext journal, string table, Guid id)
    {
        if (table == journal.Model.FindEntityType(typeof(Visit))!.GetTableName())
        {
            var visit = await journal.Visits.IgnoreQueryFilters().Where(visit => visit.Id == id).Select(visit => new { visit.PatientId, Day = (DateOnly?)visit.HeldOn }).FirstOrDefaultAsync();
            return new ChangedRecord(table, visit?.PatientId, visit?.Day);
        }

        Guid? act = await journal.RowVersions.Where(version => version.RowId == id).Select(version => (Guid?)version.ActId).FirstOrDefaultAsync();
        return new ChangedRecord(table, await journal.Acts.Where(stored => stored.Id == act).Select(stored => stored.PatientId).FirstOrDefaultAsync(), null);
    }
}

/// <summary>Something in the record that is not as it was written.</summary>
/// <param name="Table">The table, as the word for its kind is looked up.</param>
/// <param name="PatientId">The person, where there is one and it is known.</param>
/// <param name="On">The day of a session.</param>
public sealed record ChangedRecord(string Table, Guid? PatientId, DateOnly? On);
