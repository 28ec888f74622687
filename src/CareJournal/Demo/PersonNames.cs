using System.Globalization;
using CareJournal.Patients;

namespace CareJournal.Demo;

/// <summary>An invented name with sex, telephone and e-mail.</summary>
internal sealed record PersonName(string GivenName, string FamilyName, Sex Sex, string Phone, string Email);

/// <summary>Combines names so that in a demonstration no family name occurs twice, and hardly a given name.</summary>
internal sealed class PersonNames
{
    private readonly string[] _families;
    private readonly Phrasebook _given;
    private int _taken;

    public PersonNames(SeededStream stream)
    {
        _families = [.. PersonTexts.Families];
        stream.Shuffle(_families);
        _given = new Phrasebook(stream);
    }

    /// <summary>Returns the next name; more women than men, as in such a practice.</summary>
    public PersonName Next(SeededStream stream)
    {
        string family = _families[_taken++ % _families.Length];
        if (_taken > _families.Length && stream.Chance(0.25))
        {
            family += "-" + stream.Pick(PersonTexts.Families);
        }

        Sex sex = stream.Chance(0.64) ? Sex.Woman : Sex.Man;
        string given = _given.Next(sex == Sex.Woman ? PersonTexts.Women : PersonTexts.Men);

        // The numbers 06 39 98 are reserved by the French regulator for works of fiction.
        string phone = string.Create(CultureInfo.InvariantCulture, $"06 39 98 {stream.Between(0, 99):00} {stream.Between(0, 99):00}");
        return new PersonName(given, family, sex, phone, $"{Plain(given)}.{Plain(family)}@example.org");
    }

    private static string Plain(string name) =>
        string.Join('-', name.Split('-').Select(part => string.Concat(FoldedText.Words(part))));
}
