using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.AwayReview;

/// <summary>
/// One person's own facts about rhythm and silence, listed and counted, never fitted: no curve, no rate, no score. Pure.
/// </summary>
/// <param name="Absences">Their absences, the latest first; the present one runs to today, unless the follow-up has ended.</param>
/// <param name="Periods">Their periods of follow-up, the latest first.</param>
/// <param name="Seasonality">In which months their periods began.</param>
public sealed record PersonRhythm(IReadOnlyList<OwnAbsence> Absences, IReadOnlyList<PeriodRhythm> Periods, Seasonality Seasonality)
{
    /// <summary>How many visits there are of each kind, side by side. Planned ones are those of today and later.</summary>
    public required IReadOnlyDictionary<VisitStatus, int> Visits { get; init; }

    /// <summary>Planned visits of earlier days of which nobody has said what became of them.</summary>
    public int Unlogged { get; init; }

    /// <summary>The median number of visits of the periods that are over; unknown under two.</summary>
    public decimal? UsualVisits => Periods.Count(period => !period.Ongoing) >= 2 ? Median.Of(Periods.Where(period => !period.Ongoing).Select(period => period.Period.Visits)) : null;

    /// <summary>The shortest and the longest of the past absences; unknown under two.</summary>
    public (TimelineGap Shortest, TimelineGap Longest)? PastRange
    {
        get
        {
            TimelineGap[] past = [.. Absences.Select(absence => absence.Gap).Where(gap => gap.To is not null)];
            return past.Length >= 2 ? (past.MinBy(gap => gap.Days(gap.To!.Value))!, past.MaxBy(gap => gap.Days(gap.To!.Value))!) : null;
        }
    }

    /// <summary>Takes the facts out of a timeline.</summary>
    public static PersonRhythm Of(PatientTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        DateOnly? endedOn = Earlier(timeline.Patient.ClosedOn, timeline.Patient.DeceasedOn);
        return new PersonRhythm(
            [.. timeline.Gaps.Where(gap => gap.To is not null || endedOn is null).Select(gap => new OwnAbsence(gap, AgreedBefore(gap, timeline))).Reverse()],
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

    private static NextStep? AgreedBefore(TimelineGap gap, PatientTimeline timeline) =>
        timeline.Course.InForceOn(gap.From) is { } agreement ? timeline.Steps.LastOrDefault(step => step.Agreement == agreement) : null;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}

/// <summary>One of a person's own absences.</summary>
/// <param name="Gap">Its days, and what was told of it.</param>
/// <param name="Agreed">What stood about the next time as it began.</param>
public sealed record OwnAbsence(TimelineGap Gap, NextStep? Agreed);

/// <summary>A period of follow-up and the intervals between its visits.</summary>
/// <param name="Period">The period.</param>
/// <param name="Intervals">Days between neighbouring visit days, shortest first; a pause inside the period is none of them.</param>
/// <param name="Ongoing">Whether it still goes on; it is then kept out of what is said of periods that are over.</param>
public sealed record PeriodRhythm(TimelineEpisode Period, IReadOnlyList<int> Intervals, bool Ongoing)
{
    /// <summary>The median interval in days; unknown with a single visit day.</summary>
    public decimal? Usual => Intervals.Count == 0 ? null : Median.Of(Intervals);

    /// <summary>Measures one period of a timeline.</summary>
    public static PeriodRhythm Of(TimelineEpisode period, PatientTimeline timeline, bool isLast)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(timeline);
        HashSet<DateOnly> pauses = [.. timeline.Course.Gaps.Select(gap => gap.From)];
        DateOnly[] days = [.. timeline.Held.Where(visit => visit.EpisodeId == period.Episode.Id).Select(visit => visit.HeldOn).Distinct()];
        bool ended = timeline.Patient.ClosedOn is not null || timeline.Patient.DeceasedOn is not null;
        return new PeriodRhythm(
            period,
            [.. days.Zip(days.Skip(1)).Where(pair => !pauses.Contains(pair.First)).Select(pair => pair.Second.DayNumber - pair.First.DayNumber).Order()],
            isLast && !ended && !period.OnHold && period.Episode.ClosedOn is null);
    }
}
