namespace CareJournal.Demo;

/// <summary>The pattern of the sessions of an invented course.</summary>
internal enum CourseKind
{
    /// <summary>No session.</summary>
    None,

    /// <summary>No session was held, one was missed.</summary>
    MissedOnly,

    /// <summary>One session.</summary>
    Single,

    /// <summary>One period of 4 to 12 sessions.</summary>
    Simple,

    /// <summary>Comes and goes over years.</summary>
    Essay,

    /// <summary>About once a month.</summary>
    Steady,

    /// <summary>Every week, 30 to 80 times.</summary>
    Dense,

    /// <summary>One period in which two sessions fell on one day.</summary>
    TwiceADay,
}

/// <summary>The last agreement or event of an invented course.</summary>
internal enum Ending
{
    /// <summary>No next step was agreed.</summary>
    Nothing,

    /// <summary>The door is open.</summary>
    DoorOpen,

    /// <summary>Back by a future date.</summary>
    BackByAhead,

    /// <summary>Back by a past date.</summary>
    BackByPast,

    /// <summary>Every n days, and the next time is ahead.</summary>
    EveryAhead,

    /// <summary>Every n days, with a reason and a future date to talk about it again.</summary>
    EveryIntended,

    /// <summary>Every n days, and the next time has passed.</summary>
    EveryPast,

    /// <summary>Concluded together.</summary>
    Concluded,

    /// <summary>Handed over.</summary>
    HandedOver,

    /// <summary>Closed by the practitioner.</summary>
    ClosedOnMySide,

    /// <summary>The person has died.</summary>
    Deceased,
}

/// <summary>The outline of one invented person: the kind of course, its ending, and when the last session was.</summary>
/// <param name="Course">The pattern of the sessions.</param>
/// <param name="Ending">The last agreement or event.</param>
/// <param name="LastAgo">Days from the last session to today, at least 1.</param>
internal sealed record Role(CourseKind Course, Ending Ending, int LastAgo)
{
    /// <summary>The maximum length of the course, in days, for the kinds that run over years.</summary>
    public int Days { get; init; } = 1000;

    /// <summary>The number of sessions, for the kinds that count them; 0 leaves it to chance.</summary>
    public int Sessions { get; init; }

    /// <summary>In how many days a session is planned; 0 is today.</summary>
    public int? PlannedIn { get; init; }

    /// <summary>The time of the planned session.</summary>
    public TimeOnly? PlannedAt { get; init; }

    /// <summary>Whether stock was never taken, so that the series comes up for review.</summary>
    public bool NeverReviewed { get; init; }

    /// <summary>Whether the person is under age.</summary>
    public bool Minor { get; init; }

    /// <summary>Whether a decision of the review was taken.</summary>
    public bool Decided { get; init; }
}
