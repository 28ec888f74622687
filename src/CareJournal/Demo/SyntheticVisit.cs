using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>An invented session.</summary>
public sealed record SyntheticVisit
{
    /// <summary>The day; never after today unless planned.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The status.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary>The day for which it was planned, if it was not held (yet).</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>The period it belongs to, as an index in <see cref="SyntheticPerson.Periods"/>; held visits only.</summary>
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

    /// <summary>The answers; one without a value was declined by the person.</summary>
    public IReadOnlyList<SyntheticScore> Scores { get; init; } = [];

    /// <summary>The next step that was agreed.</summary>
    public NextStepForm? NextStep { get; init; }

    /// <summary>The line about what justifies the rhythm, if stock was taken.</summary>
    public string? JustifiesRhythm { get; init; }
}

/// <summary>One answer to one question.</summary>
public readonly record struct SyntheticScore(Instrument Instrument, int? Value);
