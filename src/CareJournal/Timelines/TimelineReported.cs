namespace CareJournal.Timelines;

/// <summary>What a person reported on one day of the time before it, in a session or beside one.</summary>
/// <param name="Pauses">How a pause was.</param>
/// <param name="FlareUps">Flare-ups.</param>
/// <param name="LifeEvents">Life events.</param>
public sealed record TimelineReported(IReadOnlyList<TimelineAbsenceNote> Pauses, IReadOnlyList<TimelineFlareUp> FlareUps, IReadOnlyList<TimelineLifeEvent> LifeEvents)
{
    /// <summary>Whether nothing was reported.</summary>
    public bool IsEmpty => Pauses.Count + FlareUps.Count + LifeEvents.Count == 0;

    /// <summary>Returns what was reported on a day.</summary>
    public static TimelineReported On(DateOnly day, IEnumerable<TimelineAbsenceNote> pauses, IEnumerable<TimelineFlareUp> flareUps, IEnumerable<TimelineLifeEvent> lifeEvents) => new(
        [.. pauses.Where(pause => pause.ReportedOn == day).OrderBy(pause => pause.From)],
        [.. flareUps.Where(flareUp => flareUp.ReportedOn == day).OrderBy(flareUp => flareUp.Start, FuzzyDate.InOrder).ThenBy(flareUp => flareUp.Id)],
        [.. lifeEvents.Where(lifeEvent => lifeEvent.ReportedOn == day).OrderBy(lifeEvent => lifeEvent.Start, FuzzyDate.InOrder).ThenBy(lifeEvent => lifeEvent.Id)]);
}
