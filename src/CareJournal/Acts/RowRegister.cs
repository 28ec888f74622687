using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Acts;

/// <summary>Finds a recorded row by the table and id that a <see cref="RowVersion"/> names, voided or not.</summary>
public static class RowRegister
{
    /// <summary>The row, tracked; throws when table or row are not in the journal, since nothing recorded is ever deleted.</summary>
    public static async Task<EntityEntry> FindAsync(JournalContext journal, string table, Guid rowId)
    {
        ArgumentNullException.ThrowIfNull(journal);
        IEntityType type = journal.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        object row = await journal.FindAsync(type.ClrType, rowId)
            ?? throw new InvalidOperationException($"A row of {table} is missing from the journal.");
        return journal.Entry(row);
    }
}
