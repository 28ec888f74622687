using CareJournal.Acts;

namespace CareJournal.Tools;

/// <summary>Where a tool stands from a day on, and what was said of it. The last one, by day and then by order of entry, is in force.</summary>
public sealed class ToolStep : PatientRow
{
    /// <summary>The tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>The day from which it stands so.</summary>
    public required DateOnly On { get; set; }

    /// <summary>Where it stands.</summary>
    public required ToolState State { get; set; }

    /// <summary>What was said of it, in one line: how it was readjusted.</summary>
    public string? Line { get; set; }

    /// <summary>In whose view.</summary>
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

    /// <summary>Where it stands now.</summary>
    public required ToolState State { get; init; }

    /// <inheritdoc cref="ToolStep.Line"/>
    public string? Line { get; init; }

    /// <inheritdoc cref="ToolStep.View"/>
    public ToolView View { get; init; }

    /// <summary>What cannot be right.</summary>
    public IEnumerable<Problem> Problems() => WrittenText.TooLong(nameof(Line), Line, WrittenText.LongestLine);
}
