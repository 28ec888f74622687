namespace CareJournal.Timelines;

/// <summary>Everything that is recorded about one person and shown on their page, as it was read: facts, in any order.</summary>
public sealed record TimelineRows
{
    /// <summary>The person.</summary>
    public required TimelinePatient Patient { get; init; }

    /// <summary>Reasons for follow-up.</summary>
    public IReadOnlyList<TimelineCondition> Conditions { get; init; } = [];

    /// <summary>All visits that were not entered in error.</summary>
    public IReadOnlyList<TimelineVisit> Visits { get; init; } = [];

    /// <summary>Next steps: what was said about the next time.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; init; } = [];

    /// <summary>Answers with a number.</summary>
    public IReadOnlyList<TimelineMeasure> Measures { get; init; } = [];

    /// <summary>Periods of follow-up.</summary>
    public IReadOnlyList<RecordedEpisode> Episodes { get; init; } = [];

    /// <summary>Flare-ups.</summary>
    public IReadOnlyList<TimelineFlareUp> FlareUps { get; init; } = [];

    /// <summary>Life events.</summary>
    public IReadOnlyList<TimelineLifeEvent> LifeEvents { get; init; } = [];

    /// <summary>Notes on how pauses were.</summary>
    public IReadOnlyList<TimelineAbsenceNote> AbsenceNotes { get; init; } = [];

    /// <summary>Goals: what matters to the person.</summary>
    public IReadOnlyList<TimelineGoal> Goals { get; init; } = [];

    /// <summary>Tools: what the person leans on.</summary>
    public IReadOnlyList<TimelineTool> Tools { get; init; } = [];

    /// <summary>Reviews, where stock was taken.</summary>
    public IReadOnlyList<TimelineReview> Reviews { get; init; } = [];

    /// <summary>Prompts to take stock that were put away.</summary>
    public IReadOnlyList<TimelineDismissal> Dismissals { get; init; } = [];

    /// <summary>News exchanged without a visit.</summary>
    public IReadOnlyList<TimelineContact> Contacts { get; init; } = [];

    /// <summary>Words that the person dictated for when it overflows.</summary>
    public IReadOnlyList<TimelineWord> WordsToSelf { get; init; } = [];

    /// <summary>Closures of the practice.</summary>
    public IReadOnlyList<TimelineClosure> Closures { get; init; } = [];

    /// <summary>The practice's threshold for a gap, in days.</summary>
    public int GapThreshold { get; init; } = 90;

    /// <summary>Whether these rows are only what may be looked at together with the person.</summary>
    public bool Shared { get; init; }

    /// <summary>Returns what had happened, or had been reported of an earlier time, by a day.</summary>
    public TimelineRows Until(DateOnly day) => this with
    {
        Patient = Patient with
        {
            Closing = Patient.ClosedOn > day ? null : Patient.Closing,
            ClosedOn = Patient.ClosedOn > day ? null : Patient.ClosedOn,
            DeceasedOn = Patient.DeceasedOn > day ? null : Patient.DeceasedOn,
        },
        Visits = [.. Visits.Where(visit => visit.HeldOn <= day)],
        Steps = [.. Steps.Where(step => step.SaidOn <= day)],
        Measures = [.. Measures.Where(measure => measure.TakenOn <= day)],
        FlareUps = [.. FlareUps.Where(flareUp => flareUp.Start.Earliest <= day)],
        LifeEvents = [.. LifeEvents.Where(lifeEvent => lifeEvent.Start.Earliest <= day)],
        AbsenceNotes = [.. AbsenceNotes.Where(note => note.From <= day)],
        Goals = [.. Goals.Where(goal => goal.SetOn <= day).Select(goal => goal with { Steps = [.. goal.Steps.Where(step => step.On <= day)] })],
        Tools = [.. Tools.Where(tool => tool.MetOn <= day).Select(tool => tool with { Steps = [.. tool.Steps.Where(step => step.On <= day)] })],
        Reviews = [.. Reviews.Where(review => review.TakenOn <= day)],
        Contacts = [.. Contacts.Where(contact => contact.On <= day)],
        WordsToSelf = [.. WordsToSelf.Where(word => word.On <= day)],
    };
}
