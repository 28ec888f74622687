using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>What the practitioner lets leave the room on paper. What is not named here is not printed.</summary>
public sealed record SheetChoice
{
    /// <summary>The first day; <c>null</c> for the whole follow-up.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; <c>null</c> for today.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The reason for follow-up whose periods are printed; <c>null</c> for all of them.</summary>
    public Guid? ConditionId { get; init; }

    /// <summary>Whether the periods are printed.</summary>
    public bool Periods { get; init; }

    /// <summary>Whether life events are printed.</summary>
    public bool Life { get; init; }

    /// <summary>Whether sessions and pauses are printed.</summary>
    public bool Visits { get; init; }

    /// <summary>Whether flare-ups are printed.</summary>
    public bool FlareUps { get; init; }

    /// <summary>Whether it is printed how a pause was and why; never unless asked for.</summary>
    public bool Told { get; init; }

    /// <summary>Whether figures that the person gave are printed; never unless asked for.</summary>
    public bool Scores { get; init; }

    /// <summary>The curves that are printed when figures are.</summary>
    public IReadOnlyList<Instrument> Curves { get; init; } = [];

    /// <summary>Whether any day from one to the other is to be printed.</summary>
    public bool Shows(DateOnly from, DateOnly to) => !(to < From) && !(from > To);
}
