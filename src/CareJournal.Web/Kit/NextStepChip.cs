using CareJournal.NextSteps;

namespace CareJournal.Web.Kit;

/// <summary>What can be tapped when the next step is asked for; several chips stand for one kind of step.</summary>
public enum NextStepChip
{
    /// <summary>Every 7 days.</summary>
    Week,

    /// <summary>Every 14 days.</summary>
    TwoWeeks,

    /// <summary>Every 30 days.</summary>
    Month,

    /// <summary>Every 90 days.</summary>
    ThreeMonths,

    /// <summary>Every so many days, which are asked for.</summary>
    OtherRhythm,

    /// <summary>By a date, which is asked for.</summary>
    BackBy,

    /// <summary>The door is open.</summary>
    DoorOpen,

    /// <summary>Handed over.</summary>
    HandedOver,

    /// <summary>Concluded together.</summary>
    EndedTogether,

    /// <summary>Not discussed: nothing is written, what was agreed still stands.</summary>
    NotSaid,
}

/// <summary>Leads from chips to a next step and back. Pure.</summary>
public static class NextStepChips
{
    /// <summary>The chip that says what is chosen. None is pressed before something was.</summary>
    /// <param name="chosen">What is chosen; <c>null</c> both before a choice and for "not discussed".</param>
    /// <param name="tapped">The chip tapped last: it alone tells "not discussed" from "not yet chosen", and another rhythm of 30 days from a month.</param>
    public static NextStepChip? Of(NextStepForm? chosen, NextStepChip? tapped) => chosen switch
    {
        null => tapped == NextStepChip.NotSaid ? tapped : null,
        { Kind: NextStepKind.BackBy } => NextStepChip.BackBy,
        { Kind: NextStepKind.DoorOpen } => NextStepChip.DoorOpen,
        { Kind: NextStepKind.HandedOver } => NextStepChip.HandedOver,
        { Kind: NextStepKind.EndedTogether } => NextStepChip.EndedTogether,
        _ when tapped == NextStepChip.OtherRhythm => NextStepChip.OtherRhythm,
        { Days: 7 } => NextStepChip.Week,
        { Days: 14 } => NextStepChip.TwoWeeks,
        { Days: 30 } => NextStepChip.Month,
        { Days: 90 } => NextStepChip.ThreeMonths,
        _ => NextStepChip.OtherRhythm,
    };

    /// <summary>What tapping a chip chooses. What was already said beside it (who decided, why, with whom) stays.</summary>
    public static NextStepForm? Tap(NextStepChip chip, NextStepForm? chosen) => chip switch
    {
        NextStepChip.Week => Every(chosen, 7),
        NextStepChip.TwoWeeks => Every(chosen, 14),
        NextStepChip.Month => Every(chosen, 30),
        NextStepChip.ThreeMonths => Every(chosen, 90),
        NextStepChip.OtherRhythm => Every(chosen, null),
        NextStepChip.BackBy => Kind(chosen, NextStepKind.BackBy),
        NextStepChip.DoorOpen => Kind(chosen, NextStepKind.DoorOpen),
        NextStepChip.HandedOver => Kind(chosen, NextStepKind.HandedOver),
        NextStepChip.EndedTogether => Kind(chosen, NextStepKind.EndedTogether),
        _ => null,
    };

    /// <summary>
    /// The same as last time. Who decided, why, and when to talk about it again belong to that day and are not inherited;
    /// a date that has passed is asked for anew.
    /// </summary>
    public static NextStepForm SameAs(NextStep previous, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(previous);
        return new NextStepForm
        {
            Kind = previous.Kind,
            Days = previous.Days,
            BackBy = previous.BackBy > today ? previous.BackBy : null,
            SignsToComeBack = previous.SignsToComeBack,
            ToWhom = previous.ToWhom,
            Alongside = previous.Alongside,
        };
    }

    private static NextStepForm Every(NextStepForm? chosen, int? days) => Kind(chosen, NextStepKind.Every) with { Days = days };

    // What belongs to another kind is left behind, so that nothing unseen is written.
    private static NextStepForm Kind(NextStepForm? chosen, NextStepKind kind) => new()
    {
        Kind = kind,
        DecidedBy = chosen?.DecidedBy ?? DecidedBy.NotSaid,
        Reason = chosen?.Reason,
        ReviewOn = chosen?.ReviewOn,
        Alongside = chosen?.Alongside,
        WishedDays = chosen?.WishedDays,
        PossibleDays = chosen?.PossibleDays,
    };
}
