using CareJournal.Acts;

namespace CareJournal.Reviews;

/// <summary>
/// Taking stock ("faire le point"), at a visit or between two. One that says what justifies the rhythm starts the count of a series
/// afresh. The goals and tools that were looked at are steps that name it.
/// </summary>
public sealed class Review : PatientRow
{
    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; set; }

    /// <summary>The day on which stock was taken.</summary>
    public required DateOnly TakenOn { get; set; }

    /// <summary>Which review of a follow-up it is, where it was said.</summary>
    public ReviewKind? Kind { get; private set; }

    /// <summary>Where we are.</summary>
    public string? Situation { get; private set; }

    /// <summary>The needs of the moment.</summary>
    public string? Needs { get; private set; }

    /// <summary>What justifies this rhythm today.</summary>
    public string? JustifiesRhythm { get; set; }

    /// <summary>Whether anything but the line about the rhythm was said.</summary>
    public bool SaysMore => Kind is not null || Situation is not null || Needs is not null;

    /// <summary>Takes over what was typed; the form must have no problem.</summary>
    public void Describe(ReviewForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Kind = form.Kind;
        Situation = WrittenText.Clean(form.Situation);
        Needs = WrittenText.Clean(form.Needs);
        JustifiesRhythm = WrittenText.Clean(form.JustifiesRhythm);
    }
}

/// <summary>Which review of a follow-up.</summary>
public enum ReviewKind
{
    /// <summary>The first.</summary>
    Initial,

    /// <summary>On the way.</summary>
    Interim,

    /// <summary>On a return after a pause.</summary>
    Return,

    /// <summary>As the follow-up is concluded.</summary>
    Closing,
}
