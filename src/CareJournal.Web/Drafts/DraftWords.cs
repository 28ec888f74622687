using System.Text.Json;
using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Web.Goals;

namespace CareJournal.Web.Drafts;

/// <summary>
/// The content of a draft, to be read without its form: each text with the label of its field, dates as they were typed. Pure; reading
/// never throws, and text that no form can use is still shown as it is stored in the journal.
/// </summary>
/// <param name="Texts">The typed texts, in the order of the form; empty if no fields could be read.</param>
/// <param name="Raw">The whole draft as it is stored in the journal.</param>
public sealed record DraftWords(IReadOnlyList<DraftWord> Texts, string Raw)
{
    // A day or an hour distinguishes less than words do.
    private static readonly string[] Days = ["HeldOn", "StartsAt", "TakenOn", "Start", "End", "On", "BirthDate", "AskedFrom", "DeceasedOn", "InformedOn", "Onset", "FirstOnset", "Days"];

    // Shown in place of a text for a ticked box.
    private static readonly string[] Marks = ["Hidden", "ThirdParty"];

    /// <summary>Reads a draft.</summary>
    public static DraftWords Of(DraftAnswer draft) => Of(draft.Form, draft.Text);

    private static DraftWords Of(string form, string written)
    {
        if (DraftText.Read(written) is not { } fields)
        {
            return new DraftWords([], written);
        }

        List<DraftWord> words = [];
        foreach ((string name, JsonElement value) in fields.Where(field => field.Key != DraftText.FormerChoices))
        {
            try
            {
                Collect(form, name, value, isInner: false, words);
            }
            catch (InvalidOperationException)
            {
                // A name with an unpaired surrogate: its text is read in Raw.
            }
        }

        return new DraftWords(words, written);
    }

    /// <summary>Returns the first words of a draft, by which it is told apart from others of the same person and form; <c>null</c> where nothing can be read.</summary>
    /// <param name="form">The form.</param>
    /// <param name="text">The draft as it is stored.</param>
    /// <param name="most">The largest number of characters.</param>
    public static string? FirstWords(string form, string text, int most)
    {
        DraftWord[] typed = [.. Of(form, text).Texts.Where(word => word is { Text: not null, Label: not null and not "Draft.Words.Chosen" })];
        return (typed.FirstOrDefault(word => !Days.Contains(word.Name)) ?? typed.FirstOrDefault())?.Text is { } first
            ? WrittenText.Beginning(WrittenText.Valid(first), most)
            : null;
    }

    /// <summary>The key of a form's name on screen.</summary>
    public static string FormKey(string form) => Urls.FormOf(form) is
        ("visit" or "change" or "past" or "review" or "flareup" or "lifeevent" or "period" or "word" or "contact" or "pause" or "goal" or "tool" or "person" or "condition" or "nextstep" or "intouch" or "conclude" or "rhythm" or "news" or "justify" or "snippet" or "checkin") and var known
            ? $"Draft.Form.{known}"
            : "Draft.Form.other";

    /// <summary>The key of a field's label in its form; <c>null</c> for a field that no form has.</summary>
    public static string? LabelOf(string form, string field) => (Urls.FormOf(form), field) switch
    {
        (_, "PeriodTitle") => "Visit.PeriodTitle",
        (_, "HeldOn") => "Visit.Date",
        (_, "ReportedOn") => "ReportedOn.Label",
        (_, "Rows") => "Past.Rows",
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
        (_, "On") => "Contacts.On",
        (_, "Title") => "Period.Field.Title",
        ("rhythm", "Reason") => "NextStep.Why",
        (_, "Reason") => "Period.Field.Reason",
        (_, "Aim") => "Period.Field.Aim",
        (_, "Line") => "StateList.Line",
        (_, "NewWords") => "StateList.NewWords",
        (_, "Days") => "NextStep.Every.Days",
        ("snippet", "Name") => "Snippets.Name",
        ("snippet", "Text") => "Snippets.Text",
        (_, "Practice") => "CheckIn.Practice",
        (_, "Letter") => "CheckIn.OwnLetter",
        ("checkin", "Text") => "CheckIn.OwnText",
        ("news", "Words") => "CheckIn.Message",
        (_, "Words") => "Contacts.Words",
        (_, "GivenName" or "FamilyName" or "BirthDate" or "Phone" or "Email" or "StandingNote" or "OwnActivity" or "AskedFrom" or "DeceasedOn") => $"Patient.{field}",
        (_, "InformedOn") => "Patient.InformationGivenOn",
        (_, "FirstLabel") => "Patient.Condition",
        (_, "Label") => "Patient.Condition.Label",
        (_, "Onset" or "FirstOnset") => "Patient.Condition.Onset",
        (_, "BodySites") => "Patient.Condition.BodySites",
        (_, "Icd11Code") => "Patient.Condition.Code",
        (_, "SecondCode") => "Patient.Condition.SecondCode",
        (_, "Hidden") => "Visit.Hidden",
        (_, "ThirdParty") => "Visit.ThirdParty",
        _ => null,
    };

    // Chosen values contain text too: the note of a collected change of a goal, a reason. Ids and days are no text; everything is in Raw.
    private static void Collect(string form, string name, JsonElement value, bool isInner, List<DraftWord> found)
    {
        string? label = LabelOf(FormWithin(form, name), name[(name.LastIndexOf('.') + 1)..]);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when name == "Since":
                // All its texts are fields of the form, under their paths.
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty part in value.EnumerateObject())
                {
                    Collect(form, part.Name, part.Value, isInner: true, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement part in value.EnumerateArray())
                {
                    Collect(form, name, part, isInner: true, found);
                }

                break;
            case var _ when Marks.Contains(name[(name.LastIndexOf('.') + 1)..]):
                if (DraftText.Written(value) == "true")
                {
                    found.Add(new DraftWord(label, name, null));
                }

                break;
            case JsonValueKind.String when DraftText.Written(value) is var text && (label is null ? IsWords(text) : !string.IsNullOrWhiteSpace(text)):
                found.Add(new DraftWord(label ?? (isInner ? "Draft.Words.Chosen" : null), name, text));
                break;
        }
    }

    // What is reported in a session is labelled as in the form of its own.
    private static string FormWithin(string form, string path) => path.Split('.') switch
    {
        ["Since", "FlareUps", ..] => "flare-up",
        ["Since", "LifeEvents", ..] => "life-event",
        ["Since", ..] => "pause",
        _ => form,
    };

    private static bool IsWords(string text) =>
        !string.IsNullOrWhiteSpace(text)
        && !Guid.TryParse(text, out _)
        && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && !TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _);
}

/// <summary>One field of a draft.</summary>
/// <param name="Label">The key of its label; <c>null</c> where no form has such a field.</param>
/// <param name="Name">Its name in the draft.</param>
/// <param name="Text">The typed text; <c>null</c> for a ticked box.</param>
public sealed record DraftWord(string? Label, string Name, string? Text);
