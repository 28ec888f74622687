namespace CareJournal.NextSteps;

/// <summary>
/// A next step: what was said about the next time, and who decided. Append-only: a new step is added to the old ones.
/// Silence is judged against the person's own intention, not against the practitioner's calendar.
/// </summary>
public sealed class NextStep : PatientRow
{
    /// <summary>The day on which it was said.</summary>
    public required DateOnly SaidOn { get; set; }

    /// <summary>The order of what was said on one day, from 1.</summary>
    public required int Number { get; set; }

    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The contact in which it was said, if any.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The kind of step.</summary>
    public required NextStepKind Kind { get; init; }

    /// <summary>For <see cref="NextStepKind.Every"/>: the interval in days, 3 to 400.</summary>
    public int? Days { get; init; }

    /// <summary>For <see cref="NextStepKind.BackBy"/>: the date.</summary>
    public DateOnly? BackBy { get; init; }

    /// <summary>The day on which to talk about the rhythm again: from then on a series may be due for review again; nothing else changes.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The interval in days that was wished for, where it differs.</summary>
    public int? WishedDays { get; init; }

    /// <summary>The interval in days that the practice could offer, where it differs.</summary>
    public int? PossibleDays { get; init; }

    /// <summary>Who decided; never inherited from the step before.</summary>
    public DecidedBy DecidedBy { get; init; }

    /// <summary>The reason for this rhythm.</summary>
    public string? Reason { get; init; }

    /// <summary>For an open door: the signs that would bring the person back.</summary>
    public string? SignsToComeBack { get; init; }

    /// <summary>To whom it was handed over.</summary>
    public string? ToWhom { get; init; }

    /// <summary>Who else accompanies the person, beside any kind.</summary>
    public string? Alongside { get; init; }

    /// <summary>The agreement that the rules of time use.</summary>
    public Agreement Agreement => new(SaidOn, Number, Kind == NextStepKind.Every ? Days : null, Kind == NextStepKind.BackBy ? BackBy : null);

    /// <summary>Converts the step to a form, to compare it with what is chosen now.</summary>
    public NextStepForm AsForm() => new()
    {
        Kind = Kind,
        Days = Days,
        BackBy = BackBy,
        ReviewOn = ReviewOn,
        WishedDays = WishedDays,
        PossibleDays = PossibleDays,
        DecidedBy = DecidedBy,
        Reason = Reason,
        SignsToComeBack = SignsToComeBack,
        ToWhom = ToWhom,
        Alongside = Alongside,
    };

    /// <summary>Creates the step of a form, which must have no problem.</summary>
    public static NextStep Say(Guid patientId, Guid? visitId, DateOnly saidOn, int number, NextStepForm form) =>
        new NextStep
        {
            PatientId = patientId,
            VisitId = visitId,
            SaidOn = saidOn,
            Number = number,
            Kind = form.Kind,
            Days = form.Kind == NextStepKind.Every ? form.Days : null,
            BackBy = form.Kind == NextStepKind.BackBy ? form.BackBy : null,
            ReviewOn = form.ReviewOn,
            WishedDays = form.WishedDays,
            PossibleDays = form.PossibleDays,
            DecidedBy = form.DecidedBy,
            Reason = WrittenText.CleanLine(form.Reason),
            SignsToComeBack = WrittenText.CleanLine(form.SignsToComeBack),
            ToWhom = WrittenText.CleanLine(form.ToWhom),
            Alongside = WrittenText.CleanLine(form.Alongside),
        };
}

/// <summary>The kinds of next step.</summary>
public enum NextStepKind
{
    /// <summary>Meet again by a date.</summary>
    BackBy,

    /// <summary>Every n days.</summary>
    Every,

    /// <summary>The door is open, without a date: never late.</summary>
    DoorOpen,

    /// <summary>Handed over to another carer.</summary>
    HandedOver,

    /// <summary>Concluded together; the door stays open.</summary>
    EndedTogether,
}

/// <summary>Who decided on the next step.</summary>
public enum DecidedBy
{
    /// <summary>Not recorded.</summary>
    NotSaid,

    /// <summary>The person.</summary>
    Person,

    /// <summary>Both.</summary>
    Both,

    /// <summary>The practitioner.</summary>
    Practitioner,
}
