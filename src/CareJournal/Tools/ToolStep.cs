namespace CareJournal.Tools;

/// <summary>The state of a tool from a day on, with a line about it. The last step, by day and then by order of entry, is in force.</summary>
public sealed class ToolStep : PatientRow
{
    /// <summary>The tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>The day from which the state applies.</summary>
    public required DateOnly On { get; set; }

    /// <summary>The state of the tool.</summary>
    public required ToolState State { get; set; }

    /// <summary>The line that was said of it: how it was readjusted.</summary>
    public string? Line { get; set; }

    /// <summary>Whose view it is.</summary>
    public ToolView View { get; set; }

    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The review at which it was looked at, if any.</summary>
    public Guid? ReviewId { get; init; }
}

/// <summary>A tool's new state as it is chosen.</summary>
public sealed record ToolMove
{
    /// <summary>The tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>The current state.</summary>
    public required ToolState State { get; init; }

    /// <inheritdoc cref="ToolStep.Line"/>
    public string? Line { get; init; }

    /// <inheritdoc cref="ToolStep.View"/>
    public ToolView View { get; init; }

    /// <summary>Returns the problems of the move.</summary>
    public IEnumerable<Problem> Problems() => WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine);
}
