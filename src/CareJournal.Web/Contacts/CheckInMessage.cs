using CareJournal.Patients;

namespace CareJournal.Web.Contacts;

/// <summary>
/// Writes a message of the practitioner's to one person who agreed to be asked for news, from a template. It demands nothing, not even
/// an answer, and contains nothing about health. The program sends nothing. Pure.
/// </summary>
public static class CheckInMessage
{
    /// <summary>The placeholder in a template for the person's name with its title.</summary>
    public const string Name = "{appellation}";

    // A template of the practitioner's own stays as it was written when the language of the screen changes.
    private static readonly string[] GivenName = ["{prénom}", "{given name}"];
    private static readonly string[] PracticeName = ["{cabinet}", "{practice}"];

    /// <summary>Returns the message for a person.</summary>
    /// <param name="template">The practitioner's own template, or the program's.</param>
    /// <param name="person">Whom it is for.</param>
    /// <param name="practiceName">The name that signs it; without one the message ends unsigned.</param>
    /// <param name="words">Words in the reader's language.</param>
    public static string For(string template, PatientForm person, string? practiceName, Words words)
    {
        string called = Called(person, words);
        string message = template.Replace(Name, called, StringComparison.OrdinalIgnoreCase);
        message = Fill(message, GivenName, person.GivenName ?? called);
        return Fill(message, PracticeName, practiceName ?? "").TrimEnd();
    }

    /// <summary>Whether a template asks for the name of the practice.</summary>
    public static bool IsSignedByPractice(string template) => Array.Exists(PracticeName, name => template.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the address that opens the message in the mail program.</summary>
    public static string Mail(string address, string subject, string message) =>
        $"mailto:{Uri.EscapeDataString(address)}?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(message.ReplaceLineEndings("\r\n"))}";

    private static string Fill(string message, string[] placeholders, string text) =>
        placeholders.Aggregate(message, (filled, placeholder) => filled.Replace(placeholder, text, StringComparison.OrdinalIgnoreCase));

    private static string Called(PatientForm person, Words words) => person.Sex switch
    {
        Sex.Woman => words["CheckIn.Madam", person.FamilyName ?? ""],
        Sex.Man => words["CheckIn.Sir", person.FamilyName ?? ""],
        _ => $"{person.GivenName} {person.FamilyName}".Trim(),
    };
}
