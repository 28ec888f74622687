using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Tools;

namespace CareJournal.Timelines;

/// <summary>A session as it is looked at together: its date, and what was agreed.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Day">Its day.</param>
/// <param name="IsPlanned">Whether it is still to come.</param>
public sealed record SharedVisit(Guid Id, DateOnly Day, bool IsPlanned = false)
{
    /// <summary>What was agreed.</summary>
    public string? Agreed { get; init; }

    /// <summary>What was agreed about the next time.</summary>
    public SharedStep? Step { get; init; }

    /// <summary>Whether the practitioner wrote what there is to take away. The text itself is read for one session at a time, when it is asked for.</summary>
    public bool HasText { get; init; }
}

/// <summary>What was agreed about the next time, without anybody else's name, without the reason, and without what was only wished for.</summary>
/// <param name="Kind">What was agreed.</param>
/// <param name="Days">The interval in days, for "every n days".</param>
/// <param name="BackBy">The date, for "meet again by".</param>
/// <param name="ReviewOn">When to talk about it again.</param>
/// <param name="SignsToComeBack">For an open door: the signs that would bring the person back.</param>
public sealed record SharedStep(NextStepKind Kind, int? Days, DateOnly? BackBy, DateOnly? ReviewOn, string? SignsToComeBack);

/// <summary>A flare-up as it was told.</summary>
/// <param name="Id">The flare-up.</param>
/// <param name="Start">When it began, as remembered.</param>
/// <param name="End">When it ended; <c>null</c> while it goes on.</param>
/// <param name="ToldOn">The day on which it was told.</param>
/// <param name="Origin">Whether it was told or seen.</param>
/// <param name="PeakPain">Pain at its worst, 0 to 10.</param>
/// <param name="Hindrance">How much daily life was hindered, 0 to 10.</param>
/// <param name="WhatCameBefore">What came before.</param>
/// <param name="WhatHelped">What helped, as told.</param>
public sealed record SharedFlareUp(
    Guid Id, FuzzyDate Start, FuzzyDate? End, DateOnly ToldOn, FlareUpOrigin Origin, int? PeakPain, int? Hindrance, string? WhatCameBefore, string? WhatHelped);

/// <summary>A life event as it was told.</summary>
/// <param name="Id">The life event.</param>
/// <param name="Start">When it was, or began.</param>
/// <param name="End">When it ended, for a span.</param>
/// <param name="ToldOn">The day on which it was told.</param>
/// <param name="Kind">What kind of event.</param>
/// <param name="Impact">How it weighed, in the person's view.</param>
/// <param name="Words">In words.</param>
public sealed record SharedLifeEvent(Guid Id, FuzzyDate Start, FuzzyDate? End, DateOnly ToldOn, LifeEventKind Kind, Impact Impact, string? Words);

/// <summary>A goal as it is looked at together: the person's words and where it stood when. What was said of it in a line stays out: it may be the practitioner's.</summary>
/// <param name="Id">The goal.</param>
/// <param name="Words">The person's words.</param>
/// <param name="SetOn">The day on which it was set.</param>
/// <param name="Target">What would show that it is reached, or by when.</param>
/// <param name="States">Where it stood from which day on, oldest first; being worked towards before the first.</param>
public sealed record SharedGoal(Guid Id, string Words, DateOnly SetOn, string? Target, IReadOnlyList<(DateOnly On, GoalState State)> States);

/// <summary>A tool as it is looked at together.</summary>
/// <param name="Id">The tool.</param>
/// <param name="Kind">What kind of tool.</param>
/// <param name="Label">The tool in a few words.</param>
/// <param name="MetOn">The day on which it was met.</param>
/// <param name="Steps">Where it stood from which day on, oldest first; met before the first. A line is given only where it is the person's view, or of both.</param>
public sealed record SharedTool(Guid Id, ToolKind Kind, string Label, DateOnly MetOn, IReadOnlyList<(DateOnly On, ToolState State, string? Line)> Steps);

/// <summary>What the person dictated for the day it overflows.</summary>
/// <param name="On">The day on which it was dictated.</param>
/// <param name="Words">The person's words.</param>
public sealed record SharedWord(DateOnly On, string Words);

/// <summary>What the person said of a pause, in their own words; how it was and why, which the practitioner chose from a list, stay out.</summary>
/// <param name="Id">The note.</param>
/// <param name="From">The first day it speaks of.</param>
/// <param name="To">The last day; an open one ends at the next session.</param>
/// <param name="Words">The words.</param>
/// <param name="ToldOn">The day on which it was told.</param>
public sealed record SharedPause(Guid Id, DateOnly From, DateOnly? To, string Words, DateOnly ToldOn);
