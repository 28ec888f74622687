namespace CareJournal.AwayReview;

/// <summary>The state of a follow-up today, as facts. The first member that applies, in this order.</summary>
public enum AwayState
{
    /// <summary>Concluded together, handed over, closed, or the person has died.</summary>
    Ended,

    /// <summary>No held visit yet.</summary>
    NoVisit,

    /// <summary>A visit is planned for today or later.</summary>
    Booked,

    /// <summary>The agreed date has passed.</summary>
    Late,

    /// <summary>The next time is agreed and not past.</summary>
    Expected,

    /// <summary>The door is open, and the last visit is further back than the threshold. Not a task.</summary>
    Quiet,

    /// <summary>The last visit is within the threshold.</summary>
    Recent,

    /// <summary>The last visit is further back than the threshold, and nothing is recorded about the next time.</summary>
    Undecided,
}

/// <summary>The time since the last visit, in bands of calendar months; a new band begins on the day itself.</summary>
public enum AwayBand
{
    /// <summary>Less than 3 months.</summary>
    UnderThreeMonths,

    /// <summary>3 to 6 months.</summary>
    ThreeToSixMonths,

    /// <summary>6 to 12 months.</summary>
    SixToTwelveMonths,

    /// <summary>1 to 2 years.</summary>
    OneToTwoYears,

    /// <summary>2 years and more.</summary>
    TwoYearsAndMore,
}
