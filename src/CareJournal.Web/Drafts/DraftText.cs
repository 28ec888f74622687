using System.Text.Json;

namespace CareJournal.Web.Drafts;

/// <summary>The text of a draft: one JSON object with the fields of its form by name, dates as they were typed. Reading one never throws.</summary>
public static class DraftText
{
    /// <summary>The field in which drafts of the former version store the chosen values: as JSON, or as one word.</summary>
    public const string FormerChoices = "Choices";

    private const string FormerReportedOn = "ToldOn";

    /// <summary>Reads the fields of a draft as it is stored in the journal; <c>null</c> if it is not an object.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? Read(string text)
    {
        Dictionary<string, JsonElement>? fields = ReadObject(text);
        if (fields is null || !fields.TryGetValue(FormerChoices, out JsonElement former) || ReadObject(Written(former)) is not { } chosen)
        {
            return fields;
        }

        fields.Remove(FormerChoices);
        foreach ((string name, JsonElement value) in chosen)
        {
            fields.TryAdd(name == FormerReportedOn ? "ReportedOn" : name, value);
        }

        return fields;
    }

    /// <summary>The text of a field; <c>null</c> if the draft has none.</summary>
    public static string? Typed(IReadOnlyDictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? Written(value) : null;

    /// <summary>The value as typed; its JSON text if it is not a string or has an unpaired surrogate.</summary>
    public static string Written(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static Dictionary<string, JsonElement>? ReadObject(string text)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(text);
            if (read.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
            foreach (JsonProperty field in read.RootElement.EnumerateObject())
            {
                fields[field.Name] = field.Value.Clone();
            }

            return fields;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            // An unpaired surrogate throws ArgumentException, or InvalidOperationException in a name; all else JsonException.
            return null;
        }
    }
}
