using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Episodes;

namespace CareJournal.Caseload;

/// <summary>One part of the sentence by which the overview is filtered. Pure.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Number">The months or sessions of the kinds that need a figure.</param>
public sealed record CaseloadCriterion(CaseloadCriterionKind Kind, int? Number = null)
{
    /// <summary>The largest figure that can be asked for.</summary>
    public const int LargestNumber = 999;

    /// <summary>The figure that a kind begins with; <c>null</c> where it needs none.</summary>
    public static int? UsualNumber(CaseloadCriterionKind kind) => kind switch
    {
        CaseloadCriterionKind.SilentFor => 6,
        CaseloadCriterionKind.AtLeastVisits => 5,
        CaseloadCriterionKind.FlareUpTold => 12,
        _ => null,
    };

    /// <summary>The reason for follow-up that is asked for.</summary>
    public FollowUpCondition? Condition { get; init; }

    /// <summary>What the latest period was opened because of.</summary>
    public OpenedBecause Because { get; init; }

    /// <summary>Whether the criterion is true of a person today.</summary>
    public bool Holds(CaseloadPerson person, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(person);
        int number = Number ?? UsualNumber(Kind) ?? 0;
        VisitCourse course = person.Facts.Course;
        return Kind switch
        {
            CaseloadCriterionKind.SilentFor => person.Facts.LastVisit is { } last && last.AddMonths(number) <= today,
            CaseloadCriterionKind.AtLeastVisits => person.Facts.HeldOn.Count >= number,
            CaseloadCriterionKind.NotEnded => person.Judgement.State != AwayState.Ended,
            CaseloadCriterionKind.LongerThanEver => LongerThanEver(person, today),
            CaseloadCriterionKind.FlareUpTold => person.FlareUps.Any(flareUp => flareUp.ToldOn > today.AddMonths(-number)),
            CaseloadCriterionKind.InFlareUp => person.FlareUps.Any(flareUp => flareUp.End is null),
            CaseloadCriterionKind.NoOpenDoor => !person.DoorOpen,
            CaseloadCriterionKind.DatePassed => person.Judgement.State == AwayState.Late,
            CaseloadCriterionKind.NothingAgreed => person.Judgement.State != AwayState.Ended && person.Judgement.Step is null,
            CaseloadCriterionKind.ReturnedThisMonth => course.Gaps.LastOrDefault() is { } gap && (gap.To.Year, gap.To.Month) == (today.Year, today.Month),
            CaseloadCriterionKind.SeriesToReview => person.Judgement.Series is { Due: true },
            CaseloadCriterionKind.Condition => Condition is { } asked && person.Grounds.Conditions.Contains(asked),
            CaseloadCriterionKind.Period => person.Grounds.PeriodBecause == Because,
            _ => throw new ArgumentOutOfRangeException(nameof(person), Kind, "No such criterion."),
        };
    }

    // Only a person with a past absence has a length to be longer than.
    private static bool LongerThanEver(CaseloadPerson person, DateOnly today) =>
        person.Facts.Course is { Latest: { } last } course
        && course.Gaps.Any()
        && today.DayNumber - last.At.DayNumber > Math.Max(last.GapThreshold, course.Gaps.Max(gap => gap.Days));
}

/// <summary>What can be asked of every person.</summary>
public enum CaseloadCriterionKind
{
    /// <summary>No session for so many months.</summary>
    SilentFor,

    /// <summary>At least so many sessions.</summary>
    AtLeastVisits,

    /// <summary>The follow-up is not concluded, handed over or closed.</summary>
    NotEnded,

    /// <summary>The present silence is an absence, and longer than every one before.</summary>
    LongerThanEver,

    /// <summary>A flare-up was told within so many months.</summary>
    FlareUpTold,

    /// <summary>A flare-up goes on, as told.</summary>
    InFlareUp,

    /// <summary>The door was not said to be open.</summary>
    NoOpenDoor,

    /// <summary>The agreed date has passed.</summary>
    DatePassed,

    /// <summary>Nothing stands about the next time.</summary>
    NothingAgreed,

    /// <summary>Came back this calendar month after an absence.</summary>
    ReturnedThisMonth,

    /// <summary>A series without a stated reason.</summary>
    SeriesToReview,

    /// <summary>Followed for this reason.</summary>
    Condition,

    /// <summary>The latest period was opened because of this.</summary>
    Period,
}
