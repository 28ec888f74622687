using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;

namespace CareJournal.AwayReview;

/// <summary>
/// Where one person stands in the review of follow-ups on a day. Silence is judged against what was agreed and against the
/// person's own past, never against a rate. Pure: the same answer at any hour of one civil day.
/// </summary>
/// <param name="State">Where the follow-up stands.</param>
/// <param name="Shelves">The shelves on which the person stands, after the decisions that were taken.</param>
/// <param name="Step">What stands about the next time.</param>
/// <param name="Series">The series of the present run, when the person has come within the threshold.</param>
public sealed record AwayJudgement(AwayState State, IReadOnlySet<Shelf> Shelves, NextStepFact? Step, SeriesToReview? Series)
{
    /// <summary>Judges a person.</summary>
    /// <param name="facts">What is recorded.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="open">The practice's open days.</param>
    public static AwayJudgement Judge(AwayFacts facts, DateOnly today, OpenDays open)
    {
        ArgumentNullException.ThrowIfNull(facts);
        NextStepFact? step = StandingStep(facts, today);
        AwayState state = StateOf(facts, step, today, open);
        SeriesToReview? series = state == AwayState.Ended ? null : SeriesToReview.Of(facts, step, today);
        return new AwayJudgement(state, Shelve(facts, state, series, today), step, series);
    }

    /// <summary>The band of a last visit; clipped month ends count as the month's last day.</summary>
    public static AwayBand BandOf(DateOnly lastVisit, DateOnly today) =>
        today >= lastVisit.AddMonths(24) ? AwayBand.TwoYearsAndMore
        : today >= lastVisit.AddMonths(12) ? AwayBand.OneToTwoYears
        : today >= lastVisit.AddMonths(6) ? AwayBand.SixToTwelveMonths
        : today >= lastVisit.AddMonths(3) ? AwayBand.ThreeToSixMonths
        : AwayBand.UnderThreeMonths;

    private static NextStepFact? StandingStep(AwayFacts facts, DateOnly today) =>
        facts.Course.InForceOn(today) is { } agreement ? facts.Steps.LastOrDefault(step => step.Agreement == agreement) : null;

    private static AwayState StateOf(AwayFacts facts, NextStepFact? step, DateOnly today, OpenDays open)
    {
        bool endedByStep = step is { Kind: NextStepKind.HandedOver or NextStepKind.EndedTogether } && !(facts.LastVisit > step.Agreement.SaidOn);
        if (facts.Closed || endedByStep)
        {
            return AwayState.Ended;
        }

        if (facts.LastVisit is not { } last || facts.Course.Latest is not { } rhythm)
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

        int days = today.DayNumber - last.DayNumber;
        return days <= rhythm.GapThreshold ? AwayState.Recent : step?.Kind == NextStepKind.DoorOpen ? AwayState.Quiet : AwayState.Undecided;
    }

    private static HashSet<Shelf> Shelve(AwayFacts facts, AwayState state, SeriesToReview? series, DateOnly today)
    {
        HashSet<Shelf> shelves = [];
        if (!(facts.LastVisit < facts.AskedFrom))
        {
            Shelf? byState = state switch
            {
                AwayState.Late => Shelf.Late,
                AwayState.Undecided => Shelf.Undecided,
                AwayState.Quiet => Shelf.DoorOpen,
                _ => null,
            };
            shelves.UnionWith(byState is { } shelf ? [shelf] : []);
            shelves.UnionWith(series?.Due == true ? [Shelf.TakeStock] : []);
        }

        shelves.RemoveWhere(shelf => facts.Decisions.Any(decision => decision.Shelf == shelf && decision.Hides(today, facts.LastVisit)));
        return shelves;
    }
}
