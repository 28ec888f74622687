namespace CareJournal.Demo;

/// <summary>How the sessions of an invented course follow each other.</summary>
internal enum CourseKind
{
    /// <summary>Nothing was held.</summary>
    None,

    /// <summary>Nothing was held, one session was missed.</summary>
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

/// <summary>What was said or done last.</summary>
internal enum Ending
{
    /// <summary>Nothing was said about the next time.</summary>
    Nothing,

    /// <summary>The door is open.</summary>
    DoorOpen,

    /// <summary>Back by a date that lies ahead.</summary>
    BackByAhead,

    /// <summary>Back by a date that has passed.</summary>
    BackByPast,

    /// <summary>Every n days, and the next time lies ahead.</summary>
    EveryAhead,

    /// <summary>Every n days, with a reason and a date ahead to talk about it again.</summary>
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

/// <summary>One invented person before any detail: the kind of course, how it stands, and when the last session was.</summary>
/// <param name="Course">How the sessions follow each other.</param>
/// <param name="Ending">What was said or done last.</param>
/// <param name="LastAgo">Days from the last session to today, at least 1.</param>
internal sealed record Role(CourseKind Course, Ending Ending, int LastAgo)
{
    /// <summary>How long the course goes back at most, in days, for the kinds that run over years.</summary>
    public int Days { get; init; } = 1000;

    /// <summary>How many sessions, for the kinds that count them; 0 leaves it to chance.</summary>
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
