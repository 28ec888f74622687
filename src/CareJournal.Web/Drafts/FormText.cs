using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CareJournal.Web.Drafts;

/// <summary>Writes a form into the text of a draft, and reads it back: its properties by name, its dates as typed. Pure.</summary>
/// <typeparam name="TForm">The form.</typeparam>
internal static class FormText<TForm>
    where TForm : class
{
    private static readonly IList<JsonPropertyInfo> Properties = JsonSerializerOptions.Default.GetTypeInfo(typeof(TForm)).Properties;

    private static readonly JsonSerializerOptions WithoutTexts = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveTextsOut } } };

    /// <summary>The chosen values of the form (scales, chips, boxes) with row and revision, as JSON. Only the script writes texts: here they would be outdated.</summary>
    public static string Choices(TForm form) => JsonSerializer.Serialize(form, WithoutTexts);

    /// <summary>
    /// Returns the form of a draft; if the chosen values cannot be read or are about another person, the present form with the texts and ticks of
    /// the draft, those of listed things included: no text is lost because of a choice.
    /// </summary>
    /// <param name="present">The currently open form.</param>
    /// <param name="fields">The draft.</param>
    /// <param name="patientId">The person that the form must be about.</param>
    /// <param name="dates">The dates that are kept as text.</param>
    public static TForm Resume(TForm present, IReadOnlyDictionary<string, JsonElement> fields, Guid? patientId, IReadOnlyList<DateText> dates)
    {
        TForm? read = Read(fields, patientId, dates);
        TForm form = read ?? present;
        Fill(form, fields, [.. fields.Keys], lengthen: read is null);
        return form;
    }

    /// <summary>Copies texts and ticks into a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fields">The draft.</param>
    /// <param name="names">Those of its fields that are copied.</param>
    public static void Fill(TForm form, IReadOnlyDictionary<string, JsonElement> fields, IReadOnlyCollection<string> names) =>
        Fill(form, fields, names, lengthen: false);

    private static void Fill(TForm form, IReadOnlyDictionary<string, JsonElement> fields, IReadOnlyCollection<string> names, bool lengthen)
    {
        foreach (JsonPropertyInfo property in Properties.Where(property => IsTyped(property) && names.Contains(property.Name)))
        {
            string? typed = DraftText.Typed(fields, property.Name);
            if (typed is not null && property.PropertyType == typeof(string))
            {
                property.Set!(form, typed.Length > 0 ? typed : property.IsSetNullable ? null : "");
            }
            else if (bool.TryParse(typed, out bool ticked))
            {
                property.Set!(form, ticked);
            }
        }

        foreach (string name in names.Where(name => name.Contains('.', StringComparison.Ordinal)))
        {
            if (DraftText.Typed(fields, name) is { } typed)
            {
                FormPath.Write(form, name, typed, lengthen);
            }
        }
    }

    private static TForm? Read(IReadOnlyDictionary<string, JsonElement> fields, Guid? patientId, IReadOnlyList<DateText> dates)
    {
        try
        {
            Dictionary<string, JsonElement> chosen = fields
                .Where(field => !Properties.Any(property => IsTyped(property) && property.Name == field.Key) && dates.All(date => date.Field != field.Key))
                .ToDictionary();
            bool names = Properties.All(property => property.Name is not ("Id" or "PatientId") || chosen.ContainsKey(property.Name));
            bool isAbout = !chosen.TryGetValue("PatientId", out JsonElement person) || person.GetGuid() == patientId;
            return names && isAbout ? JsonSerializer.Deserialize<TForm>(JsonSerializer.SerializeToUtf8Bytes(chosen), WithoutTexts) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    private static bool IsTyped(JsonPropertyInfo property) =>
        property.Set is not null && (property.PropertyType == typeof(string) || property.PropertyType == typeof(bool));

    // Only of the form itself; chosen values within it (a next step, a changed goal) keep their texts. Vague dates are kept as typed, wherever they are.
    private static void LeaveTextsOut(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.PropertyType == typeof(FuzzyDate)))
        {
            property.ShouldSerialize = (_, _) => false;
        }

        if (type.Type == typeof(TForm))
        {
            foreach (JsonPropertyInfo property in type.Properties.Where(property => property.Set is null || property.Name == "DraftId" || property.PropertyType == typeof(string)))
            {
                property.ShouldSerialize = (_, _) => false;
            }
        }
    }
}
