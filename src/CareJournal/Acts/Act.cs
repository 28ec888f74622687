namespace CareJournal.Acts;

/// <summary>One click of the practitioner: it groups the rows that were written together, so that they can be undone together. Append-only.</summary>
public sealed class Act
{
    /// <summary>Opaque, made in the order of the acts.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When it was written, in UTC.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>What was done.</summary>
    public required ActKind Kind { get; set; }

    /// <summary>The person concerned; none for the practice's own settings and copies, or when several are.</summary>
    public Guid? PatientId { get; set; }

    /// <summary>The act that this one takes back.</summary>
    public Guid? UndoesActId { get; init; }

    /// <summary>The practitioner's reason for a change, where one was asked.</summary>
    public string? Reason { get; init; }

    /// <summary>The draft that ended in this act. No other act can have it: the same text saved twice is one act. It stays spent when the act is taken back.</summary>
    public Guid? DraftId { get; set; }
}

/// <summary>What an act did, in the practitioner's words.</summary>
public enum ActKind
{
    /// <summary>A person was added.</summary>
    PatientAdded,

    /// <summary>A person's details were changed.</summary>
    PatientChanged,

    /// <summary>A follow-up was closed.</summary>
    PatientClosed,

    /// <summary>A closed follow-up was reopened.</summary>
    PatientReopened,

    /// <summary>Two entries of one person were made one.</summary>
    PatientsMerged,

    /// <summary>A reason for follow-up was recorded or changed.</summary>
    ConditionRecorded,

    /// <summary>A period of follow-up was opened.</summary>
    EpisodeOpened,

    /// <summary>A period was renamed or described.</summary>
    EpisodeDescribed,

    /// <summary>A period was closed.</summary>
    EpisodeClosed,

    /// <summary>A period was reopened.</summary>
    EpisodeReopened,

    /// <summary>A period was merged with the one before.</summary>
    EpisodeContinued,

    /// <summary>A session was moved to another period.</summary>
    EpisodeVisitMoved,

    /// <summary>A visit was planned.</summary>
    VisitPlanned,

    /// <summary>The visits of a day were planned from a pasted list.</summary>
    DayListPlanned,

    /// <summary>A held visit was logged.</summary>
    VisitLogged,

    /// <summary>A visit was changed.</summary>
    VisitChanged,

    /// <summary>A planned visit was missed or cancelled.</summary>
    VisitNotHeld,

    /// <summary>A visit was declared entered in error.</summary>
    VisitVoided,

    /// <summary>A visit was moved to the person it belonged to.</summary>
    VisitMoved,

    /// <summary>The next step was settled.</summary>
    NextStepSaid,

    /// <summary>Measures were recorded outside the session form.</summary>
    MeasuresRecorded,

    /// <summary>A flare-up was recorded.</summary>
    FlareUpRecorded,

    /// <summary>A flare-up was changed.</summary>
    FlareUpChanged,

    /// <summary>A flare-up was declared entered in error.</summary>
    FlareUpVoided,

    /// <summary>A life event was recorded.</summary>
    LifeEventRecorded,

    /// <summary>A life event was changed.</summary>
    LifeEventChanged,

    /// <summary>A life event was declared entered in error.</summary>
    LifeEventVoided,

    /// <summary>It was said how a pause was, and why.</summary>
    AbsenceNoteRecorded,

    /// <summary>Stock was taken, or what justifies the rhythm was said.</summary>
    ReviewRecorded,

    /// <summary>A review was changed.</summary>
    ReviewChanged,

    /// <summary>A review was declared entered in error.</summary>
    ReviewVoided,

    /// <summary>A prompt to take stock was put away.</summary>
    PromptDismissed,

    /// <summary>A goal was set.</summary>
    GoalSet,

    /// <summary>A goal's words were changed.</summary>
    GoalChanged,

    /// <summary>It was said where a goal stands.</summary>
    GoalMoved,

    /// <summary>A goal was declared entered in error.</summary>
    GoalVoided,

    /// <summary>A tool was noted.</summary>
    ToolNoted,

    /// <summary>A tool's words were changed.</summary>
    ToolChanged,

    /// <summary>It was said where a tool stands.</summary>
    ToolMoved,

    /// <summary>A tool was declared entered in error.</summary>
    ToolVoided,

    /// <summary>A word for the day it overflows was dictated.</summary>
    WordToSelfRecorded,

    /// <summary>A word for the day it overflows was changed.</summary>
    WordToSelfChanged,

    /// <summary>A word for the day it overflows was declared entered in error.</summary>
    WordToSelfVoided,

    /// <summary>News exchanged without a visit were recorded.</summary>
    ContactRecorded,

    /// <summary>A contact was changed.</summary>
    ContactChanged,

    /// <summary>A contact was declared entered in error.</summary>
    ContactVoided,

    /// <summary>A decision of the follow-up review was taken.</summary>
    AwayDecided,

    /// <summary>A closure of the practice was recorded or removed.</summary>
    ClosuresChanged,

    /// <summary>The practice's settings were changed.</summary>
    SettingsChanged,

    /// <summary>A snippet was recorded, changed or taken away.</summary>
    SnippetsChanged,

    /// <summary>A view of everybody was kept or taken away.</summary>
    SavedViewsChanged,

    /// <summary>A verified copy of the journal was made.</summary>
    CopyMade,

    /// <summary>An earlier act was taken back.</summary>
    Undone,
}
