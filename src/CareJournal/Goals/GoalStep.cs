using CareJournal.Acts;

namespace CareJournal.Goals;

/// <summary>Where a goal stands from a day on, and what was said of it. The last one, by day and then by order of entry, is in force.</summary>
public sealed class GoalStep : PatientRow
{
    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The day from which it stands so.</summary>
    public required DateOnly On { get; set; }

    /// <summary>Where it stands.</summary>
    public required GoalState State { get; set; }

    /// <summary>What was said of it, in one line; for a recalibrated goal, what it was called before stands in <see cref="WordsBefore"/>.</summary>
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

    /// <summary>Where it stands now.</summary>
    public required GoalState State { get; init; }

    /// <inheritdoc cref="GoalStep.Line"/>
    public string? Line { get; init; }

    /// <summary>The goal in other words, where it is recalibrated; empty to leave them.</summary>
    public string? NewWords { get; init; }

    /// <summary>What cannot be right.</summary>
    public IEnumerable<Problem> Problems() =>
    [
        .. WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine),
        .. WrittenText.TooLong(nameof(NewWords), NewWords, WrittenText.LongestLine),
    ];
}
