using CareJournal.Measures;
using CareJournal.Patients;

namespace CareJournal.Timelines;

/// <summary>The details of a person that their timeline needs.</summary>
public sealed record TimelinePatient
{
    /// <summary>The person.</summary>
    public required Guid Id { get; init; }

    /// <summary>The given name, as the person writes it.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>The family name, as the person writes it.</summary>
    public string FamilyName { get; init; } = "";

    /// <summary>The day of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The day of death.</summary>
    public DateOnly? DeceasedOn { get; init; }

    /// <summary>The standing note: to keep in mind at every visit; for the practitioner only.</summary>
    public string? StandingNote { get; init; }

    /// <summary>The scales shown at each visit, beside activities.</summary>
    public IReadOnlyList<Instrument> OwnScales { get; init; } = [];

    /// <summary>One activity that matters, in the person's own words.</summary>
    public string? OwnActivity { get; init; }

    /// <summary>The way in which the follow-up was closed, if it was.</summary>
    public PatientClosing? Closing { get; init; }

    /// <summary>The day on which it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The day before which visits raise no question.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>The name as it is shown and read out: given name, then family name.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();
}
