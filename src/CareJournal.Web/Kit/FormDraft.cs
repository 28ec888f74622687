using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CareJournal.Dates;

namespace CareJournal.Web.Kit;

/// <summary>
/// A form that is being typed, as a draft: its texts by the names of the form's own properties, and what was chosen as one text of its
/// own, the row and the revision included. Pure.
/// </summary>
public static class FormDraft
{
    private const string Chosen = "Choices";

    // The texts are the script's: written here too, they would be older than what stands in the fields. A vague date is typed as text.
    private static readonly JsonSerializerOptions WithoutTexts = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveTextsOut } } };

    /// <summary>What was chosen: scales, chips, boxes.</summary>
    public static string Choices<TForm>(TForm form)
        where TForm : class => JsonSerializer.Serialize(form, WithoutTexts);

    /// <summary>The form of a draft, for the same person; <c>null</c> when it cannot be read.</summary>
    public static TForm? Read<TForm>(IReadOnlyDictionary<string, string> fields, Guid patientId)
        where TForm : class
    {
        ArgumentNullException.ThrowIfNull(fields);
        try
        {
            if (!fields.TryGetValue(Chosen, out string? chosen) || JsonNode.Parse(chosen)?["PatientId"]?.GetValue<Guid>() != patientId)
            {
                return null;
            }

            TForm form = JsonSerializer.Deserialize<TForm>(chosen, WithoutTexts)!;
            Take(form, fields);
            return form;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The form of a draft; where what was chosen cannot be read, the present form with the texts and marks of the draft: no word is given up for a choice.</summary>
    public static TForm Resume<TForm>(TForm present, IReadOnlyDictionary<string, string> fields, Guid patientId)
        where TForm : class
    {
        if (Read<TForm>(fields, patientId) is { } form)
        {
            return form;
        }

        Take(present, fields);
        return present;
    }

    /// <summary>Takes over the texts and the marks as they stand in the fields.</summary>
    public static void Take<TForm>(TForm form, IReadOnlyDictionary<string, string> fields)
        where TForm : class
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        foreach (PropertyInfo text in typeof(TForm).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            if (fields.TryGetValue(text.Name, out string? typed))
            {
                text.SetValue(form, typed.Length == 0 ? null : typed);
            }
        }

        // What may not be shown is marked on the page: the mark that stands there is the one that counts.
        foreach (PropertyInfo mark in typeof(TForm).GetProperties().Where(property => property.PropertyType == typeof(bool) && property.CanWrite))
        {
            if (fields.TryGetValue(mark.Name, out string? ticked) && bool.TryParse(ticked, out bool set))
            {
                mark.SetValue(form, set);
            }
        }
    }

    /// <summary>A day as it was typed: « hier » means the day before the one on which it was typed, also when the draft is taken up later.</summary>
    public static string Day(string typed, DateOnly typedOn, DateOnly today, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return typedOn != today && FreeDate.Read(typed, typedOn) is { } day ? wording.Date(day) : typed;
    }

    /// <inheritdoc cref="Day"/>
    public static string VagueDay(string typed, DateOnly typedOn, DateOnly today, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return typedOn != today && FreeFuzzyDate.Read(typed, typedOn) is { } vague ? wording.Fuzzy(vague) : typed;
    }

    // Of the form itself, which names its draft; what is chosen within it (a next step, a goal that moved) keeps its words.
    private static void LeaveTextsOut(JsonTypeInfo type)
    {
        if (type.Type.GetProperty("DraftId") is not null)
        {
            foreach (JsonPropertyInfo property in type.Properties.Where(property => property.Name == "DraftId" || property.PropertyType == typeof(string) || property.PropertyType == typeof(FuzzyDate)))
            {
                property.ShouldSerialize = (_, _) => false;
            }
        }
    }
}
