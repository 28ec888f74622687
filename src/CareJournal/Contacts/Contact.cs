using CareJournal.Acts;
using CareJournal.Dates;

namespace CareJournal.Contacts;

/// <summary>News that were exchanged without a visit. It is no visit: it counts in no rule of time.</summary>
public sealed class Contact : PatientRow
{
    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>How.</summary>
    public ContactChannel Channel { get; private set; }

    /// <summary>From whom it came.</summary>
    public ContactFrom From { get; private set; }

    /// <summary>What was said.</summary>
    public string? Words { get; private set; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; private set; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; private set; }

    /// <summary>Takes over what was typed; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(ContactForm form, DateOnly today, LifeSpan? life)
    {
        ArgumentNullException.ThrowIfNull(form);
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

/// <summary>How news were exchanged.</summary>
public enum ContactChannel
{
    /// <summary>A call.</summary>
    Call,

    /// <summary>A written message.</summary>
    Message,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>Otherwise.</summary>
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

/// <summary>A contact as it is typed. The day is today when it is left empty; the words are optional.</summary>
public sealed class ContactForm
{
    /// <summary>The contact; made by the page for a new one.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }

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

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life) =>
    [
        .. ClinicalDate.Problems(nameof(On), On ?? today, today, From == ContactFrom.Person ? life : life?.WithoutDeath),
        .. WrittenText.TooLong(nameof(Words), Words, WrittenText.LongestNote),
    ];
}
