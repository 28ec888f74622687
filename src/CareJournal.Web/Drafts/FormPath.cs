using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CareJournal.Web.Drafts;

/// <summary>Writes typed text into something listed within a form, by its path: <c>Since.FlareUps.0.WhatHelped</c>. Pure.</summary>
internal static class FormPath
{
    /// <summary>The most things that are listed under one name in a form.</summary>
    public const int Most = 5;

    /// <summary>Writes a text or a tick; a path that leads nowhere in this form, or to anything else, is passed over.</summary>
    /// <param name="form">The form.</param>
    /// <param name="path">Where to write.</param>
    /// <param name="typed">What is written.</param>
    /// <param name="lengthen">Whether a list that is too short for the path gets new things of its kind, up to <see cref="Most"/>: nothing but the path tells of them.</param>
    public static void Write(object form, string path, string typed, bool lengthen = false)
    {
        string[] parts = path.Split('.');
        bool adds = lengthen && !string.IsNullOrWhiteSpace(typed) && !(bool.TryParse(typed, out bool tick) && !tick);
        object? part = form;
        foreach (string name in parts[..^1])
        {
            part = part switch
            {
                IList list => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int place) ? Listed(list, place, form, adds) : null,
                not null => PropertyOf(part, name)?.Get?.Invoke(part),
                null => null,
            };
        }

        if (part is null || PropertyOf(part, parts[^1]) is not { Set: { } set } property)
        {
            return;
        }

        if (property.PropertyType == typeof(string))
        {
            set(part, typed.Length > 0 ? typed : null);
        }
        else if (property.PropertyType == typeof(bool) && bool.TryParse(typed, out bool ticked))
        {
            set(part, ticked);
        }
    }

    private static object? Listed(IList list, int place, object form, bool adds)
    {
        while (adds && !list.IsFixedSize && place < Most && list.Count <= place && Created(list, form) is { } made)
        {
            list.Add(made);
        }

        return place < list.Count ? list[place] : null;
    }

    // What is listed in a form is about the person of the form.
    private static object? Created(IList list, object form)
    {
        JsonTypeInfo type = JsonSerializerOptions.Default.GetTypeInfo(list.GetType());
        object? made = type.ElementType is { } element ? JsonSerializerOptions.Default.GetTypeInfo(element).CreateObject?.Invoke() : null;
        if (made is not null && PropertyOf(made, "PatientId") is { Set: { } set } && PropertyOf(form, "PatientId")?.Get?.Invoke(form) is { } person)
        {
            set(made, person);
        }

        return made;
    }

    private static JsonPropertyInfo? PropertyOf(object part, string name) =>
        part is IList ? null : JsonSerializerOptions.Default.GetTypeInfo(part.GetType()).Properties.FirstOrDefault(property => property.Name == name);
}
