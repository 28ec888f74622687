using System.Text.Json;
using CareJournal.Drafts;

namespace CareJournal.Web.Kit;

/// <summary>How the fields of a form are written into a draft: one JSON object of strings. Reading one never throws.</summary>
public static class DraftText
{
    /// <summary>What was typed, by field; nothing where the draft was written by a page that no longer exists.</summary>
    public static IReadOnlyDictionary<string, string> Fields(DraftAnswer draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Read(draft.Text) ?? new Dictionary<string, string>();
    }

    /// <summary>
    /// The fields of a draft as it lies in the journal; <c>null</c> when it is no object with fields. A value that is no string, or
    /// no whole one, is given as it is written down; what says nothing (<c>null</c>) is left out.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using JsonDocument read = JsonDocument.Parse(text);
            if (read.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            Dictionary<string, string> fields = new(StringComparer.Ordinal);
            foreach (JsonProperty field in read.RootElement.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
            {
                fields[field.Name] = Written(field.Value);
            }

            return fields;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            // Half of a pair of UTF-16 is refused as an argument, or by its name as an operation; all else as JSON.
            return null;
        }
    }

    /// <summary>A value as it was typed; where it is no string or holds half of a pair, as it stands in the JSON.</summary>
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
}
