using CareJournal.Measures;

namespace CareJournal.Patients;

/// <summary>A person who is accompanied.</summary>
public sealed class Patient : RecordedRow
{
    /// <summary>The family name, as the person writes it.</summary>
    public string FamilyName { get; private set; } = "";

    /// <summary>The given name, as the person writes it.</summary>
    public string GivenName { get; private set; } = "";

    /// <summary>The day of birth; no clinical date may be before it.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>Sex, where it was asked.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; private set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; private set; }

    /// <summary>The standing note: to keep in mind at every visit.</summary>
    public string? StandingNote { get; private set; }

    /// <summary>Whether the person agreed to being asked for news.</summary>
    public CheckInConsent CheckInConsent { get; private set; }

    /// <summary>The day on which the person said so.</summary>
    public DateOnly? CheckInConsentOn { get; private set; }

    /// <summary>The scales shown at each visit, beside activities.</summary>
    public IReadOnlyList<Instrument> OwnScales { get; private set; } = [];

    /// <summary>One activity that matters, in the person's own words.</summary>
    public string? OwnActivity { get; private set; }

    /// <summary>The day on which the person was informed about what is kept about them.</summary>
    public DateOnly? InformedOn { get; private set; }

    /// <summary>The way in which the follow-up was closed, if it was.</summary>
    public PatientClosing? Closing { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The words that were exchanged when it was closed.</summary>
    public string? ClosingWords { get; private set; }

    /// <summary>The day of death.</summary>
    public DateOnly? DeceasedOn { get; private set; }

    /// <summary>The day before which visits raise no question: set when a past is brought in from elsewhere.</summary>
    public DateOnly? AskedFrom { get; private set; }

    /// <summary>The entry into which this one was merged: two entries of one person. This one is then voided.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The name as it is shown and read out: given name, then family name.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();

    /// <summary>The days that bound all that can have happened to the person.</summary>
    public LifeSpan Life => new(BirthDate, DeceasedOn);

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    /// <param name="form">The form.</param>
    /// <param name="today">The practice's civil day.</param>
    public IReadOnlyList<Problem> Describe(PatientForm form, DateOnly today)
    {
        IReadOnlyList<Problem> problems = form.Problems(today);
        if (problems.Count > 0)
        {
            return problems;
        }

        FamilyName = WrittenText.CleanLine(form.FamilyName) ?? "";
        GivenName = WrittenText.CleanLine(form.GivenName) ?? "";
        BirthDate = form.BirthDate;
        Sex = form.Sex;
        Phone = WrittenText.CleanLine(form.Phone);
        Email = WrittenText.CleanLine(form.Email);
        StandingNote = WrittenText.Clean(form.StandingNote);
        CheckInConsentOn = form.CheckInConsent == CheckInConsent ? CheckInConsentOn : form.CheckInConsent == CheckInConsent.NotAsked ? null : today;
        CheckInConsent = form.CheckInConsent;
        OwnScales = [.. form.OwnScales.Distinct()];
        OwnActivity = WrittenText.CleanLine(form.OwnActivity);
        InformedOn = form.InformedOn;
        DeceasedOn = form.DeceasedOn;
        AskedFrom = form.AskedFrom;
        return [];
    }

    /// <summary>Closes the follow-up; the door stays open.</summary>
    public void Close(PatientClosing closing, DateOnly on, string? words)
    {
        Closing = closing;
        ClosedOn = on;
        ClosingWords = WrittenText.Clean(words);
    }

    /// <summary>Copies the details that another entry of the same person has and this one lacks. Nothing is overwritten; both standing notes are kept.</summary>
    public void TakeOver(Patient other)
    {
        BirthDate ??= other.BirthDate;
        Sex = Sex == Sex.NotAsked ? other.Sex : Sex;
        Phone ??= other.Phone;
        Email ??= other.Email;
        StandingNote = other.StandingNote is null || other.StandingNote == StandingNote ? StandingNote : StandingNote is null ? other.StandingNote : $"{StandingNote}\n{other.StandingNote}";
        (CheckInConsent, CheckInConsentOn) = CheckInConsent == CheckInConsent.NotAsked ? (other.CheckInConsent, other.CheckInConsentOn) : (CheckInConsent, CheckInConsentOn);
        OwnActivity ??= other.OwnActivity;
        InformedOn ??= other.InformedOn;
        AskedFrom = AskedFrom is null || other.AskedFrom > AskedFrom ? other.AskedFrom : AskedFrom;
    }

    /// <summary>Reopens the follow-up.</summary>
    public void Reopen()
    {
        Closing = null;
        ClosedOn = null;
        ClosingWords = null;
    }
}

/// <summary>Sex, as far as it was asked.</summary>
public enum Sex
{
    /// <summary>Not asked.</summary>
    NotAsked,

    /// <summary>Woman.</summary>
    Woman,

    /// <summary>Man.</summary>
    Man,

    /// <summary>Other, in the person's view.</summary>
    Other,
}

/// <summary>Whether, and how, the person may be asked for news.</summary>
public enum CheckInConsent
{
    /// <summary>Not asked.</summary>
    NotAsked,

    /// <summary>Yes, by telephone.</summary>
    ByPhone,

    /// <summary>Yes, in writing.</summary>
    InWriting,

    /// <summary>No.</summary>
    No,
}

/// <summary>The ways in which a follow-up is closed.</summary>
public enum PatientClosing
{
    /// <summary>Concluded together, in a contact.</summary>
    ConcludedTogether,

    /// <summary>Handed over to another carer.</summary>
    HandedOver,

    /// <summary>Closed by the practitioner alone.</summary>
    ClosedOnMySide,
}
