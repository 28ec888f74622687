using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareJournal.Acts;

/// <summary>Writes and reads a row as JSON, by column, with the values of the file: readable without this program, and read back exactly.</summary>
public static class RowJson
{
    /// <summary>Writes all values of a row except its revision.</summary>
    public static string Write(PropertyValues values)
    {
        Dictionary<string, JsonElement> row = [];
        foreach (IProperty property in Kept(values))
        {
            ValueConverter? converter = property.GetTypeMapping().Converter;
            object? stored = converter is null || values[property] is null ? values[property] : converter.ConvertToProvider(values[property]);
            row[property.GetColumnName()] = JsonSerializer.SerializeToElement(stored, stored?.GetType() ?? typeof(object));
        }

        return JsonSerializer.Serialize(row);
    }

    /// <summary>Restores the values of a written row.</summary>
    public static void Restore(PropertyValues values, string written)
    {
        Dictionary<string, JsonElement> row = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(written)!;
        foreach (IProperty property in Kept(values).Where(property => !property.IsPrimaryKey() && row.ContainsKey(property.GetColumnName())))
        {
            ValueConverter? converter = property.GetTypeMapping().Converter;
            Type stored = converter?.ProviderClrType ?? property.ClrType;
            JsonElement before = row[property.GetColumnName()];
            object? value = before.ValueKind == JsonValueKind.Null ? null : before.Deserialize(stored);
            values[property] = converter is null || value is null ? value : converter.ConvertFromProvider(value);
        }
    }

    /// <summary>Reads one text of a written row; <c>null</c> when it was empty.</summary>
    public static string? Text(string written, string column)
    {
        using JsonDocument row = JsonDocument.Parse(written);
        return row.RootElement.TryGetProperty(column, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static IEnumerable<IProperty> Kept(PropertyValues values) =>
        values.Properties.Where(property => property.Name != nameof(RecordedRow.Revision));
}
