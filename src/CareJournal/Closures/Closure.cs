namespace CareJournal.Closures;

/// <summary>Days on which the practice is closed: shaded on every timeline, and never counted as lateness.</summary>
public sealed class Closure : RecordedRow
{
    /// <summary>The first closed day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last closed day, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The label, such as "summer".</summary>
    public string? Label { get; init; }

    /// <summary>The closed days.</summary>
    public DateSpan Span => new(From, To);
}
