using System.Reflection;
using CareJournal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Acts;

/// <summary>Finds a recorded row by the table and id that a <see cref="RowVersion"/> names, voided or not.</summary>
public static class RowRegister
{
    private static readonly MethodInfo Load = typeof(RowRegister).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo LoadAll = typeof(RowRegister).GetMethod(nameof(LoadAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Finds the row, tracked; throws when the table or the row is not in the journal, since nothing recorded is ever deleted.</summary>
    public static async Task<EntityEntry> FindAsync(JournalContext journal, string table, Guid rowId)
    {
        IEntityType type = journal.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        Task<RecordedRow?> load = (Task<RecordedRow?>)Load.MakeGenericMethod(type.ClrType).Invoke(null, [journal, rowId])!;
        return journal.Entry(await load ?? throw new InvalidOperationException($"A row of {table} is missing from the journal."));
    }

    /// <summary>Finds all rows of one person, tracked, including withdrawn ones.</summary>
    public static async Task<IReadOnlyList<EntityEntry>> AllOfAsync(JournalContext journal, Guid patientId)
    {
        List<EntityEntry> rows = [];
        foreach (Type type in journal.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsSubclassOf(typeof(PatientRow))))
        {
            rows.AddRange(await (Task<List<EntityEntry>>)LoadAll.MakeGenericMethod(type).Invoke(null, [journal, patientId])!);
        }

        return rows;
    }

    /// <summary>
    /// Whether undoing an act would leave a dangling reference: a row that is withdrawn, or moves to another person, while a row of another act
    /// refers to it; or a row that stays and refers to a withdrawn one. Reads the file, so nothing may be saved before.
    /// </summary>
    public static async Task<bool> LeavesDanglingReferenceAsync(JournalContext journal, EntityEntry entry, Guid actId)
    {
        RecordedRow row = (RecordedRow)entry.Entity;
        bool changesPerson = row is PatientRow { PatientId: var person } && entry.Property(nameof(PatientRow.PatientId)).OriginalValue is Guid before && before != person;
        if (row.VoidedAtUtc is null && await PointsAtVoidedAsync(journal, entry))
        {
            return true;
        }

        if (row.VoidedAtUtc is null && !changesPerson)
        {
            return false;
        }

        foreach (IForeignKey key in entry.Metadata.GetReferencingForeignKeys())
        {
            string sql = $"""
                SELECT COUNT(*) AS "Value" FROM "{key.DeclaringEntityType.GetTableName()}"
                WHERE "{key.Properties[0].GetColumnName()}" = @row AND "VoidedAtUtc" IS NULL
                  AND "Id" NOT IN (SELECT "RowId" FROM "RowVersions" WHERE "ActId" = @act)
                """;
            SqliteParameter[] parameters = [new("@row", row.Id.ToByteArray(true)), new("@act", actId.ToByteArray(true))];
            if (await journal.Database.SqlQueryRaw<int>(sql, parameters).SingleAsync() > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<List<EntityEntry>> LoadAllAsync<T>(JournalContext journal, Guid patientId)
        where T : PatientRow =>
        [.. (await journal.Set<T>().IgnoreQueryFilters().Where(row => row.PatientId == patientId).ToListAsync()).Select(row => journal.Entry((object)row))];

    // Find would not see a voided row.
    private static async Task<RecordedRow?> LoadAsync<T>(JournalContext journal, Guid rowId)
        where T : RecordedRow =>
        await journal.Set<T>().IgnoreQueryFilters().FirstOrDefaultAsync(row => row.Id == rowId);

    private static async Task<bool> PointsAtVoidedAsync(JournalContext journal, EntityEntry entry)
    {
        foreach (IForeignKey key in entry.Metadata.GetForeignKeys())
        {
            object? pointsAt = entry.CurrentValues[key.Properties[0]];
            if (pointsAt is not null && await journal.FindAsync(key.PrincipalEntityType.ClrType, pointsAt) is null or RecordedRow { VoidedAtUtc: not null })
            {
                return true;
            }
        }

        return false;
    }
}
