namespace CareJournal.Acts;

/// <summary>One action of the practitioner: groups the rows that were written together, so that they can be undone together. Append-only.</summary>
public sealed class Act
{
    /// <summary>The most characters of <see cref="Detail"/>.</summary>
    public const int LongestDetail = 2_000;

    /// <summary>The opaque id, ascending in the order of the acts.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The time at which the act was written, in UTC.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>The kind of act.</summary>
    public required ActKind Kind { get; set; }

    /// <summary>The person concerned; <c>null</c> for the practice's own settings and copies, and when several people are concerned.</summary>
    public Guid? PatientId { get; set; }

    /// <summary>The act that this one undoes.</summary>
    public Guid? UndoesActId { get; init; }

    /// <summary>The practitioner's reason for a change, where one was asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// For one of <see cref="ActKinds.Events"/>: what it was about, such as the place of a copy or the number of wrong secrets. No medical text, at most
    /// <see cref="LongestDetail"/> characters. <c>null</c> for everything else.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>The draft that ended in this act. It is unique: the same text saved twice is one act. The draft stays spent when the act is undone.</summary>
    public Guid? DraftId { get; set; }
}

/// <summary>The kinds of act.</summary>
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

    /// <summary>Two entries of one person were made one entry.</summary>
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

    /// <summary>The held visits of a paper file were logged together.</summary>
    PastVisitsLogged,

    /// <summary>A visit was changed.</summary>
    VisitChanged,

    /// <summary>A planned visit was missed or cancelled.</summary>
    VisitNotHeld,

    /// <summary>A visit was declared entered in error.</summary>
    VisitVoided,

    /// <summary>A visit was moved to the person it belonged to.</summary>
    VisitMoved,

    /// <summary>A next step was recorded.</summary>
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

    /// <summary>An absence note was recorded: how a pause was, and why.</summary>
    AbsenceNoteRecorded,

    /// <summary>A review was recorded: stock was taken, or what justifies the rhythm was written.</summary>
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

    /// <summary>The state of a goal was recorded.</summary>
    GoalMoved,

    /// <summary>A goal was declared entered in error.</summary>
    GoalVoided,

    /// <summary>A tool was noted.</summary>
    ToolNoted,

    /// <summary>A tool's words were changed.</summary>
    ToolChanged,

    /// <summary>The state of a tool was recorded.</summary>
    ToolMoved,

    /// <summary>A tool was declared entered in error.</summary>
    ToolVoided,

    /// <summary>A word for when it overflows was dictated.</summary>
    WordToSelfRecorded,

    /// <summary>A word for when it overflows was changed.</summary>
    WordToSelfChanged,

    /// <summary>A word for when it overflows was declared entered in error.</summary>
    WordToSelfVoided,

    /// <summary>News exchanged without a visit was recorded.</summary>
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

    /// <summary>A snippet was recorded, changed or removed.</summary>
    SnippetsChanged,

    /// <summary>A view of everybody was saved or removed.</summary>
    SavedViewsChanged,

    /// <summary>A verified copy of the journal was made.</summary>
    CopyMade,

    /// <summary>The whole journal was checked, and everything was as it was written.</summary>
    JournalChecked,

    /// <summary>An earlier act was undone.</summary>
    Undone,

    /// <summary>A person's record was opened, for the first time on that day.</summary>
    RecordOpened,

    /// <summary>Something of a person was printed.</summary>
    RecordPrinted,

    /// <summary>Somebody tried to open the journal with a wrong secret.</summary>
    UnlockFailed,

    /// <summary>The journal was upgraded to the tables of a later version of the program.</summary>
    JournalUpgraded,

    /// <summary>A file that was older than the last known state of the journal was accepted.</summary>
    OlderJournalAccepted,

    /// <summary>The clock of the computer was found to be set back.</summary>
    ClockSetBack,

    /// <summary>A place for automatic copies was added or removed.</summary>
    CopyPlacesChanged,

    /// <summary>The journal was replaced by a copy of it.</summary>
    CopyRestored,

    /// <summary>Copies were opened on trial, and compared with the journal.</summary>
    RestoreTried,

    /// <summary>A passphrase, a recovery code or another key of the journal was changed, made or revoked.</summary>
    KeysChanged,
}

/// <summary>Groups of kinds of act.</summary>
public static class ActKinds
{
    /// <summary>
    /// The events of the journal itself, and readings of a record: they change no row, so they cannot be undone and are in no list of acts. The chain covers them like any act.
    /// </summary>
    public static readonly IReadOnlyList<ActKind> Events =
    [
        ActKind.CopyMade, ActKind.JournalChecked, ActKind.RecordOpened, ActKind.RecordPrinted, ActKind.UnlockFailed,
        ActKind.JournalUpgraded, ActKind.OlderJournalAccepted, ActKind.ClockSetBack, ActKind.CopyRestored, ActKind.RestoreTried, ActKind.KeysChanged,
    ];
}
