using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Patients;

namespace CareJournal.Caseload;

/// <summary>One person as a row of the overview. Facts and durations only: no ratio, no rate, no score of a person.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Facts">What is recorded of the follow-up.</param>
/// <param name="Judgement">Where they stand today.</param>
public sealed record CaseloadPerson(PatientName Name, AwayFacts Facts, AwayJudgement Judgement)
{
    /// <summary>Flare-ups as told, in order of their beginning.</summary>
    public IReadOnlyList<CaseloadFlareUp> FlareUps { get; init; } = [];

    /// <summary>Why the person is followed.</summary>
    public FollowUpGrounds Grounds { get; init; } = FollowUpGrounds.None;

    /// <summary>The first held visit.</summary>
    public DateOnly? FirstVisit => Facts.HeldOn.Count == 0 ? null : Facts.HeldOn[0];

    /// <summary>The day on which the last flare-up began, as well as it is known.</summary>
    public DateOnly? LastFlareUp => FlareUps.Count == 0 ? null : FlareUps[^1].Start.Middle;

    /// <summary>The date agreed for the next time; <c>null</c> where none stands, or where it was kept.</summary>
    public DateOnly? AgreedOn => Judgement.State is AwayState.Late or AwayState.Expected
        ? new AwayRow(Name.Name, Facts, Judgement, default).AgreedOn
        : null;

    /// <summary>Days since the last held visit; <c>null</c> without one.</summary>
    public int? Silence(DateOnly today) => Facts.LastVisit is { } last ? today.DayNumber - last.DayNumber : null;

    /// <summary>Flare-ups that may have begun within the twelve months that end today.</summary>
    public int FlareUpsInTwelveMonths(DateOnly today) => FlareUps.Count(flareUp => flareUp.Start.Latest > today.AddMonths(-12));

    /// <summary>The day on which the row is aligned; <c>null</c> where this person has no such day.</summary>
    public DateOnly? DayOf(CaseloadAnchor anchor, DateOnly today) => anchor switch
    {
        CaseloadAnchor.FirstVisit => FirstVisit,
        CaseloadAnchor.LastVisit => Facts.LastVisit,
        CaseloadAnchor.LastFlareUp => LastFlareUp,
        CaseloadAnchor.PeriodStart => Grounds.PeriodStart,
        _ => today,
    };

    /// <summary>Whether the door stands open: said, and nothing else since.</summary>
    public bool DoorOpen => Judgement.Step?.Kind == NextStepKind.DoorOpen;
}

/// <summary>A flare-up as the overview draws it.</summary>
/// <param name="Start">When it began, as remembered.</param>
/// <param name="End">When it ended; <c>null</c> while it goes on.</param>
/// <param name="ToldOn">The day on which it was told.</param>
public sealed record CaseloadFlareUp(FuzzyDate Start, FuzzyDate? End, DateOnly ToldOn);

/// <summary>What every row is aligned on.</summary>
public enum CaseloadAnchor
{
    /// <summary>Today: the calendar.</summary>
    Today,

    /// <summary>The first session.</summary>
    FirstVisit,

    /// <summary>The last session.</summary>
    LastVisit,

    /// <summary>The beginning of the last flare-up told.</summary>
    LastFlareUp,

    /// <summary>The beginning of the latest period.</summary>
    PeriodStart,
}

/// <summary>By what the rows are ranked; each row says its own reason in words.</summary>
public enum CaseloadRank
{
    /// <summary>Time since the last session, the longest first.</summary>
    SinceLastVisit,

    /// <summary>The agreed date, the earliest first; those without one last.</summary>
    AgreedDate,

    /// <summary>Flare-ups told for the last twelve months, the most first.</summary>
    FlareUps,

    /// <summary>The name.</summary>
    Name,
}
