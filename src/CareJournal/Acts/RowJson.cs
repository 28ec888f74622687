using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareJournal.Acts;

/// <summary>A row as JSON, by property, in the values that lie in the file: readable without this program, and read back exactly.</summary>
public static class RowJson
{
    /// <summary>Writes all values of a row but its revision.</summary>
    public static string Write(PropertyValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Dictionary<string, JsonElement> row = [];
        foreach (IProperty property in Kept(values))
        {
            ValueConverter? converter = property.GetTypeMapping().Converter;
            object? stored = converter is null || values[property] is null ? values[property] : converter.ConvertToProvider(values[property]);
            row[property.Name] = JsonSerializer.SerializeToElement(stored, stored?.GetType() ?? typeof(object));
        }

        return JsonSerializer.Serialize(row);
    }

    /// <summary>Puts the values of a written row back.</summary>
    public static void Restore(PropertyValues values, string written)
    {
        ArgumentNullException.ThrowIfNull(values);
        Dictionary<string, JsonElement> row = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(written)!;
        foreach (IProperty property in Kept(values).Where(property => !property.IsPrimaryKey() && row.ContainsKey(property.Name)))
        {
            ValueConverter? converter = property.GetTypeMapping().Converter;
            Type stored = converter?.ProviderClrType ?? property.ClrType;
            object? value = row[property.Name].ValueKind == JsonValueKind.Null ? null : row[property.Name].Deserialize(stored);
            values[property] = converter is null || value is null ? value : converter.ConvertFromProvider(value);
        }
    }

    /// <summary>One text of a written row; <c>null</c> when it was empty.</summary>
    public static string? Text(string written, string property)
    {
        using JsonDocument row = JsonDocument.Parse(written);
        return row.RootElement.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static IEnumerable<IProperty> Kept(PropertyValues values) =>
        values.Properties.Where(property => property.Name != nameof(RecordedRow.Revision));
}
