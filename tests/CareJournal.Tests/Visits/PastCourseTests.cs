using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Support;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>The pauses and periods of sessions of the past, among those of the journal.</summary>
public sealed class PastCourseTests
{
    private static readonly Guid Recorded = Guid.CreateVersion7();

    [Fact]
    public void A_pause_is_before_a_session_that_comes_after_the_threshold_and_a_period_begins_with_it()
    {
        IReadOnlyList<PastPlace> places = Place(Nothing(), "2019-03-12", "2019-04-03", "2020-02-03", "2020-02-17");
        Assert.Equal([null, null, Day("2019-04-03"), null], places.Select(place => place.Since));
        Assert.Equal([true, false, true, false], places.Select(place => place.Opens));
        Assert.Equal([true, false, false, false], places.Select(place => place.IsFirstOfAll));
        Assert.Equal([places[0].PeriodId, places[0].PeriodId, places[2].PeriodId, places[2].PeriodId], places.Select(place => place.PeriodId));
    }

    [Fact]
    public void The_threshold_itself_is_no_pause_and_a_day_more_is_one() =>
        Assert.Equal([null, null, Day("2019-04-01")], Place(Nothing(), "2019-01-01", "2019-04-01", "2019-07-01").Select(place => place.Since));

    [Fact]
    public void A_next_step_of_a_row_lengthens_what_is_no_pause_yet()
    {
        (DateOnly, NextStepForm?)[] sessions = [(Day("2019-01-01"), new NextStepForm { Kind = NextStepKind.BackBy, BackBy = Day("2019-06-01") }), (Day("2019-06-05"), null), (Day("2019-11-05"), null)];
        Assert.Equal([null, null, Day("2019-06-05")], PastCourse.Place(Nothing(), sessions).Select(place => place.Since));
    }

    [Theory]
    [InlineData("2020-01-10")]
    [InlineData("2020-01-10 2019-12-01 2019-10-15")]
    [InlineData("2020-03-01 2020-04-10 2019-12-30")]
    public void Sessions_without_a_pause_between_them_and_recorded_ones_join_their_period_whichever_is_first(string days) =>
        Assert.All(Place(Nothing() with { Held = [(Day("2020-02-01"), Recorded)] }, days.Split(' ')), place => Assert.Equal((Recorded, false), (place.PeriodId, place.Opens)));

    [Fact]
    public void A_closed_period_is_never_extended()
    {
        PastFacts facts = Nothing() with { Held = [(Day("2020-02-01"), Recorded)], ClosedPeriods = new Dictionary<Guid, DateOnly> { [Recorded] = Day("2020-02-20") } };
        IReadOnlyList<PastPlace> places = Place(facts, "2020-02-10", "2020-03-01", "2020-03-10");
        Assert.Equal([false, true, false], places.Select(place => place.Opens));
        Assert.Equal(places[1].PeriodId, places[2].PeriodId);
    }

    [Fact]
    public void On_a_day_that_has_a_session_already_the_pause_was_told_with_that_one()
    {
        PastFacts facts = Nothing() with { Held = [(Day("2019-01-01"), Recorded), (Day("2020-01-01"), Guid.CreateVersion7())] };
        Assert.Null(Place(facts, "2020-01-01")[0].Since);
        Assert.Equal([Day("2018-01-01"), null], Place(Nothing(), "2018-01-01", "2019-01-01", "2019-01-01").Skip(1).Select(place => place.Since));
    }

    /// <summary>The rule for one session, applied one after the other, is the rule for all; the order of the rows is none of it.</summary>
    [Fact]
    public void The_pauses_are_those_of_the_whole_course_and_the_order_of_the_rows_changes_nothing() =>
        Prop.ForAll(
            (from rows in Gen.ListOf(Gen.Choose(0, 2_000)) from held in Gen.ListOf(Gen.Choose(0, 2_000)) select (Rows: rows.ToArray(), Held: held.ToArray())).ToArbitrary(),
            drawn =>
            {
                DateOnly[] rows = [.. drawn.Rows.Select(Day("2015-01-01").AddDays)];
                Dictionary<DateOnly, Guid> periods = [];
                VisitCourse recorded = VisitCourse.Create(drawn.Held.Select(Day("2015-01-01").AddDays), [], 90);
                foreach (VisitGroup group in recorded.Groups)
                {
                    Guid id = Guid.CreateVersion7();
                    group.Days.ToList().ForEach(day => periods[day] = id);
                }

                PastFacts facts = Nothing() with { Held = [.. periods.Select(day => (day.Key, (Guid?)day.Value))] };
                VisitCourse whole = VisitCourse.Create([.. rows, .. periods.Keys], [], 90);
                IReadOnlyList<PastPlace> places = Place(facts, rows);
                IReadOnlyList<PastPlace> reversed = [.. Place(facts, [.. rows.Reverse()]).Reverse()];
                for (int at = 0; at < rows.Length; at++)
                {
                    // Without a pause between them, neighbours are of one period, unless both were recorded apart before.
                    VisitInterval? before = whole.Intervals.FirstOrDefault(interval => interval.To == rows[at] && interval.Class != IntervalClass.Gap);
                    if (before is not null && !periods.ContainsKey(rows[at]))
                    {
                        Guid? of = periods.TryGetValue(before.From, out Guid known) ? known : places[Array.IndexOf(rows, before.From)].PeriodId;
                        Assert.Equal(of, places[at].PeriodId);
                    }

                    Assert.Equal(rows.Distinct().Count(day => day == rows[at] && !periods.ContainsKey(day) && whole.Gaps.Any(gap => gap.To == day)), rows.Index().Count(row => row.Item == rows[at] && places[row.Index].Since is not null));
                    Assert.Equal(periods.ContainsValue(places[at].PeriodId), periods.ContainsValue(reversed[at].PeriodId));
                    Assert.True(places[at].PeriodId == reversed[at].PeriodId || !periods.ContainsValue(places[at].PeriodId));
                }

                Assert.Equal(places.Count(place => place.Opens), reversed.Count(place => place.Opens));
            }).Check(seed: 20261130);

    private static PastFacts Nothing() => new(Guid.Empty, new LifeSpan(null), [], new Dictionary<Guid, DateOnly>(), [], 90);

    private static IReadOnlyList<PastPlace> Place(PastFacts facts, params string[] days) => Place(facts, [.. days.Select(Day)]);

    private static IReadOnlyList<PastPlace> Place(PastFacts facts, DateOnly[] days) => PastCourse.Place(facts, [.. days.Select(day => (day, (NextStepForm?)null))]);
}
