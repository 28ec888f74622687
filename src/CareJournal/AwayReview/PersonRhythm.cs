using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.AwayReview;

/// <summary>
/// Facts about one person's own rhythm and silences, listed and counted, never fitted: no curve, no rate, no score. Pure.
/// </summary>
/// <param name="Absences">The absences, the latest first; the present one runs to today, unless the follow-up has ended.</param>
/// <param name="Periods">The periods of follow-up, the latest first.</param>
/// <param name="Seasonality">In which months the periods began.</param>
public sealed record PersonRhythm(IReadOnlyList<OwnAbsence> Absences, IReadOnlyList<PeriodRhythm> Periods, Seasonality Seasonality)
{
    /// <summary>The number of visits of each kind. Planned ones are those of today and later.</summary>
    public required IReadOnlyDictionary<VisitStatus, int> Visits { get; init; }

    /// <summary>The number of planned visits of earlier days whose outcome is not recorded.</summary>
    public int Unlogged { get; init; }

    /// <summary>The median number of visits of the periods that are over; unknown with fewer than two.</summary>
    public decimal? UsualVisits => Periods.Count(period => !period.Ongoing) >= 2 ? Median.Of(Periods.Where(period => !period.Ongoing).Select(period => period.Period.Visits)) : null;

    /// <summary>Computes the facts of a timeline.</summary>
    public static PersonRhythm Of(PatientTimeline timeline)
    {
        DateOnly? endedOn = Earlier(timeline.Patient.ClosedOn, timeline.Patient.DeceasedOn);
        return new PersonRhythm(
            [.. timeline.Gaps.Where(gap => gap.To is not null || endedOn is null).Select(gap => new OwnAbsence(gap, timeline.StepOn(gap.From))).Reverse()],
            [.. timeline.Episodes.Select((period, place) => PeriodRhythm.Of(period, timeline, isLast: place == timeline.Episodes.Count - 1)).Reverse()],
            Seasonality.Of(timeline.Episodes.Select(period => period.First), Earlier(endedOn, timeline.Today)!.Value))
        {
            Visits = new Dictionary<VisitStatus, int>
            {
                [VisitStatus.Held] = timeline.Held.Count,
                [VisitStatus.NoShow] = timeline.NotHeld.Count(visit => visit.Status == VisitStatus.NoShow),
                [VisitStatus.CancelledByPerson] = timeline.NotHeld.Count(visit => visit.Status == VisitStatus.CancelledByPerson),
                [VisitStatus.CancelledByPractice] = timeline.NotHeld.Count(visit => visit.Status == VisitStatus.CancelledByPractice),
                [VisitStatus.Planned] = timeline.Planned.Count(visit => visit.HeldOn >= timeline.Today),
            },
            Unlogged = timeline.Planned.Count(visit => visit.HeldOn < timeline.Today),
        };
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}

/// <summary>One of a person's own absences.</summary>
/// <param name="Gap">Its days, and what was reported about it.</param>
/// <param name="Agreed">The next step that was in force as it began.</param>
public sealed record OwnAbsence(TimelineGap Gap, TimelineStep? Agreed);

/// <summary>A period of follow-up and the intervals between its visits.</summary>
/// <param name="Period">The period.</param>
/// <param name="Intervals">Days between neighbouring visit days, shortest first; a pause inside the period is not one of them.</param>
/// <param name="Ongoing">Whether it still goes on; it then does not count among the periods that are over.</param>
public sealed record PeriodRhythm(TimelineEpisode Period, IReadOnlyList<int> Intervals, bool Ongoing)
{
    /// <summary>The median interval in days; unknown with a single visit day.</summary>
    public decimal? Usual => Intervals.Count == 0 ? null : Median.Of(Intervals);

    /// <summary>Measures one period of a timeline.</summary>
    public static PeriodRhythm Of(TimelineEpisode period, PatientTimeline timeline, bool isLast)
    {
        HashSet<DateOnly> pauses = [.. timeline.Course.Gaps.Select(gap => gap.From)];
        DateOnly[] days = [.. timeline.Held.Where(visit => visit.EpisodeId == period.Episode.Id).Select(visit => visit.HeldOn).Distinct()];
        bool ended = timeline.Patient.ClosedOn is not null || timeline.Patient.DeceasedOn is not null;
        return new PeriodRhythm(
            period,
            [.. days.Zip(days.Skip(1)).Where(pair => !pauses.Contains(pair.First)).Select(pair => pair.Second.DayNumber - pair.First.DayNumber).Order()],
            isLast && !ended && !period.OnHold && period.Episode.ClosedOn is null);
    }
}
