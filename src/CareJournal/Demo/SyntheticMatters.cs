using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;

namespace CareJournal.Demo;

/// <summary>The goals and tools of an invented person, and their history. Steps of the day of a review belong to that review.</summary>
public sealed record SyntheticMatters
{
    /// <summary>Nothing.</summary>
    public static readonly SyntheticMatters None = new();

    /// <summary>Goals, by the day on which they were set.</summary>
    public IReadOnlyList<SyntheticGoal> Goals { get; init; } = [];

    /// <summary>Tools, by the day on which they were introduced.</summary>
    public IReadOnlyList<SyntheticTool> Tools { get; init; } = [];

    /// <summary>Reviews, each at the visit of its day.</summary>
    public IReadOnlyList<SyntheticReview> Reviews { get; init; } = [];

    /// <summary>Messages to themselves for a day when everything overflows.</summary>
    public IReadOnlyList<SyntheticWord> Words { get; init; } = [];

    /// <summary>News exchanged without a visit.</summary>
    public IReadOnlyList<SyntheticContact> Contacts { get; init; } = [];
}

/// <summary>A goal with the history of its states.</summary>
public sealed record SyntheticGoal(DateOnly SetOn, string Words, string? Target, IReadOnlyList<SyntheticGoalStep> Steps);

/// <summary>The state of a goal from a day on.</summary>
public sealed record SyntheticGoalStep(DateOnly On, GoalState State, string? Line);

/// <summary>A tool with the history of its states.</summary>
public sealed record SyntheticTool(DateOnly MetOn, ToolKind Kind, string Label, IReadOnlyList<SyntheticToolStep> Steps);

/// <summary>The state of a tool from a day on.</summary>
public sealed record SyntheticToolStep(DateOnly On, ToolState State, ToolView View, string? Line);

/// <summary>A review at a visit.</summary>
public sealed record SyntheticReview(DateOnly On, ReviewKind Kind, string Situation, string Needs);

/// <summary>A message to themselves for a day when everything overflows.</summary>
public sealed record SyntheticWord(DateOnly On, string Words);

/// <summary>News exchanged without a visit.</summary>
public sealed record SyntheticContact(DateOnly On, ContactChannel Channel, ContactFrom From, string Words);
