using CareJournal.Web.Kit;

namespace CareJournal.Web.Patients;

/// <summary>One field of a person's particulars: what it says, and how it goes from one draft to another.</summary>
/// <param name="Label">The key of its label.</param>
/// <param name="Words">What stands in it, as it is read.</param>
/// <param name="Take">Takes the first draft's value over into the second.</param>
public sealed record PatientDraftField(string Label, Func<PatientDraft, Wording, string> Words, Action<PatientDraft, PatientDraft> Take)
{
    /// <summary>All fields, in the order of the page.</summary>
    public static IReadOnlyList<PatientDraftField> All { get; } =
    [
        new("Patient.GivenName", (draft, _) => draft.GivenName, (from, to) => to.GivenName = from.GivenName),
        new("Patient.FamilyName", (draft, _) => draft.FamilyName, (from, to) => to.FamilyName = from.FamilyName),
        new("Patient.BirthDate", (draft, _) => draft.BirthDate, (from, to) => to.BirthDate = from.BirthDate),
        new("Patient.Sex", (draft, wording) => wording.Of(draft.Sex), (from, to) => to.Sex = from.Sex),
        new("Patient.Phone", (draft, _) => draft.Phone, (from, to) => to.Phone = from.Phone),
        new("Patient.Email", (draft, _) => draft.Email, (from, to) => to.Email = from.Email),
        new("Patient.Consent", (draft, wording) => wording.Of(draft.CheckInConsent), (from, to) => to.CheckInConsent = from.CheckInConsent),
        new("Patient.InformationGivenOn", (draft, _) => draft.InformedOn, (from, to) => to.InformedOn = from.InformedOn),
        new("Patient.StandingNote", (draft, _) => draft.StandingNote, (from, to) => to.StandingNote = from.StandingNote),
        new("Patient.OwnActivity", (draft, _) => draft.OwnActivity, (from, to) => to.OwnActivity = from.OwnActivity),
        new("Patient.OwnScales", (draft, wording) => string.Join(" · ", draft.OwnScales.Select(wording.Of)), (from, to) => to.OwnScales = from.OwnScales),
        new("Patient.AskedFrom", (draft, _) => draft.AskedFrom, (from, to) => to.AskedFrom = from.AskedFrom),
        new("Patient.DeceasedOn", (draft, _) => draft.DeceasedOn, (from, to) => to.DeceasedOn = from.DeceasedOn),
    ];

    /// <summary>The fields in which two drafts differ.</summary>
    public static IReadOnlyList<PatientDraftField> Between(PatientDraft one, PatientDraft other, Wording wording) =>
        [.. All.Where(field => !string.Equals(field.Words(one, wording), field.Words(other, wording), StringComparison.Ordinal))];

    /// <summary>
    /// Brings in what was recorded elsewhere: a field that was not touched here follows it, a field that was typed in keeps what was typed.
    /// </summary>
    /// <param name="typed">What stands in the form; changed in place.</param>
    /// <param name="read">What the form was read from.</param>
    /// <param name="recorded">What is recorded now.</param>
    /// <param name="wording">Reads the fields.</param>
    /// <returns>The fields that changed elsewhere.</returns>
    public static IReadOnlyList<PatientDraftField> BringIn(PatientDraft typed, PatientDraft read, PatientDraft recorded, Wording wording)
    {
        HashSet<PatientDraftField> touched = [.. Between(typed, read, wording)];
        IReadOnlyList<PatientDraftField> changed = Between(read, recorded, wording);
        foreach (PatientDraftField field in changed.Where(field => !touched.Contains(field)))
        {
            field.Take(recorded, typed);
        }

        return changed;
    }
}
