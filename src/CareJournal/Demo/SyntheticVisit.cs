using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>An invented session.</summary>
public sealed record SyntheticVisit
{
    /// <summary>The day; never after today unless planned.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What became of it.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary>When it was planned, for one that was not held (yet).</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>The period it belongs to, as a place in <see cref="SyntheticPerson.Periods"/>; held visits only.</summary>
    public int? Period { get; init; }

    /// <inheritdoc cref="Visit.StartsAt"/>
    public TimeOnly? StartsAt { get; init; }

    /// <inheritdoc cref="Visit.Minutes"/>
    public int? Minutes { get; init; }

    /// <inheritdoc cref="Visit.Mode"/>
    public VisitMode Mode { get; init; }

    /// <inheritdoc cref="Visit.WhatWasDone"/>
    public WhatWasDone WhatWasDone { get; init; }

    /// <inheritdoc cref="Visit.Impression"/>
    public string? Impression { get; init; }

    /// <inheritdoc cref="Visit.Agreed"/>
    public string? Agreed { get; init; }

    /// <inheritdoc cref="Visit.Note"/>
    public string? Note { get; init; }

    /// <inheritdoc cref="Visit.SamePain"/>
    public SamePain SamePain { get; init; }

    /// <inheritdoc cref="Visit.RedFlags"/>
    public RedFlags RedFlags { get; init; }

    /// <inheritdoc cref="Visit.Hidden"/>
    public bool Hidden { get; init; }

    /// <summary>Answers; one without a value is one that the person preferred not to give.</summary>
    public IReadOnlyList<SyntheticScore> Scores { get; init; } = [];

    /// <summary>What was said about the next time.</summary>
    public NextStepForm? NextStep { get; init; }

    /// <summary>What justifies the rhythm, where stock was taken.</summary>
    public string? JustifiesRhythm { get; init; }
}

/// <summary>One answer to one question.</summary>
public readonly record struct SyntheticScore(Instrument Instrument, int? Value);
