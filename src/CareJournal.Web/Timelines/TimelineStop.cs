namespace CareJournal.Web.Timelines;

/// <summary>The five zoom levels at which a follow-up is read, from far to near; each shows what can be read at its scale.</summary>
public enum TimelineStop
{
    /// <summary>The whole course: a column per quarter.</summary>
    Course = 1,

    /// <summary>Some years: a mark per session, a column per month where they crowd.</summary>
    Years = 2,

    /// <summary>One year: a mark per session, how pauses were, every answer.</summary>
    Year = 3,

    /// <summary>A season: what each session was about, in a line.</summary>
    Season = 4,

    /// <summary>Some weeks: what was taken away and agreed.</summary>
    Weeks = 5,
}
