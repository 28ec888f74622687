using System.Text.Json.Serialization;
using CareJournal.Measures;
using CareJournal.NextSteps;

namespace CareJournal.Visits;

/// <summary>The form of a session. All but the date is optional.</summary>
public sealed class VisitForm : PatientRowForm
{
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

    /// <summary>Answers by instrument; an instrument that was not asked is not in it, and <c>null</c> means that the person preferred not to answer.</summary>
    public IDictionary<Instrument, int?> Scores { get; init; } = new Dictionary<Instrument, int?>();

    /// <summary>The next step; <c>null</c> when it was not discussed, which leaves the earlier one in force.</summary>
    public NextStepForm? NextStep { get; set; }

    /// <summary>The line about what justifies this rhythm today; writing it counts as having taken stock.</summary>
    public string? JustifiesRhythm { get; set; }

    /// <summary>Whether the visit joins a period by the rule, continues the last one, or opens a new one.</summary>
    public EpisodeChoice Episode { get; set; }

    /// <summary>The title of the period that begins with this visit; also given to the one that it joins, if that one has none.</summary>
    public string? PeriodTitle { get; set; }

    /// <summary>What is reported about the time since the session before.</summary>
    public VisitSinceForm Since { get; init; } = new();

    /// <summary>The reason why a note older than a day was changed.</summary>
    public string? ReasonForChange { get; set; }

    /// <summary>Whether the practitioner confirmed a visit for a person who has died.</summary>
    [JsonIgnore] // Confirmed for one save: no draft confirms.
    public bool DeceasedConfirmed { get; set; }

    /// <summary>Returns the problems of the form.</summary>
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
        problems.AddRange(WrittenText.TooLong(nameof(PeriodTitle), PeriodTitle, WrittenText.LongestLine));
        problems.AddRange(Since.Problems(HeldOn, today, life));
        problems.AddRange(WrittenText.TooLong(nameof(ReasonForChange), ReasonForChange, WrittenText.LongestLine));
        if (NextStep is not null && HeldOn is { } heldOn)
        {
            problems.AddRange(NextStep.Problems(heldOn));
        }

        return problems;
    }
}

/// <summary>The choice of a period of follow-up for a visit.</summary>
public enum EpisodeChoice
{
    /// <summary>The neighbour's, where there is no gap between; else a new one.</summary>
    ByRule,

    /// <summary>The last one before it, across the gap.</summary>
    ContinueLast,

    /// <summary>A new one.</summary>
    OpenNew,
}
