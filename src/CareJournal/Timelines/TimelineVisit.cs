using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Timelines;

/// <summary>A visit as the timeline needs it; its note is read when it is opened, since ten years of notes would make every timeline slow.</summary>
/// <param name="Id">The visit.</param>
/// <param name="EpisodeId">Its period.</param>
/// <param name="HeldOn">Its day.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Impression">What the practitioner took away.</param>
/// <param name="Agreed">What was agreed.</param>
public sealed record TimelineVisit(Guid Id, Guid? EpisodeId, DateOnly HeldOn, TimeOnly? StartsAt, VisitStatus Status, string? Impression, string? Agreed = null)
{
    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>On a return: is it the same pain?</summary>
    public SamePain SamePain { get; init; }

    /// <summary>Whether red flags were looked for.</summary>
    public RedFlags RedFlags { get; init; }

    /// <summary>Whether it is hidden, or was confided by a third party: only its day may then be disclosed.</summary>
    public bool Private { get; init; }

    /// <summary>Whether the practitioner wrote what to take away, also where the text itself is not disclosed.</summary>
    public bool HasText { get; init; } = Impression is not null;
}

/// <summary>An answer as the timeline draws it.</summary>
/// <param name="TakenOn">The day the answer is about.</param>
/// <param name="Instrument">What was asked.</param>
/// <param name="Value">The answer.</param>
/// <param name="Private">Whether it was given in a private visit.</param>
public sealed record TimelineMeasure(DateOnly TakenOn, Instrument Instrument, int Value, bool Private = false);

/// <summary>A next step: what was said about the next time.</summary>
public sealed record TimelineStep
{
    /// <summary>The visit at which it was said, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The day on which it was said.</summary>
    public required DateOnly SaidOn { get; init; }

    /// <summary>The order of what was said on one day, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The kind of step.</summary>
    public required NextStepKind Kind { get; init; }

    /// <summary>For <see cref="NextStepKind.Every"/>: the interval in days.</summary>
    public int? Days { get; init; }

    /// <summary>For <see cref="NextStepKind.BackBy"/>: the date.</summary>
    public DateOnly? BackBy { get; init; }

    /// <summary>The day on which to talk about the rhythm again.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Who decided.</summary>
    public DecidedBy DecidedBy { get; init; }

    /// <summary>Whether a reason for this rhythm was given; the reason itself is read with its visit.</summary>
    public bool HasReason { get; init; }

    /// <summary>For an open door: the signs that would bring the person back.</summary>
    public string? SignsToComeBack { get; init; }

    /// <summary>To whom it was handed over.</summary>
    public string? ToWhom { get; init; }

    /// <summary>Who else accompanies the person.</summary>
    public string? Alongside { get; init; }

    /// <summary>The agreement that the rules of time use.</summary>
    public Agreement Agreement => new(SaidOn, Number, Kind == NextStepKind.Every ? Days : null, Kind == NextStepKind.BackBy ? BackBy : null);
}
