using CareJournal.Patients;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>
/// A message that asks for news: from the practitioner's own template, for one person who agreed to it. It asks for nothing, not even
/// an answer, and holds no word about health. The program sends nothing. Pure.
/// </summary>
public static class CheckInMessage
{
    /// <summary>Stands in a template for the person's name with its title.</summary>
    public const string Name = "{appellation}";

    /// <summary>The message for a person.</summary>
    /// <param name="template">The practitioner's own template, or the program's.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="wording">The reader's language.</param>
    public static string For(string template, PatientForm person, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(wording);
        return template.Replace(Name, Called(person, wording), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What opens the message in the mail program.</summary>
    public static string Mail(string address, string subject, string message) =>
        $"mailto:{Uri.EscapeDataString(address)}?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(message.ReplaceLineEndings("\r\n"))}";

    private static string Called(PatientForm person, Wording wording) => person.Sex switch
    {
        Sex.Woman => wording["CheckIn.Madam", person.FamilyName ?? ""],
        Sex.Man => wording["CheckIn.Sir", person.FamilyName ?? ""],
        _ => $"{person.GivenName} {person.FamilyName}".Trim(),
    };
}
