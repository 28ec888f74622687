namespace CareJournal.Reviews;

/// <summary>
/// A review of the follow-up: taking stock ("faire le point"), at a visit or between two. With a line about what justifies the rhythm, it
/// starts the count of a series afresh. The goals and tools that were looked at are steps that refer to it.
/// </summary>
public sealed class Review : PatientRow
{
    /// <summary>The visit at which stock was taken, if any.</summary>
    public Guid? VisitId { get; set; }

    /// <summary>The day on which stock was taken.</summary>
    public required DateOnly TakenOn { get; set; }

    /// <summary>The kind of review, where it was recorded.</summary>
    public ReviewKind? Kind { get; private set; }

    /// <summary>The situation: where we are.</summary>
    public string? Situation { get; private set; }

    /// <summary>The needs of the moment.</summary>
    public string? Needs { get; private set; }

    /// <summary>The line about what justifies this rhythm today.</summary>
    public string? JustifiesRhythm { get; set; }

    /// <summary>Whether anything but the line about the rhythm was recorded.</summary>
    public bool SaysMore => Kind is not null || Situation is not null || Needs is not null;

    /// <summary>Applies the form, which must have no problem.</summary>
    public void Describe(ReviewForm form)
    {
        Kind = form.Kind;
        Situation = WrittenText.Clean(form.Situation);
        Needs = WrittenText.Clean(form.Needs);
        JustifiesRhythm = WrittenText.Clean(form.JustifiesRhythm);
    }
}

/// <summary>The kinds of review.</summary>
public enum ReviewKind
{
    /// <summary>The first.</summary>
    Initial,

    /// <summary>In the course of the follow-up.</summary>
    Interim,

    /// <summary>On a return after a pause.</summary>
    Return,

    /// <summary>As the follow-up is concluded.</summary>
    Closing,
}
