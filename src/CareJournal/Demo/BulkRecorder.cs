using System.Data.Common;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CareJournal.Demo;

/// <summary>
/// Writes many rows through prepared inserts. Tables, columns and stored values come from the model, so that a row is stored
/// exactly as an ordinary save would have stored it.
/// </summary>
internal sealed class BulkRecorder(JournalContext journal, DbTransaction transaction) : IDisposable
{
    private readonly Dictionary<Type, Insert> _inserts = [];

    /// <summary>Writes a row under an id and, for recorded rows, a revision.</summary>
    public void Write(object row, Guid id, int revision = 1) => Of(row.GetType()).Run(row, id, revision);

    /// <summary>The table of an entity type.</summary>
    public string TableOf(Type row) => Of(row).Table;

    public void Dispose()
    {
        foreach (Insert insert in _inserts.Values)
        {
            insert.Dispose();
        }
    }

    private Insert Of(Type row)
    {
        if (!_inserts.TryGetValue(row, out Insert? insert))
        {
            insert = new Insert(journal.Model.FindEntityType(row)!, transaction);
            _inserts.Add(row, insert);
        }

        return insert;
    }

    private sealed class Insert : IDisposable
    {
        private readonly DbCommand _command;
        private readonly Column[] _columns;

        public Insert(IEntityType type, DbTransaction transaction)
        {
            Table = type.GetTableName()!;
            _command = transaction.Connection!.CreateCommand();
            _command.Transaction = transaction;
            StoreObjectIdentifier table = StoreObjectIdentifier.Table(Table);
            _columns = [.. type.GetProperties().Select((property, index) => new Column(property, property.GetColumnName(table)!, _command, index))];
#pragma warning disable CA2100 // Names from the model, no input.
            _command.CommandText = $"""
                INSERT INTO "{Table}" ({string.Join(", ", _columns.Select(column => $"\"{column.Name}\""))})
                VALUES ({string.Join(", ", _columns.Select(column => column.Parameter.ParameterName))})
                """;
#pragma warning restore CA2100
            _command.Prepare();
        }

        public string Table { get; }

        public void Run(object row, Guid id, int revision)
        {
            foreach (Column column in _columns)
            {
                column.Fill(row, id, revision);
            }

            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }

    private sealed class Column
    {
        private readonly IProperty _property;
        private readonly RelationalTypeMapping _mapping;

        public Column(IProperty property, string name, DbCommand command, int index)
        {
            (_property, Name, _mapping) = (property, name, property.GetRelationalTypeMapping());
            Parameter = _mapping.CreateParameter(command, $"@p{index}", null, nullable: true);
            command.Parameters.Add(Parameter);
        }

        public string Name { get; }

        public DbParameter Parameter { get; }

        public void Fill(object row, Guid id, int revision)
        {
            object? value = _property.Name switch
            {
                nameof(RecordedRow.Id) => id,
                nameof(RecordedRow.Revision) => revision,
                _ => _property.GetGetter().GetClrValue(row),
            };
            Parameter.Value = (value is not null && _mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
