using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>A session written by hand: dated relative to the day for which the story was written, and moved with it.</summary>
internal sealed record ScriptedSession(int Year, int Month, int Day, string Scores, string Impression, string? Agreed)
{
    private static readonly Dictionary<char, Instrument> Letters = new()
    {
        ['A'] = Instrument.Activities,
        ['O'] = Instrument.OwnActivity,
        ['S'] = Instrument.Sleep,
        ['T'] = Instrument.Stress,
        ['M'] = Instrument.MentalLoad,
        ['W'] = Instrument.Work,
        ['C'] = Instrument.Confidence,
        ['D'] = Instrument.Pain,
        ['X'] = Instrument.Change,
    };

    /// <summary>The day of the session in the written story.</summary>
    public DateOnly WrittenFor => new(Year, Month, Day);

    /// <inheritdoc cref="Visit.Note"/>
    public string? Note { get; init; }

    /// <inheritdoc cref="Visit.Minutes"/>
    public int Minutes { get; init; } = 45;

    /// <inheritdoc cref="Visit.WhatWasDone"/>
    public WhatWasDone Done { get; init; } = WhatWasDone.TalkAndUnderstand | WhatWasDone.Move;

    /// <inheritdoc cref="Visit.SamePain"/>
    public SamePain SamePain { get; init; }

    /// <inheritdoc cref="Visit.RedFlags"/>
    public RedFlags RedFlags { get; init; }

    /// <inheritdoc cref="Visit.Hidden"/>
    public bool Hidden { get; init; }

    /// <summary>The next step that was agreed.</summary>
    public NextStepForm? NextStep { get; init; }

    /// <summary>The line about what justifies the rhythm, if stock was taken.</summary>
    public string? JustifiesRhythm { get; init; }

    /// <summary>The answers, written as a letter and a number each ("A5 S4"); "-" stands for a declined one.</summary>
    public IReadOnlyList<SyntheticScore> Answers =>
        [.. Scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(score => new SyntheticScore(
            Letters[score[0]],
            score[1..] == "-" ? null : int.Parse(score.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)))];
}
