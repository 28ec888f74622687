using CareJournal.LifeEvents;

namespace CareJournal.Timelines;

/// <summary>A moment of life as it was reported.</summary>
public sealed record TimelineLifeEvent
{
    /// <summary>The life event.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The date on which it was, or began.</summary>
    public required FuzzyDate Start { get; init; }

    /// <summary>The end, for a span.</summary>
    public FuzzyDate? End { get; init; }

    /// <summary>The day on which it was reported.</summary>
    public DateOnly ReportedOn { get; init; }

    /// <summary>The kind of event.</summary>
    public LifeEventKind Kind { get; init; }

    /// <summary>The impact, in the person's view.</summary>
    public Impact Impact { get; init; }

    /// <summary>The event in free text.</summary>
    public string? Words { get; init; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; init; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; init; }
}
