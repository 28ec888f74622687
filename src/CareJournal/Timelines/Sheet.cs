namespace CareJournal.Timelines;

/// <summary>The facts of a follow-up that may be printed, as built by <see cref="Disclosure.OnPaper(PatientTimeline, SheetChoice)"/>: a sheet is written from nothing else.</summary>
/// <param name="Timeline">The follow-up in chronological order.</param>
/// <param name="Choice">What was chosen.</param>
public sealed record Sheet(PatientTimeline Timeline, SheetChoice Choice)
{
    /// <summary>The last agreement within the chosen days, and its day.</summary>
    public (DateOnly On, string Words)? Agreed { get; init; }

    /// <summary>The last next step, without the practitioner's reasons; <c>null</c> where it was said in a private session.</summary>
    public TimelineStep? Step { get; init; }

    /// <summary>Texts about what helped in the last flare-ups, as reported, the latest last.</summary>
    public IReadOnlyList<string> Helped { get; init; } = [];

    /// <summary>The words that the person dictated for when it overflows; they are theirs, and may be printed.</summary>
    public string? Word { get; init; }

    /// <summary>The tools that the person leans on, in the words in which they were noted.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Sessions held within the chosen days.</summary>
    public IReadOnlyList<DateOnly> Held => [.. Timeline.Held.Select(visit => visit.HeldOn).Where(day => Choice.Shows(day, day))];

    /// <summary>Pauses and the time since the last session within the chosen days.</summary>
    public IReadOnlyList<TimelineGap> Gaps => Choice.Visits ? [.. Timeline.Gaps.Where(gap => Choice.Shows(gap.From.AddDays(1), gap.To ?? Timeline.Today))] : [];

    /// <summary>Periods within the chosen days.</summary>
    public IReadOnlyList<TimelineEpisode> Periods => [.. Timeline.Episodes.Where(period => Choice.Shows(period.First, period.Last))];

    /// <summary>Whether there is nothing to print but the name.</summary>
    public bool IsEmpty => !(Choice.Visits && Held.Count > 0) && Gaps.Count == 0 && Periods.Count == 0 && Timeline is { FlareUps: [], LifeEvents: [], Curves: [] };
}
