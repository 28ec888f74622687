using System.Globalization;
using CareJournal.Acts;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Patients;

/// <summary>A person's particulars while they are typed: a date stays the text that was typed until it is read.</summary>
public sealed class PatientDraft
{
    private const string DayFirst = "dd/MM/yyyy";

    /// <summary>How far ahead <see cref="FreeDate"/> takes a year of two digits.</summary>
    private const int ShortYearsAhead = 10;

    /// <summary>The person.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc cref="Patient.FamilyName"/>
    public string FamilyName { get; set; } = "";

    /// <inheritdoc cref="Patient.GivenName"/>
    public string GivenName { get; set; } = "";

    /// <inheritdoc cref="Patient.BirthDate"/>
    public string BirthDate { get; set; } = "";

    /// <inheritdoc cref="Patient.Sex"/>
    public Sex Sex { get; set; }

    /// <inheritdoc cref="Patient.Phone"/>
    public string Phone { get; set; } = "";

    /// <inheritdoc cref="Patient.Email"/>
    public string Email { get; set; } = "";

    /// <inheritdoc cref="Patient.CheckInConsent"/>
    public CheckInConsent CheckInConsent { get; set; }

    /// <inheritdoc cref="Patient.InformedOn"/>
    public string InformedOn { get; set; } = "";

    /// <inheritdoc cref="Patient.StandingNote"/>
    public string StandingNote { get; set; } = "";

    /// <inheritdoc cref="Patient.OwnActivity"/>
    public string OwnActivity { get; set; } = "";

    /// <inheritdoc cref="Patient.OwnScales"/>
    public IReadOnlyList<Instrument> OwnScales { get; set; } = [];

    /// <inheritdoc cref="Patient.AskedFrom"/>
    public string AskedFrom { get; set; } = "";

    /// <inheritdoc cref="Patient.DeceasedOn"/>
    public string DeceasedOn { get; set; } = "";

    /// <summary>What is recorded, ready to be typed over.</summary>
    public static PatientDraft Of(PatientForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new PatientDraft
        {
            Id = form.Id,
            FamilyName = form.FamilyName ?? "",
            GivenName = form.GivenName ?? "",
            BirthDate = Written(form.BirthDate),
            Sex = form.Sex,
            Phone = form.Phone ?? "",
            Email = form.Email ?? "",
            CheckInConsent = form.CheckInConsent,
            InformedOn = Written(form.InformedOn),
            StandingNote = form.StandingNote ?? "",
            OwnActivity = form.OwnActivity ?? "",
            OwnScales = form.OwnScales,
            AskedFrom = Written(form.AskedFrom),
            DeceasedOn = Written(form.DeceasedOn),
        };
    }

    /// <summary>What was typed, as it is recorded over a revision; a date that is not understood stays empty there and is a problem.</summary>
    public PatientForm ToForm(int revision, DateOnly today) => new()
    {
        Id = Id,
        Revision = revision,
        FamilyName = FamilyName,
        GivenName = GivenName,
        BirthDate = ReadBirth(BirthDate, today),
        Sex = Sex,
        Phone = Phone,
        Email = Email,
        CheckInConsent = CheckInConsent,
        InformedOn = FreeDate.Read(InformedOn, today),
        StandingNote = StandingNote,
        OwnActivity = OwnActivity,
        OwnScales = OwnScales,
        AskedFrom = FreeDate.Read(AskedFrom, today),
        DeceasedOn = FreeDate.Read(DeceasedOn, today),
    };

    /// <summary>What cannot be right, the dates that are not understood first.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today)
    {
        PatientForm form = ToForm(0, today);
        return
        [
            .. NotUnderstood(nameof(BirthDate), BirthDate, form.BirthDate),
            .. NotUnderstood(nameof(InformedOn), InformedOn, form.InformedOn),
            .. NotUnderstood(nameof(AskedFrom), AskedFrom, form.AskedFrom),
            .. NotUnderstood(nameof(DeceasedOn), DeceasedOn, form.DeceasedOn),
            .. form.Problems(today),
        ];
    }

    /// <summary>
    /// A day of birth names its year: <c>12/3</c> or <c>hier</c> would make a newborn of anybody, and is not understood.
    /// A year of two digits is one that has begun: <c>36</c> is 1936.
    /// </summary>
    public static DateOnly? ReadBirth(string? typed, DateOnly today)
    {
        // Ten years back, where a short year reaches up to today; further back still, where a day without a year would be another one.
        DateOnly? birth = FreeDate.Read(typed, today.AddYears(-ShortYearsAhead));
        return birth == FreeDate.Read(typed, today.AddYears(-ShortYearsAhead).AddMonths(-18)) ? birth : null;
    }

    private static string Written(DateOnly? day) => day?.ToString(DayFirst, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<Problem> NotUnderstood(string field, string typed, DateOnly? read) =>
        read is null && !string.IsNullOrWhiteSpace(typed) ? [new Problem(field, ProblemKind.DateNotUnderstood)] : [];
}
