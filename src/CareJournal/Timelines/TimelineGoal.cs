using CareJournal.Goals;
using CareJournal.Tools;

namespace CareJournal.Timelines;

/// <summary>A goal: what matters to the person, in their own words, with all its steps and its current state.</summary>
public sealed record TimelineGoal
{
    /// <summary>The goal.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The goal in the person's own words.</summary>
    public required string Words { get; init; }

    /// <summary>The day on which it was set.</summary>
    public required DateOnly SetOn { get; init; }

    /// <summary>The sign that it is reached, or the time by which it should be, in words.</summary>
    public string? Target { get; init; }

    /// <summary>The steps of the goal, oldest first.</summary>
    public IReadOnlyList<TimelineGoalStep> Steps { get; init; } = [];

    /// <summary>The current state: active from the day it was set, until a step changes it.</summary>
    public GoalState State => Steps.Count == 0 ? GoalState.Active : Steps[^1].State;

    /// <summary>The day since which the state applies.</summary>
    public DateOnly Since => Steps.Count == 0 ? SetOn : Steps[^1].On;

    /// <summary>Whether the goal is still open.</summary>
    public bool IsOpen => State.IsOpen();
}

/// <summary>The state of a goal from one day on.</summary>
public sealed record TimelineGoalStep
{
    /// <summary>The step.</summary>
    public required Guid Id { get; init; }

    /// <summary>The goal.</summary>
    public required Guid GoalId { get; init; }

    /// <summary>The day of the step.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The state of the goal from that day on.</summary>
    public required GoalState State { get; init; }

    /// <summary>The line that was said.</summary>
    public string? Line { get; init; }

    /// <summary>For a recalibrated goal whose words changed: what it was called until then.</summary>
    public string? WordsBefore { get; init; }

    /// <summary>The review at which it was looked at, if any.</summary>
    public Guid? ReviewId { get; init; }
}

/// <summary>Something that the person can lean on, with all its steps and its current state.</summary>
public sealed record TimelineTool
{
    /// <summary>The tool.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The kind of tool.</summary>
    public required ToolKind Kind { get; init; }

    /// <summary>The tool in a few words.</summary>
    public required string Label { get; init; }

    /// <summary>The day on which it was met.</summary>
    public required DateOnly MetOn { get; init; }

    /// <summary>The steps of the tool, oldest first.</summary>
    public IReadOnlyList<TimelineToolStep> Steps { get; init; } = [];

    /// <summary>The current state: met, until a step changes it.</summary>
    public ToolState State => Steps.Count == 0 ? ToolState.Met : Steps[^1].State;

    /// <summary>The day since which the state applies.</summary>
    public DateOnly Since => Steps.Count == 0 ? MetOn : Steps[^1].On;

    /// <summary>Whether the person leans on it.</summary>
    public bool IsInUse => State.IsInUse();

    /// <summary>The last line about it.</summary>
    public string? LastLine => Steps.LastOrDefault(step => step.Line is not null)?.Line;
}

/// <summary>The state of a tool from one day on.</summary>
public sealed record TimelineToolStep
{
    /// <summary>The step.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tool.</summary>
    public required Guid ToolId { get; init; }

    /// <summary>The day of the step.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The state of the tool from that day on.</summary>
    public required ToolState State { get; init; }

    /// <summary>The line that was said.</summary>
    public string? Line { get; init; }

    /// <summary>Whose view it is.</summary>
    public ToolView View { get; init; }

    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The review at which it was looked at, if any.</summary>
    public Guid? ReviewId { get; init; }
}
