using CareJournal.Absences;
using CareJournal.Closures;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;

namespace CareJournal.Timelines;

/// <summary>Everything that is recorded of one person and drawn on the timeline, as it was read.</summary>
public sealed record TimelineRows
{
    /// <summary>The person.</summary>
    public required Patient Patient { get; init; }

    /// <summary>All visits that were not entered in error, in any order.</summary>
    public IReadOnlyList<TimelineVisit> Visits { get; init; } = [];

    /// <summary>What was said about the next time.</summary>
    public IReadOnlyList<NextStep> Steps { get; init; } = [];

    /// <summary>Answers with a number.</summary>
    public IReadOnlyList<TimelineMeasure> Measures { get; init; } = [];

    /// <summary>Periods of follow-up.</summary>
    public IReadOnlyList<EpisodeOfCare> Episodes { get; init; } = [];

    /// <summary>Flare-ups.</summary>
    public IReadOnlyList<FlareUp> FlareUps { get; init; } = [];

    /// <summary>Life events.</summary>
    public IReadOnlyList<LifeEvent> LifeEvents { get; init; } = [];

    /// <summary>How pauses were.</summary>
    public IReadOnlyList<AbsenceNote> AbsenceNotes { get; init; } = [];

    /// <summary>What matters to the person.</summary>
    public IReadOnlyList<GoalStanding> Goals { get; init; } = [];

    /// <summary>What the person leans on.</summary>
    public IReadOnlyList<ToolStanding> Tools { get; init; } = [];

    /// <summary>Where stock was taken.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>News exchanged without a visit.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>What the person dictated for the day it overflows.</summary>
    public IReadOnlyList<WordToSelf> WordsToSelf { get; init; } = [];

    /// <summary>Closures of the practice.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>The practice's threshold for a gap, in days.</summary>
    public int GapThreshold { get; init; } = 90;

    /// <summary>Whether these rows hold only what may be looked at together with the person.</summary>
    public bool Shared { get; init; }
}

/// <summary>A visit as the timeline needs it; its note is read when it is opened.</summary>
/// <param name="Id">The visit.</param>
/// <param name="EpisodeId">Its period.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Impression">What the practitioner took away.</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record TimelineVisit(Guid Id, Guid? EpisodeId, DateOnly HeldOn, TimeOnly? StartsAt, VisitStatus Status, string? Impression, string? Agreed = null);

/// <summary>An answer as the timeline draws it.</summary>
/// <param name="TakenOn">The day it speaks of.</param>
/// <param name="Instrument">What was asked.</param>
/// <param name="Value">The answer.</param>
public sealed record TimelineMeasure(DateOnly TakenOn, Instrument Instrument, int Value);
