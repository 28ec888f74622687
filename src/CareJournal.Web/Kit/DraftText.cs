using System.Text.Json;
using CareJournal.Drafts;

namespace CareJournal.Web.Kit;

/// <summary>How the fields of a form are written into a draft: one JSON object of strings.</summary>
public static class DraftText
{
    /// <summary>What was typed, by field; nothing where the draft was written by a page that no longer exists.</summary>
    public static IReadOnlyDictionary<string, string> Fields(DraftAnswer draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Text) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }
}
