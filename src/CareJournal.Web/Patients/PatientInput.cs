using System.Text.Json.Serialization;
using CareJournal.Conditions;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Web.Drafts;

namespace CareJournal.Web.Patients;

/// <summary>A person's particulars while they are typed: a date stays the typed text until it is read.</summary>
public sealed class PatientInput
{
    private const string DayFirst = "dd/MM/yyyy";

    /// <summary>The number of years ahead for which <see cref="FreeDate"/> takes a two-digit year.</summary>
    private const int ShortYearsAhead = 10;

    /// <summary>The person.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The revision that was read; 0 for a new person.</summary>
    public int Revision { get; set; }

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

    /// <summary>The reason for which a new person comes; empty if none is typed.</summary>
    [JsonIgnore]
    public ConditionInput First { get; } = new();

    /// <inheritdoc cref="Condition.Label"/>
    public string FirstLabel
    {
        get => First.Label;
        set => First.Label = value;
    }

    /// <inheritdoc cref="Condition.Onset"/>
    public string FirstOnset
    {
        get => First.Onset;
        set => First.Onset = value;
    }

    /// <summary>Writes out the dates that were typed on an earlier day.</summary>
    public void WriteOut(DateOnly typedOn, DateOnly today, Words words)
    {
        InformedOn = DateText.WrittenOut(InformedOn, DateTextKind.Day, typedOn, today, words);
        AskedFrom = DateText.WrittenOut(AskedFrom, DateTextKind.Day, typedOn, today, words);
        DeceasedOn = DateText.WrittenOut(DeceasedOn, DateTextKind.Day, typedOn, today, words);
        First.WriteOut(typedOn, today, words);
    }

    /// <summary>The recorded values as input.</summary>
    public static PatientInput Of(PatientForm form) =>
        new PatientInput
        {
            Id = form.Id,
            Revision = form.Revision,
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

    /// <summary>The typed values as a form over a revision; a date that is not understood stays empty there and is a problem.</summary>
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

    /// <summary>Returns the validation problems, the dates that are not understood first.</summary>
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
    /// A day of birth must contain its year: <c>12/3</c> or <c>hier</c> would make anybody a newborn, and is not understood.
    /// A two-digit year is one that has begun: <c>36</c> is 1936, and <c>26</c> in 2026 is 2026, or 1926 for a day of this year that is yet to come.
    /// </summary>
    public static DateOnly? ReadBirth(string? typed, DateOnly today)
    {
        // As of ten years ago, when a short year reaches up to today; and as of even earlier, when a text without a year would give another day.
        DateOnly? birth = FreeDate.Read(typed, today.AddYears(-ShortYearsAhead));
        DateOnly? earlier = FreeDate.Read(typed, today.AddYears(-ShortYearsAhead).AddMonths(-18));

        // A short year of these months is a century apart: an infant's, unless that day is yet to come.
        return birth == earlier ? birth : birth?.AddYears(-100) != earlier ? null : birth > today ? earlier : birth;
    }

    private static string Written(DateOnly? day) => day?.ToString(DayFirst, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<Problem> NotUnderstood(string field, string typed, DateOnly? read) =>
        read is null && !string.IsNullOrWhiteSpace(typed) ? [new Problem(field, ProblemKind.DateNotUnderstood)] : [];
}
