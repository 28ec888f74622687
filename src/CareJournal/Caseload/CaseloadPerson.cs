using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Patients;

namespace CareJournal.Caseload;

/// <summary>One person as a row of the overview. Facts and durations only: no ratio, no rate, no score of a person.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Facts">What is recorded of the follow-up.</param>
/// <param name="Judgement">The result of the review today.</param>
public sealed record CaseloadPerson(PatientName Name, AwayFacts Facts, AwayJudgement Judgement)
{
    /// <summary>The flare-ups as reported, in order of their beginning.</summary>
    public IReadOnlyList<CaseloadFlareUp> FlareUps { get; init; } = [];

    /// <summary>The grounds on which the person is followed.</summary>
    public FollowUpGrounds Grounds { get; init; } = FollowUpGrounds.None;

    /// <summary>The first held visit.</summary>
    public DateOnly? FirstVisit => Facts.HeldOn.Count == 0 ? null : Facts.HeldOn[0];

    /// <summary>The day at which the beginning of the last flare-up is drawn: the middle of a vague date.</summary>
    public DateOnly? LastFlareUp => FlareUps.Count == 0 ? null : FlareUps[^1].Start.Middle;

    /// <summary>The date agreed for the next time; <c>null</c> where none is in force, or where it was kept.</summary>
    public DateOnly? AgreedOn => Judgement.State is AwayState.Late or AwayState.Expected
        ? new AwayRow(Name.Name, Facts, Judgement, default).AgreedOn
        : null;

    /// <summary>Days since the last held visit; <c>null</c> without one.</summary>
    public int? Silence(DateOnly today) => Facts.LastVisit is { } last ? today.DayNumber - last.DayNumber : null;

    /// <summary>Counts the flare-ups that may have begun within the twelve months that end today.</summary>
    public int FlareUpsInTwelveMonths(DateOnly today) => FlareUps.Count(flareUp => flareUp.Start.Latest > today.AddMonths(-12));

    /// <summary>Returns the date on which the row is aligned, as precisely as it is known; <c>null</c> where this person has no such date.</summary>
    public FuzzyDate? DateOf(CaseloadAnchor anchor, DateOnly today) =>
        anchor == CaseloadAnchor.LastFlareUp ? FlareUps.Count == 0 ? null : FlareUps[^1].Start
        : DayOf(anchor, today) is { } day ? FuzzyDate.OnDay(day)
        : null;

    /// <summary>Returns the day on which the row is aligned; <c>null</c> where this person has no such day.</summary>
    public DateOnly? DayOf(CaseloadAnchor anchor, DateOnly today) => anchor switch
    {
        CaseloadAnchor.FirstVisit => FirstVisit,
        CaseloadAnchor.LastVisit => Facts.LastVisit,
        CaseloadAnchor.LastFlareUp => LastFlareUp,
        CaseloadAnchor.PeriodStart => Grounds.PeriodStart,
        _ => today,
    };

    /// <summary>Whether the follow-up has ended: concluded together, handed over, or closed on the practitioner's side.</summary>
    public bool IsEnded => Judgement.State == AwayState.Ended;

    /// <summary>Whether the door is open: no other next step has replaced it since.</summary>
    public bool DoorOpen => Judgement.Step?.Kind == NextStepKind.DoorOpen;
}

/// <summary>A flare-up as the overview draws it.</summary>
/// <param name="Start">When it began, as remembered.</param>
/// <param name="End">When it ended; <c>null</c> while it goes on.</param>
/// <param name="ReportedOn">The day on which it was reported.</param>
public sealed record CaseloadFlareUp(FuzzyDate Start, FuzzyDate? End, DateOnly ReportedOn);

/// <summary>The days that rows can be aligned on.</summary>
public enum CaseloadAnchor
{
    /// <summary>Today: the calendar.</summary>
    Today,

    /// <summary>The first session.</summary>
    FirstVisit,

    /// <summary>The last session.</summary>
    LastVisit,

    /// <summary>The beginning of the last reported flare-up.</summary>
    LastFlareUp,

    /// <summary>The beginning of the latest period.</summary>
    PeriodStart,
}

/// <summary>The orders of the rows; each row shows its own reason in words.</summary>
public enum CaseloadRank
{
    /// <summary>Time since the last session, the longest first.</summary>
    SinceLastVisit,

    /// <summary>The agreed date, the earliest first; those without one last.</summary>
    AgreedDate,

    /// <summary>Flare-ups reported for the last twelve months, the most first.</summary>
    FlareUps,

    /// <summary>The name.</summary>
    Name,
}
