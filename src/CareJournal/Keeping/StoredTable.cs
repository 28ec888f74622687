using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CareJournal.Keeping;

/// <summary>A table of recorded rows as it lies in the file.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns without the revision, in the ordinal order of their names.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    /// <summary>The columns for a SELECT, in their order.</summary>
    public string Selection => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>Returns the tables of all recorded rows, in the order of their names.</summary>
    public static IReadOnlyList<StoredTable> AllOf(IModel model) =>
    [
        .. model.GetEntityTypes()
            .Where(type => type.ClrType.IsSubclassOf(typeof(RecordedRow)))
            .Select(type => new StoredTable(type.GetTableName()!, [.. ColumnsOf(type).OrderBy(column => column.Name, StringComparer.Ordinal)]))
            .OrderBy(table => table.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<StoredColumn> ColumnsOf(IEntityType type) =>
        type.GetProperties()
            .Where(property => property.Name != nameof(RecordedRow.Revision))
            .Select(property => new StoredColumn(property.GetColumnName(), (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTime)));
}

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInstant">Whether it holds an instant, which JSON writes in another form than the file.</param>
internal sealed record StoredColumn(string Name, bool IsInstant)
{
    /// <summary>The name in UTF-8.</summary>
    public byte[] NameBytes { get; } = Encoding.UTF8.GetBytes(Name);
}
