using System.Globalization;
using System.Text.Json;
using CareJournal.Drafts;

namespace CareJournal.Web.Kit;

/// <summary>
/// What stands in a draft, to be read without its form: each text with the label of its field, dates as they were typed. Pure; reading
/// never throws, and what no form could make sense of is still there as it lies in the journal.
/// </summary>
/// <param name="Texts">What was typed, in the order of the form; empty where nothing could be told apart.</param>
/// <param name="Raw">The whole draft as it lies in the journal.</param>
public sealed record DraftWords(IReadOnlyList<DraftWord> Texts, string Raw)
{
    private const string Chosen = "Choices";

    // What stands in the words' place when a box was ticked.
    private static readonly string[] Marks = ["Hidden", "ThirdParty"];

    /// <summary>Reads a draft.</summary>
    public static DraftWords Of(DraftAnswer draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (DraftText.Read(draft.Text) is not { } fields)
        {
            return new DraftWords([], draft.Text);
        }

        List<DraftWord> texts = [];
        foreach ((string name, string text) in fields.Where(field => field.Key != Chosen))
        {
            bool isMark = Marks.Contains(name);
            if (isMark ? text == "true" : !string.IsNullOrWhiteSpace(text))
            {
                texts.Add(new DraftWord(LabelOf(draft.Form, name), name, isMark ? null : text));
            }
        }

        if (fields.TryGetValue(Chosen, out string? chosen))
        {
            texts.AddRange(WordsAmong(draft.Form, chosen));
        }

        return new DraftWords(texts, draft.Text);
    }

    /// <summary>The key of what a form is called on screen.</summary>
    public static string FormKey(string form) => Urls.FormOf(form) is
        ("visit" or "change" or "review" or "flareup" or "lifeevent" or "period" or "word" or "contact" or "pause" or "goal" or "tool") and var known
            ? $"Draft.Form.{known}"
            : "Draft.Form.other";

    /// <summary>The key of the label that a field carries in its form; <c>null</c> for a field that no form has.</summary>
    public static string? LabelOf(string form, string field) => (Urls.FormOf(form), field) switch
    {
        (_, "HeldOn") => "Visit.Date",
        (_, "StartsAt") => "Visit.StartsAt",
        (_, "Impression") => "Visit.Impression",
        (_, "Agreed") => "Visit.Agreed",
        (_, "Note") => "Visit.Note",
        (_, "HeldBy") => "Visit.HeldBy",
        (_, "ReasonForChange") => "Visit.ReasonForChange",
        (_, "JustifiesRhythm") => "Review.Justifies",
        (_, "TakenOn") => "Review.TakenOn",
        (_, "Situation") => "Review.Situation",
        (_, "Needs") => "Review.Needs",
        ("flareup", "Start") => "FlareUp.Start",
        ("flareup", "End") => "FlareUp.End",
        (_, "WhatCameBefore") => "FlareUp.CameBefore",
        (_, "WhatHelped") => "FlareUp.Helped",
        (_, "Start") => "LifeEvent.Start",
        (_, "End") => "LifeEvent.End",
        ("lifeevent", "Words") => "LifeEvent.Words",
        ("pause", "Words") => "Pause.Words",
        ("word", "Words") => "WordToSelf.Ask",
        (_, "Words") => "Contacts.Words",
        (_, "On") => "Contacts.On",
        (_, "Title") => "Period.Field.Title",
        (_, "Reason") => "Period.Field.Reason",
        (_, "Aim") => "Period.Field.Aim",
        (_, "Line") => "Standing.Line",
        (_, "NewWords") => "Standing.NewWords",
        (_, "Hidden") => "Visit.Hidden",
        (_, "ThirdParty") => "Visit.ThirdParty",
        _ => null,
    };

    // What was chosen holds words too: a line about a goal that was gathered, a reason. Ids and days are no words; the whole of it stands in Raw.
    private static List<DraftWord> WordsAmong(string form, string chosen)
    {
        try
        {
            using JsonDocument read = JsonDocument.Parse(chosen);
            List<DraftWord> found = [];
            Collect(form, Chosen, read.RootElement, found);
            return found;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }

    private static void Collect(string form, string name, JsonElement value, List<DraftWord> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty part in value.EnumerateObject())
                {
                    Collect(form, part.Name, part.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement part in value.EnumerateArray())
                {
                    Collect(form, name, part, found);
                }

                break;
            case JsonValueKind.String when DraftText.Written(value) is var text && IsWords(text):
                found.Add(new DraftWord(LabelOf(form, name) ?? "Draft.Words.Chosen", name, text));
                break;
        }
    }

    private static bool IsWords(string text) =>
        !string.IsNullOrWhiteSpace(text)
        && !Guid.TryParse(text, out _)
        && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && !TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _);
}

/// <summary>One field of a draft.</summary>
/// <param name="Label">The key of its label; <c>null</c> where no form has such a field.</param>
/// <param name="Name">Its name in the draft.</param>
/// <param name="Text">What was typed; <c>null</c> for a box that was ticked.</param>
public sealed record DraftWord(string? Label, string Name, string? Text);
