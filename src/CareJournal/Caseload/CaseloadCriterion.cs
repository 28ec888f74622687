using CareJournal.AwayReview;
using CareJournal.Episodes;
using CareJournal.Search;

namespace CareJournal.Caseload;

/// <summary>One part of the sentence by which the overview is filtered. Pure.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Number">The months or sessions of the kinds that need a figure.</param>
public sealed record CaseloadCriterion(CaseloadCriterionKind Kind, int? Number = null)
{
    /// <summary>The largest figure that can be asked for.</summary>
    public const int LargestNumber = 999;

    /// <summary>Returns the default figure of a kind; <c>null</c> where it needs none.</summary>
    public static int? UsualNumber(CaseloadCriterionKind kind) => kind switch
    {
        CaseloadCriterionKind.SilentFor => 6,
        CaseloadCriterionKind.AtLeastVisits => 5,
        CaseloadCriterionKind.FlareUpTold => 12,
        _ => null,
    };

    /// <summary>The reason for follow-up that is asked for.</summary>
    public FollowUpCondition? Condition { get; init; }

    /// <summary>The occasion on which the latest period was opened.</summary>
    public OpenedBecause Because { get; init; }

    /// <summary>The theme that is asked for.</summary>
    public PeopleTheme? Theme { get; init; }

    /// <summary>Whether the criterion is true of a person today.</summary>
    public bool Holds(CaseloadPerson person, DateOnly today)
    {
        int number = Number ?? UsualNumber(Kind) ?? 0;
        VisitCourse course = person.Facts.Course;
        return Kind switch
        {
            CaseloadCriterionKind.SilentFor => person.Facts.LastVisit is { } last && last.AddMonths(number) <= today,
            CaseloadCriterionKind.AtLeastVisits => person.Facts.HeldOn.Count >= number,
            CaseloadCriterionKind.LongerThanEver => LongerThanEver(person, today),
            CaseloadCriterionKind.FlareUpTold => person.FlareUps.Any(flareUp => flareUp.ReportedOn > today.AddMonths(-number)),
            CaseloadCriterionKind.InFlareUp => person.FlareUps.Any(flareUp => flareUp.End is null),
            CaseloadCriterionKind.NoOpenDoor => !person.DoorOpen,
            CaseloadCriterionKind.DatePassed => person.Judgement.State == AwayState.Late,
            CaseloadCriterionKind.NothingAgreed => !person.IsEnded && person.Judgement.Step is null,
            CaseloadCriterionKind.ReturnedThisMonth => course.Gaps.LastOrDefault() is { } gap && (gap.To.Year, gap.To.Month) == (today.Year, today.Month),
            CaseloadCriterionKind.SeriesToReview => person.Judgement.Series is { Due: true },
            CaseloadCriterionKind.Condition => Condition is { } asked && person.Grounds.Conditions.Contains(asked),
            CaseloadCriterionKind.Theme => Theme?.People.Contains(person.Facts.PatientId) == true,
            CaseloadCriterionKind.Period => person.Grounds.PeriodBecause == Because,
            _ => throw new ArgumentOutOfRangeException(nameof(person), Kind, "No such criterion."),
        };
    }

    // Only a person with a past absence has a length to be longer than.
    private static bool LongerThanEver(CaseloadPerson person, DateOnly today) =>
        person.Facts.Course.RunningGap(today) > person.Facts.Course.GapRange?.Longest.Days;
}

/// <summary>The kinds of criteria.</summary>
public enum CaseloadCriterionKind
{
    /// <summary>No session for so many months.</summary>
    SilentFor,

    /// <summary>At least so many sessions.</summary>
    AtLeastVisits,

    /// <summary>The present silence is an absence, and longer than every one before.</summary>
    LongerThanEver,

    /// <summary>A flare-up was reported within so many months.</summary>
    FlareUpTold,

    /// <summary>A flare-up is going on, as reported.</summary>
    InFlareUp,

    /// <summary>The door is not recorded as open.</summary>
    NoOpenDoor,

    /// <summary>The agreed date has passed.</summary>
    DatePassed,

    /// <summary>No next step is in force.</summary>
    NothingAgreed,

    /// <summary>Came back this calendar month after an absence.</summary>
    ReturnedThisMonth,

    /// <summary>A series without a stated reason.</summary>
    SeriesToReview,

    /// <summary>Followed for this reason.</summary>
    Condition,

    /// <summary>The latest period was opened because of this.</summary>
    Period,

    /// <summary>A theme is written about the person. A word of the record: it is in no address and in no kept view.</summary>
    Theme,
}
