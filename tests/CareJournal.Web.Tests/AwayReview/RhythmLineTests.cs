using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.NextSteps;

namespace CareJournal.Web.AwayReview;

/// <summary>Tests the line of time with the two rhythms and today.</summary>
public sealed class RhythmLineTests
{
    [Fact]
    public void A_line_of_rhythm_has_a_tick_for_each_rhythm_at_its_share_of_the_time_since_the_last_session()
    {
        var today = AwayTestContext.Today;
        DateOnly[] held = [.. new[] { 127, 120, 113, 106 }.Select(days => today.AddDays(-days))];
        NextStepFact step = Every(held[^1], 14);
        var course = VisitCourse.Create(held, [step.Agreement], 90);
        AwayFacts facts = new(Guid.Empty, held, course, [step]);
        var line = RhythmLine.Of(new("", facts, AwayJudgement.Judge(facts, today, OpenDays.Always), default), today);

        Assert.Equal([(RhythmTickKind.Agreed, 14m), (RhythmTickKind.Observed, 7m), (RhythmTickKind.Today, 106m)], line.Ticks.Select(tick => (tick.Kind, tick.Days)));
        Assert.All(line.Ticks, tick => Assert.Equal((double)(100 * tick.Days / line.Days), tick.Percent, 6));
        Assert.All(line.Ticks, tick => Assert.InRange(tick.Percent, 0, 100));
    }

    private static NextStepFact Every(DateOnly saidOn, int days) => new(new Agreement(saidOn, 1, days, null), NextStepKind.Every, null, false, DecidedBy.Both);
}
