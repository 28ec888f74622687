namespace CareJournal.Timelines;

/// <summary>The kinds of places where words can be found.</summary>
public enum RecordPlace
{
    /// <summary>A session, with its next step.</summary>
    Visit,

    /// <summary>A flare-up.</summary>
    FlareUp,

    /// <summary>A life event.</summary>
    LifeEvent,

    /// <summary>A note about a pause.</summary>
    Absence,

    /// <summary>A period of follow-up.</summary>
    Period,

    /// <summary>A review.</summary>
    Review,

    /// <summary>A goal, with its steps.</summary>
    Goal,

    /// <summary>A tool, with its steps.</summary>
    Tool,

    /// <summary>News exchanged without a visit.</summary>
    Contact,

    /// <summary>A word for when it overflows.</summary>
    WordToSelf,

    /// <summary>The person's particulars; found in the search of the whole journal only, as those below.</summary>
    Person,

    /// <summary>A reason for follow-up.</summary>
    Condition,

    /// <summary>A next step that was said outside a session.</summary>
    NextStep,

    /// <summary>A decision of the review, or a prompt that was set aside.</summary>
    Decision,
}

/// <summary>A place where words were found.</summary>
/// <param name="Place">The kind of place.</param>
/// <param name="Id">The row.</param>
/// <param name="When">When it was, as vaguely as it was reported; for a period <see cref="DateOnly.MinValue"/>, since its first day is derived.</param>
/// <param name="Excerpt">The words around what was found.</param>
public sealed record RecordHit(RecordPlace Place, Guid Id, FuzzyDate When, string Excerpt)
{
    /// <summary>The day by which it is sorted: the middle of a vague date.</summary>
    public DateOnly Day => When.Middle;
}

/// <summary>A theme of one person's record: a word that was written with #.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Places">In how many places it is written.</param>
public sealed record RecordTheme(string Word, int Places);
