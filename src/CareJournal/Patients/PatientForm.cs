using CareJournal.Measures;

namespace CareJournal.Patients;

/// <summary>The form of a person's details.</summary>
public sealed class PatientForm : RowForm
{
    /// <inheritdoc cref="Patient.FamilyName"/>
    public string? FamilyName { get; set; }

    /// <inheritdoc cref="Patient.GivenName"/>
    public string? GivenName { get; set; }

    /// <inheritdoc cref="Patient.BirthDate"/>
    public DateOnly? BirthDate { get; set; }

    /// <inheritdoc cref="Patient.Sex"/>
    public Sex Sex { get; set; }

    /// <inheritdoc cref="Patient.Phone"/>
    public string? Phone { get; set; }

    /// <inheritdoc cref="Patient.Email"/>
    public string? Email { get; set; }

    /// <inheritdoc cref="Patient.StandingNote"/>
    public string? StandingNote { get; set; }

    /// <inheritdoc cref="Patient.CheckInConsent"/>
    public CheckInConsent CheckInConsent { get; set; }

    /// <inheritdoc cref="Patient.OwnScales"/>
    public IReadOnlyList<Instrument> OwnScales { get; set; } = [Instrument.Sleep, Instrument.Stress, Instrument.Pain];

    /// <inheritdoc cref="Patient.OwnActivity"/>
    public string? OwnActivity { get; set; }

    /// <inheritdoc cref="Patient.InformedOn"/>
    public DateOnly? InformedOn { get; set; }

    /// <inheritdoc cref="Patient.DeceasedOn"/>
    public DateOnly? DeceasedOn { get; set; }

    /// <inheritdoc cref="Patient.AskedFrom"/>
    public DateOnly? AskedFrom { get; set; }

    /// <summary>Returns the problems of the form.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today) =>
    [
        .. Check(WrittenText.Clean(FamilyName) is null && WrittenText.Clean(GivenName) is null, nameof(FamilyName), ProblemKind.Missing),
        .. Check(BirthDate > today, nameof(BirthDate), ProblemKind.AfterToday),
        .. Check(DeceasedOn > today, nameof(DeceasedOn), ProblemKind.AfterToday),
        .. Check(DeceasedOn < BirthDate, nameof(DeceasedOn), ProblemKind.BeforeBirth),
        .. ClinicalDate.Problems(nameof(InformedOn), InformedOn, today, new LifeSpan(BirthDate, DeceasedOn)),
        .. WrittenText.TooLong(nameof(FamilyName), FamilyName, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(GivenName), GivenName, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Phone), Phone, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(Email), Email, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(OwnActivity), OwnActivity, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(StandingNote), StandingNote, WrittenText.LongestNote),
    ];

    private static IEnumerable<Problem> Check(bool wrong, string field, ProblemKind kind) => wrong ? [new Problem(field, kind)] : [];
}
