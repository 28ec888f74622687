using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>The practitioner's choice of what to print. What this record does not name is not printed.</summary>
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

    /// <summary>Whether how a pause was and why is printed; only when asked for.</summary>
    public bool Reported { get; init; }

    /// <summary>Whether the person's answers to scales are printed; only when asked for.</summary>
    public bool Scores { get; init; }

    /// <summary>The curves that are printed with the answers.</summary>
    public IReadOnlyList<Instrument> Curves { get; init; } = [];

    /// <summary>Whether any day of a span is to be printed.</summary>
    public bool Shows(DateOnly from, DateOnly to) => !(to < From) && !(from > To);
}
