using CareJournal.Absences;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;

namespace CareJournal.Timelines;

/// <summary>Everything that is recorded of one person and of which a part may be looked at together, as it was read.</summary>
public sealed record SharedTimelineRows
{
    /// <summary>The person.</summary>
    public required Patient Patient { get; init; }

    /// <inheritdoc cref="TimelineRows.Visits"/>
    public IReadOnlyList<Visit> Visits { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.Steps"/>
    public IReadOnlyList<NextStep> Steps { get; init; } = [];

    /// <summary>Answers, the declined ones too.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.FlareUps"/>
    public IReadOnlyList<FlareUp> FlareUps { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.LifeEvents"/>
    public IReadOnlyList<LifeEvent> LifeEvents { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.AbsenceNotes"/>
    public IReadOnlyList<AbsenceNote> AbsenceNotes { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.Goals"/>
    public IReadOnlyList<GoalStanding> Goals { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.Tools"/>
    public IReadOnlyList<ToolStanding> Tools { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.WordsToSelf"/>
    public IReadOnlyList<WordToSelf> WordsToSelf { get; init; } = [];

    /// <inheritdoc cref="TimelineRows.GapThreshold"/>
    public int GapThreshold { get; init; } = 90;
}
