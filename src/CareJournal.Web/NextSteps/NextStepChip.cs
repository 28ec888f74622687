using CareJournal.NextSteps;
using CareJournal.Timelines;

namespace CareJournal.Web.NextSteps;

/// <summary>A chip of the next-step question. Several chips can mean the same kind of step.</summary>
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

    /// <summary>Every given number of days; the number is asked for.</summary>
    OtherRhythm,

    /// <summary>Back by a date, which is asked for.</summary>
    BackBy,

    /// <summary>The door is open.</summary>
    DoorOpen,

    /// <summary>Handed over.</summary>
    HandedOver,

    /// <summary>Concluded together.</summary>
    EndedTogether,

    /// <summary>Not discussed: nothing is written, and the earlier agreement still applies.</summary>
    NotSaid,
}

/// <summary>Converts chips to next steps and back. Pure.</summary>
public static class NextStepChips
{
    /// <summary>The chip that matches the choice; none before a choice.</summary>
    /// <param name="chosen">The chosen next step; <c>null</c> both before a choice and for "not discussed".</param>
    /// <param name="tapped">The chip tapped last: only it distinguishes "not discussed" from "not yet chosen", and another rhythm of 30 days from a month.</param>
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

    /// <summary>The next step that a tapped chip chooses. Details already entered (who decided, why, with whom) are kept.</summary>
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
    /// The same step as last time, with the day on which to talk about it again while that is still to come. Who decided and why belong to that day and are
    /// not copied; a date that has passed is asked for again.
    /// </summary>
    public static NextStepForm SameAs(TimelineStep previous, DateOnly today) =>
        new NextStepForm
        {
            Kind = previous.Kind,
            Days = previous.Days,
            BackBy = previous.BackBy > today ? previous.BackBy : null,
            ReviewOn = previous.ReviewOn > today ? previous.ReviewOn : null,
            SignsToComeBack = previous.SignsToComeBack,
            ToWhom = previous.ToWhom,
            Alongside = previous.Alongside,
        };

    private static NextStepForm Every(NextStepForm? chosen, int? days) => Kind(chosen, NextStepKind.Every) with { Days = days };

    // Fields of another kind are cleared, so that nothing invisible is written.
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
