using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Timelines;

namespace CareJournal.AwayReview;

/// <summary>
/// The result of the review of follow-ups for one person on a day. Silence is judged against what was agreed and against the
/// person's own past, never against a rate. Pure: the same answer at any hour of one civil day.
/// </summary>
/// <param name="State">The state of the follow-up.</param>
/// <param name="Lists">The lists that the person is in, after the decisions that were taken.</param>
/// <param name="Step">The next step in force.</param>
/// <param name="Series">The series of the present run, when the last visit is within the threshold.</param>
public sealed record AwayJudgement(AwayState State, IReadOnlySet<AwayList> Lists, NextStepFact? Step, SeriesToReview? Series)
{
    /// <summary>Judges one person.</summary>
    /// <param name="facts">What is recorded.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="open">The practice's open days.</param>
    public static AwayJudgement Judge(AwayFacts facts, DateOnly today, OpenDays open)
    {
        NextStepFact? step = facts.StepOn(today);
        AwayState state = StateOf(facts, step, today, open);
        SeriesToReview? series = state == AwayState.Ended ? null : SeriesToReview.Of(facts, today);
        return new AwayJudgement(state, ListsOf(facts, state, series, today), step, series);
    }

    /// <summary>Returns the state of the follow-up of a timeline on its day.</summary>
    public static AwayState StateOf(PatientTimeline timeline)
    {
        AwayFacts facts = AwayFacts.Of(timeline);
        return StateOf(facts, facts.StepOn(timeline.Today), timeline.Today, new OpenDays(timeline.Closures.Select(closure => new DateSpan(closure.From, closure.To))));
    }

    /// <summary>Returns how the follow-up of a timeline has ended by its day; <c>null</c> while it goes on.</summary>
    public static FollowUpEnding? EndingOf(PatientTimeline timeline) => FollowUpEnding.Of(AwayFacts.Of(timeline), timeline.Today);

    /// <summary>Returns the band of a last visit; clipped month ends count as the month's last day.</summary>
    public static AwayBand BandOf(DateOnly lastVisit, DateOnly today) =>
        today >= lastVisit.AddMonths(24) ? AwayBand.TwoYearsAndMore
        : today >= lastVisit.AddMonths(12) ? AwayBand.OneToTwoYears
        : today >= lastVisit.AddMonths(6) ? AwayBand.SixToTwelveMonths
        : today >= lastVisit.AddMonths(3) ? AwayBand.ThreeToSixMonths
        : AwayBand.UnderThreeMonths;

    private static AwayState StateOf(AwayFacts facts, NextStepFact? step, DateOnly today, OpenDays open)
    {
        bool endedByStep = step is { Kind: NextStepKind.HandedOver or NextStepKind.EndedTogether } && !(facts.LastVisit > step.Agreement.SaidOn);
        if (facts.Closed || endedByStep)
        {
            return AwayState.Ended;
        }

        if (facts.LastVisit is not { } last)
        {
            return AwayState.NoVisit;
        }

        if (facts.Planned.Any(day => day >= today))
        {
            return AwayState.Booked;
        }

        bool agreed = step is { Kind: NextStepKind.Every or NextStepKind.BackBy } && !Lateness.IsMet(step.Agreement, last);
        if (agreed)
        {
            return Lateness.IsLate(step!.Agreement, last, today, open) ? AwayState.Late : AwayState.Expected;
        }

        return facts.Course.RunningGap(today) is null ? AwayState.Recent : step?.Kind == NextStepKind.DoorOpen ? AwayState.Quiet : AwayState.Undecided;
    }

    private static HashSet<AwayList> ListsOf(AwayFacts facts, AwayState state, SeriesToReview? series, DateOnly today)
    {
        HashSet<AwayList> lists = [];
        if (!(facts.LastVisit < facts.AskedFrom))
        {
            AwayList? byState = state switch
            {
                AwayState.Late => AwayList.Late,
                AwayState.Undecided => AwayList.Undecided,
                AwayState.Quiet => AwayList.DoorOpen,
                _ => null,
            };
            lists.UnionWith(byState is { } list ? [list] : []);
            lists.UnionWith(series?.Due == true ? [AwayList.TakeStock] : []);
        }

        lists.RemoveWhere(list => facts.Decisions.Any(decision => decision.AwayList == list && decision.Hides(today, facts.LastVisit)));
        return lists;
    }
}
