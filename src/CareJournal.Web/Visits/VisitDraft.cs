using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>
/// A session that is being typed, as a draft: its texts by the names below, and what was chosen as one text of its own. Pure.
/// </summary>
internal static class VisitDraft
{
    /// <summary>The day, as it is typed.</summary>
    public const string HeldOn = nameof(VisitForm.HeldOn);

    /// <summary>The time, as it is typed.</summary>
    public const string StartsAt = nameof(VisitForm.StartsAt);

    /// <summary>What the practitioner takes away.</summary>
    public const string Impression = nameof(VisitForm.Impression);

    /// <summary>What was agreed.</summary>
    public const string Agreed = nameof(VisitForm.Agreed);

    /// <summary>A note beside it.</summary>
    public const string Note = nameof(VisitForm.Note);

    /// <summary>What justifies the rhythm.</summary>
    public const string JustifiesRhythm = nameof(VisitForm.JustifiesRhythm);

    /// <summary>Who held it.</summary>
    public const string HeldBy = nameof(VisitForm.HeldBy);

    /// <summary>Why it is changed.</summary>
    public const string ReasonForChange = nameof(VisitForm.ReasonForChange);

    private const string Chosen = "Choices";

    private static readonly Dictionary<string, Action<VisitForm, string?>> Texts = new(StringComparer.Ordinal)
    {
        [Impression] = (form, text) => form.Impression = text,
        [Agreed] = (form, text) => form.Agreed = text,
        [Note] = (form, text) => form.Note = text,
        [JustifiesRhythm] = (form, text) => form.JustifiesRhythm = text,
        [HeldBy] = (form, text) => form.HeldBy = text,
        [ReasonForChange] = (form, text) => form.ReasonForChange = text,
    };

    // The texts are the script's: written here too, they would be older than what stands in the fields.
    private static readonly JsonSerializerOptions WithoutTexts = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveTextsOut } } };

    /// <summary>The form, in one word.</summary>
    public static string FormOf(bool edit) => edit ? "change" : "visit";

    /// <summary>What was chosen: scales, chips, the next step, the period.</summary>
    public static string Choices(VisitForm form) => JsonSerializer.Serialize(form, WithoutTexts);

    /// <summary>The session of a draft, for the same person; <c>null</c> when it cannot be read.</summary>
    public static VisitForm? Read(IReadOnlyDictionary<string, string> fields, Guid patientId)
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            VisitForm? form = fields.TryGetValue(Chosen, out string? chosen) ? JsonSerializer.Deserialize<VisitForm>(chosen, WithoutTexts) : null;
            if (form?.PatientId != patientId)
            {
                return null;
            }

            Take(form, fields);
            return form;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes over the texts as they stand in the fields.</summary>
    public static void Take(VisitForm form, IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        foreach ((string name, Action<VisitForm, string?> take) in Texts)
        {
            if (fields.TryGetValue(name, out string? text))
            {
                take(form, text.Length == 0 ? null : text);
            }
        }
    }

    private static void LeaveTextsOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(VisitForm))
        {
            foreach (JsonPropertyInfo property in type.Properties.Where(property => Texts.ContainsKey(property.Name)))
            {
                property.ShouldSerialize = (_, _) => false;
            }
        }
    }
}
