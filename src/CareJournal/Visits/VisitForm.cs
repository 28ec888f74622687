using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.NextSteps;

namespace CareJournal.Visits;

/// <summary>A session as it is typed. All but the date is optional.</summary>
public sealed class VisitForm
{
    /// <summary>The visit; made by the page for a new one, so that saving twice makes no twin.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read; 0 for a new visit.</summary>
    public int Revision { get; set; }

    /// <summary>The draft that this save ends, if there is one. It is the key of the save: the same one again answers the save of then, and makes no twin.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="Visit.HeldOn"/>
    public DateOnly? HeldOn { get; set; }

    /// <inheritdoc cref="Visit.StartsAt"/>
    public TimeOnly? StartsAt { get; set; }

    /// <inheritdoc cref="Visit.Minutes"/>
    public int? Minutes { get; set; }

    /// <inheritdoc cref="Visit.Mode"/>
    public VisitMode Mode { get; set; }

    /// <inheritdoc cref="Visit.HeldBy"/>
    public string? HeldBy { get; set; }

    /// <inheritdoc cref="Visit.WhatWasDone"/>
    public WhatWasDone WhatWasDone { get; set; }

    /// <inheritdoc cref="Visit.Impression"/>
    public string? Impression { get; set; }

    /// <inheritdoc cref="Visit.Agreed"/>
    public string? Agreed { get; set; }

    /// <inheritdoc cref="Visit.Note"/>
    public string? Note { get; set; }

    /// <inheritdoc cref="Visit.SamePain"/>
    public SamePain SamePain { get; set; }

    /// <inheritdoc cref="Visit.RedFlags"/>
    public RedFlags RedFlags { get; set; }

    /// <inheritdoc cref="Visit.Hidden"/>
    public bool Hidden { get; set; }

    /// <inheritdoc cref="Visit.ThirdParty"/>
    public bool ThirdParty { get; set; }

    /// <summary>Answers by instrument; an instrument that was not asked is not in it, a <c>null</c> means that the person preferred not to answer.</summary>
    public IDictionary<Instrument, int?> Scores { get; init; } = new Dictionary<Instrument, int?>();

    /// <summary>What was said about the next time; <c>null</c> when it was not discussed, which leaves the earlier step standing.</summary>
    public NextStepForm? NextStep { get; set; }

    /// <summary>What justifies this rhythm today, in one line; a word here counts as having taken stock.</summary>
    public string? JustifiesRhythm { get; set; }

    /// <summary>Whether the visit joins a period by the rule, continues the last one, or opens a new one.</summary>
    public EpisodeChoice Episode { get; set; }

    /// <summary>Why a note older than a day was changed.</summary>
    public string? ReasonForChange { get; set; }

    /// <summary>Set when the practitioner confirmed a visit for a person who has died.</summary>
    public bool DeceasedConfirmed { get; set; }

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(DateOnly today, LifeSpan? life)
    {
        List<Problem> problems = [.. ClinicalDate.Problems(nameof(HeldOn), HeldOn, today, life)];
        if (HeldOn is null)
        {
            problems.Add(new Problem(nameof(HeldOn), ProblemKind.DateNotUnderstood));
        }

        if (Minutes is < 5 or > 180)
        {
            problems.Add(new Problem(nameof(Minutes), ProblemKind.OutOfRange, 5, 180));
        }

        foreach ((Instrument instrument, int? value) in Scores)
        {
            InstrumentScale scale = InstrumentScale.Of(instrument);
            if (value is { } given && !scale.Allows(given))
            {
                problems.Add(new Problem($"{nameof(Scores)}.{instrument}", ProblemKind.OutOfRange, scale.Minimum, scale.Maximum));
            }
        }

        problems.AddRange(WrittenText.TooLong(nameof(Impression), Impression, WrittenText.LongestNote));
        problems.AddRange(WrittenText.TooLong(nameof(Agreed), Agreed, WrittenText.LongestNote));
        problems.AddRange(WrittenText.TooLong(nameof(Note), Note, WrittenText.LongestNote));
        problems.AddRange(WrittenText.TooLong(nameof(JustifiesRhythm), JustifiesRhythm, WrittenText.LongestNote));
        problems.AddRange(WrittenText.TooLong(nameof(HeldBy), HeldBy, WrittenText.LongestLine));
        problems.AddRange(WrittenText.TooLong(nameof(ReasonForChange), ReasonForChange, WrittenText.LongestLine));
        if (NextStep is not null && HeldOn is { } heldOn)
        {
            problems.AddRange(NextStep.Problems(heldOn));
        }

        return problems;
    }
}

/// <summary>Which period of follow-up a visit goes into.</summary>
public enum EpisodeChoice
{
    /// <summary>The neighbour's, where no gap lies between; else a new one.</summary>
    ByRule,

    /// <summary>The last one before it, across the gap.</summary>
    ContinueLast,

    /// <summary>A new one.</summary>
    OpenNew,
}
