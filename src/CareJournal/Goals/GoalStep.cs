namespace CareJournal.Goals;

/// <summary>The state of a goal from a day on, with a line about it. The last step, by day and then by order of entry, is in force.</summary>
public sealed class GoalStep : PatientRow
{
    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The day from which the state applies.</summary>
    public required DateOnly On { get; set; }

    /// <summary>The state of the goal.</summary>
    public required GoalState State { get; set; }

    /// <summary>The line that was said of it; the former words of a recalibrated goal are in <see cref="WordsBefore"/>.</summary>
    public string? Line { get; set; }

    /// <summary>For a recalibrated goal whose words changed: what it was called until then.</summary>
    public string? WordsBefore { get; set; }

    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The review at which it was looked at, if any.</summary>
    public Guid? ReviewId { get; init; }
}

/// <summary>A goal's new state as it is chosen.</summary>
public sealed record GoalMove
{
    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The current state.</summary>
    public required GoalState State { get; init; }

    /// <inheritdoc cref="GoalStep.Line"/>
    public string? Line { get; init; }

    /// <summary>The new words of the goal, where it is recalibrated; empty to keep the present ones.</summary>
    public string? NewWords { get; init; }

    /// <summary>Returns the problems of the move.</summary>
    public IEnumerable<Problem> Problems() =>
    [
        .. WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(NewWords), NewWords, WrittenText.LongestLine),
    ];
}
