using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>A table of recorded rows as it lies in the file.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns without the revision, in the ordinal order of their names, each with whether it holds an instant.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<(string Name, bool IsInstant)> Columns)
{
    /// <summary>Returns the tables of all recorded rows, in the order of their names.</summary>
    public static IReadOnlyList<StoredTable> AllOf(IModel model) =>
    [
        .. model.GetEntityTypes()
            .Where(type => type.ClrType.IsSubclassOf(typeof(RecordedRow)))
            .Select(type => new StoredTable(type.GetTableName()!, [.. ColumnsOf(type).OrderBy(column => column.Name, StringComparer.Ordinal)]))
            .OrderBy(table => table.Name, StringComparer.Ordinal),
    ];

    /// <summary>The columns for a SELECT, in their order.</summary>
    public string Selection => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    private static IEnumerable<(string Name, bool IsInstant)> ColumnsOf(IEntityType type) =>
        type.GetProperties()
            .Where(property => property.Name != nameof(RecordedRow.Revision))
            .Select(property => (property.GetColumnName(), (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime)));
}
