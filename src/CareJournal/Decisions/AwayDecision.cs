namespace CareJournal.Decisions;

/// <summary>
/// A decision of the practitioner in the review of follow-ups. Append-only; it hides the person from one list
/// until a date, or until the next held visit, which lifts every decision.
/// </summary>
public sealed class AwayDecision : PatientRow
{
    /// <summary>The list in which it was taken.</summary>
    public required AwayList AwayList { get; init; }

    /// <summary>The kind of decision.</summary>
    public required AwayDecisionKind Kind { get; init; }

    /// <summary>The day on which it was decided.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last day on which it applies; for "in touch", the date agreed; for "show me again on", the day on which the row is shown again.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A note in free text. No page writes it; what a file has is kept.</summary>
    public string? Words { get; init; }

    /// <summary>For "in touch": the contact in which news was exchanged, where it was recorded.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The number of days for which exchanged news hides a row when no date was agreed.</summary>
    public const int QuietDaysAfterContact = 28;

    /// <summary>Whether the decision still hides the row on a day, given the last held visit.</summary>
    public bool Hides(DateOnly today, DateOnly? lastHeld)
    {
        if (lastHeld > DecidedOn)
        {
            return false;
        }

        return ShownFrom is not { } shown || today < shown;
    }

    /// <summary>The first day on which the row is shown again without a visit; <c>null</c> when only a visit shows it again.</summary>
    public DateOnly? ShownFrom => Kind switch
    {
        AwayDecisionKind.Snooze => Until ?? DecidedOn,
        AwayDecisionKind.InTouch => After(Until ?? DecidedOn.AddDays(QuietDaysAfterContact)),
        _ => Until is { } until ? After(until) : null,
    };

    private static DateOnly? After(DateOnly day) => day == DateOnly.MaxValue ? null : day.AddDays(1);
}

/// <summary>The decisions that can be taken about a row of the review.</summary>
public enum AwayDecisionKind
{
    /// <summary>It is fine as it is, until a date or the next visit.</summary>
    LeaveInPeace,

    /// <summary>News was exchanged.</summary>
    InTouch,

    /// <summary>Show it again on a date.</summary>
    Snooze,
}

/// <summary>The lists of the review. The first three are to be emptied; the open door is not a task.</summary>
public enum AwayList
{
    /// <summary>The agreed date has passed.</summary>
    Late,

    /// <summary>The next step is to be settled.</summary>
    Undecided,

    /// <summary>A series without a stated reason: time to take stock.</summary>
    TakeStock,

    /// <summary>The door is open.</summary>
    DoorOpen,
}
