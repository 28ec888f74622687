namespace CareJournal.Web.Patients;

/// <summary>A field of a person's particulars: its text, and how to copy it between two inputs.</summary>
/// <param name="Label">The key of its label.</param>
/// <param name="Words">The text of the field, as shown.</param>
/// <param name="Take">Copies the first input's value into the second.</param>
public sealed record PatientInputField(string Label, Func<PatientInput, Words, string> Words, Action<PatientInput, PatientInput> Take)
{
    /// <summary>All fields, in the order of the page.</summary>
    public static IReadOnlyList<PatientInputField> All { get; } =
    [
        new("Patient.GivenName", (draft, _) => draft.GivenName, (from, to) => to.GivenName = from.GivenName),
        new("Patient.FamilyName", (draft, _) => draft.FamilyName, (from, to) => to.FamilyName = from.FamilyName),
        new("Patient.BirthDate", (draft, _) => draft.BirthDate, (from, to) => to.BirthDate = from.BirthDate),
        new("Patient.Sex", (draft, words) => words.Of(draft.Sex), (from, to) => to.Sex = from.Sex),
        new("Patient.Phone", (draft, _) => draft.Phone, (from, to) => to.Phone = from.Phone),
        new("Patient.Email", (draft, _) => draft.Email, (from, to) => to.Email = from.Email),
        new("Patient.Consent", (draft, words) => words.Of(draft.CheckInConsent), (from, to) => to.CheckInConsent = from.CheckInConsent),
        new("Patient.InformationGivenOn", (draft, _) => draft.InformedOn, (from, to) => to.InformedOn = from.InformedOn),
        new("Patient.StandingNote", (draft, _) => draft.StandingNote, (from, to) => to.StandingNote = from.StandingNote),
        new("Patient.OwnActivity", (draft, _) => draft.OwnActivity, (from, to) => to.OwnActivity = from.OwnActivity),
        new("Patient.OwnScales", (draft, words) => string.Join(" · ", draft.OwnScales.Select(words.Of)), (from, to) => to.OwnScales = from.OwnScales),
        new("Patient.AskedFrom", (draft, _) => draft.AskedFrom, (from, to) => to.AskedFrom = from.AskedFrom),
        new("Patient.DeceasedOn", (draft, _) => draft.DeceasedOn, (from, to) => to.DeceasedOn = from.DeceasedOn),
    ];

    /// <summary>Returns the fields in which two inputs differ.</summary>
    public static IReadOnlyList<PatientInputField> Between(PatientInput one, PatientInput other, Words words) =>
        [.. All.Where(field => !string.Equals(field.Words(one, words), field.Words(other, words), StringComparison.Ordinal))];

    /// <summary>
    /// Merges changes recorded elsewhere: a field that was not touched here follows them, a typed field keeps what was typed.
    /// </summary>
    /// <param name="typed">The values in the form; changed in place.</param>
    /// <param name="read">The values that the form was read from.</param>
    /// <param name="recorded">The recorded values.</param>
    /// <param name="words">Writes the fields as text.</param>
    /// <returns>The fields that changed elsewhere.</returns>
    public static IReadOnlyList<PatientInputField> BringIn(PatientInput typed, PatientInput read, PatientInput recorded, Words words)
    {
        HashSet<PatientInputField> touched = [.. Between(typed, read, words)];
        IReadOnlyList<PatientInputField> changed = Between(read, recorded, words);
        foreach (PatientInputField field in changed.Where(field => !touched.Contains(field)))
        {
            field.Take(recorded, typed);
        }

        return changed;
    }
}
