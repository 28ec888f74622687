namespace CareJournal.Contacts;

/// <summary>News exchanged without a visit. It is not a visit and counts in no rule of time.</summary>
public sealed class Contact : PatientRow
{
    /// <summary>The day of the contact.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The way in which news was exchanged.</summary>
    public ContactChannel Channel { get; private set; }

    /// <summary>From whom the news came.</summary>
    public ContactFrom From { get; private set; }

    /// <summary>The words that were exchanged.</summary>
    public string? Words { get; private set; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; private set; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(ContactForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        On = form.On ?? today;
        Channel = form.Channel;
        From = form.From;
        Words = WrittenText.Clean(form.Words);
        Hidden = form.Hidden;
        ThirdParty = form.ThirdParty;
        return [];
    }
}

/// <summary>The ways in which news is exchanged.</summary>
public enum ContactChannel
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>A written message.</summary>
    Message,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>Another way.</summary>
    Other,
}

/// <summary>From whom news came.</summary>
public enum ContactFrom
{
    /// <summary>From the person.</summary>
    Person,

    /// <summary>From the practitioner.</summary>
    Practitioner,
}

/// <summary>The form of a contact. An empty day means today; the words are optional.</summary>
public class ContactForm : PatientRowForm
{
    /// <inheritdoc cref="Contact.On"/>
    public DateOnly? On { get; set; }

    /// <inheritdoc cref="Contact.Channel"/>
    public ContactChannel Channel { get; set; }

    /// <inheritdoc cref="Contact.From"/>
    public ContactFrom From { get; set; }

    /// <inheritdoc cref="Contact.Words"/>
    public string? Words { get; set; }

    /// <inheritdoc cref="Contact.Hidden"/>
    public bool Hidden { get; set; }

    /// <inheritdoc cref="Contact.ThirdParty"/>
    public bool ThirdParty { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. ClinicalDate.Problems(nameof(On), On ?? today, today, From == ContactFrom.Person ? life : life?.WithoutDeath),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestNote),
    ];
}
