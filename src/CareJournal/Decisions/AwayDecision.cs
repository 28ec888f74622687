using CareJournal.Acts;

namespace CareJournal.Decisions;

/// <summary>
/// What the practitioner decided in the review of follow-ups. Append-only; it hides the person from one shelf
/// until a date, or until the next held visit, which lifts every decision.
/// </summary>
public sealed class AwayDecision : PatientRow
{
    /// <summary>The shelf it was taken on.</summary>
    public required Shelf Shelf { get; init; }

    /// <summary>What was decided.</summary>
    public required AwayDecisionKind Kind { get; init; }

    /// <summary>The day on which it was decided.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Until when, this day included; for "in touch", the date agreed; for "show me again on", the day itself, on which it shows.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>In words: what was exchanged, or why.</summary>
    public string? Words { get; init; }

    /// <summary>For "in touch": the contact in which news were exchanged, where it was recorded.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>How long news that were exchanged keep a row quiet when no date was agreed, in days.</summary>
    public const int QuietDaysAfterContact = 28;

    /// <summary>Whether the decision still hides the row on a day, given the last held visit.</summary>
    public bool Hides(DateOnly today, DateOnly? lastHeld)
    {
        if (lastHeld > DecidedOn)
        {
            return false;
        }

        if (Kind == AwayDecisionKind.Snooze)
        {
            return today < Until;
        }

        DateOnly? end = Kind == AwayDecisionKind.InTouch ? Until ?? DecidedOn.AddDays(QuietDaysAfterContact) : Until;
        return end is null || today <= end;
    }
}

/// <summary>What can be decided about a row of the review.</summary>
public enum AwayDecisionKind
{
    /// <summary>It is fine as it is, until a date or the next visit.</summary>
    LeaveInPeace,

    /// <summary>News were exchanged.</summary>
    InTouch,

    /// <summary>Show it again on a date.</summary>
    Snooze,
}

/// <summary>The shelves of the review. The first three are to be emptied; the open door is not a task.</summary>
public enum Shelf
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
