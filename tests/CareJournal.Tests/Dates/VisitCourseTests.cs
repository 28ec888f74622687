using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Dates;

/// <summary>The vectors A and B, and the properties, of the rules of time.</summary>
public sealed class VisitCourseTests
{
    private static readonly DateOnly[] TenYears =
    [
        .. new[]
        {
            "2016-01-11", "2016-01-25", "2016-02-08", "2016-02-22", "2016-03-21", "2016-04-18", "2016-12-19", "2017-01-02", "2017-01-16", "2017-02-13",
            "2018-02-19", "2018-03-05", "2018-03-19", "2018-05-14", "2018-08-20", "2018-11-26", "2019-09-02",
        }.Select(Day),
    ];

    private static readonly Agreement[] Said =
    [
        new(Day("2018-05-14"), 1, EveryDays: 90),
        new(Day("2018-11-26"), 1),
        new(Day("2019-09-02"), 1),
    ];

    public static VisitCourse VectorA => VisitCourse.Create(TenYears, Said, 90);

    [Theory]
    [InlineData("2016-01-11", 14, null, 90, IntervalClass.Regular)]
    [InlineData("2016-01-25", 14, null, 90, IntervalClass.Regular)]
    [InlineData("2016-02-08", 14, null, 90, IntervalClass.Regular)]
    [InlineData("2016-02-22", 28, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2016-03-21", 28, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2016-04-18", 245, 14.0, 90, IntervalClass.Gap)]
    [InlineData("2016-12-19", 14, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2017-01-02", 14, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2017-01-16", 28, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2017-02-13", 371, 28.0, 90, IntervalClass.Gap)]
    [InlineData("2018-02-19", 14, 28.0, 90, IntervalClass.Regular)]
    [InlineData("2018-03-05", 14, 14.0, 90, IntervalClass.Regular)]
    [InlineData("2018-03-19", 56, 14.0, 90, IntervalClass.Stretched)]
    [InlineData("2018-05-14", 98, 90.0, 180, IntervalClass.Regular)]
    [InlineData("2018-08-20", 98, 90.0, 180, IntervalClass.Regular)]
    [InlineData("2018-11-26", 280, 56.0, 112, IntervalClass.Gap)]
    public void Ten_years_read_as_regular_stretched_and_gap(string from, int days, double? rhythm, int threshold, IntervalClass expected)
    {
        VisitInterval interval = Assert.Single(VectorA.Intervals, interval => interval.From == Day(from));
        Assert.Equal((days, (decimal?)rhythm, threshold, expected), (interval.Days, interval.Rhythm.Days, interval.Rhythm.GapThreshold, interval.Class));
    }

    [Fact]
    public void Ten_years_fall_into_four_groups()
    {
        Assert.Equal([6, 4, 6, 1], VectorA.Groups.Select(group => group.Days.Count));
        Assert.Equal(
            [("2016-01-11", "2016-04-18"), ("2016-12-19", "2017-02-13"), ("2018-02-19", "2018-11-26"), ("2019-09-02", "2019-09-02")],
            VectorA.Groups.Select(group => (group.First.ToString("yyyy-MM-dd"), group.Last.ToString("yyyy-MM-dd"))));
        Assert.Equal(280, VectorA.UsualGap);
    }

    [Fact]
    public void A_visit_entered_years_later_changes_only_the_classes_around_it()
    {
        VisitCourse course = VisitCourse.Create([.. TenYears, Day("2016-07-04")], Said, 90);
        VisitInterval before = Assert.Single(course.Intervals, interval => interval.To == Day("2016-07-04"));
        VisitInterval after = Assert.Single(course.Intervals, interval => interval.From == Day("2016-07-04"));
        Assert.Equal((77, 14m, IntervalClass.Stretched), (before.Days, before.Rhythm.Days!.Value, before.Class));
        Assert.Equal((168, 28m, IntervalClass.Gap), (after.Days, after.Rhythm.Days!.Value, after.Class));
        Assert.Equal(
            VectorA.Intervals.Where(interval => interval.From != Day("2016-04-18")).Select(interval => (interval.From, interval.Class)),
            course.Intervals.Where(interval => interval != before && interval != after).Select(interval => (interval.From, interval.Class)));
    }

    [Fact]
    public void A_gap_starts_one_day_after_the_threshold()
    {
        Assert.Equal(IntervalClass.Regular, ClassOf([], "2024-01-01", "2024-03-31"));
        Assert.Equal(IntervalClass.Gap, ClassOf([], "2024-01-01", "2024-04-01"));
    }

    [Fact]
    public void After_weekly_visits_four_weeks_are_stretched_and_three_months_are_a_gap()
    {
        VisitCourse course = Course([], "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05", "2024-02-12", "2024-03-11", "2024-04-22", "2024-07-22");
        Assert.Equal(
            [(28, IntervalClass.Stretched), (42, IntervalClass.Stretched), (91, IntervalClass.Gap)],
            course.Intervals.TakeLast(3).Select(interval => (interval.Days, interval.Class)));
        Assert.Equal((7m, 21m), (course.Intervals[^1].Rhythm.Days!.Value, course.Intervals[^1].Rhythm.StretchLimit()!.Value));
    }

    [Fact]
    public void A_date_agreed_beforehand_carries_seven_days_of_grace()
    {
        Agreement[] said = [new(Day("2024-01-08"), 1, BackBy: Day("2024-07-08"))];
        Assert.Equal(IntervalClass.Regular, ClassOf(said, "2024-01-08", "2024-07-15"));
        Assert.Equal(IntervalClass.Gap, ClassOf(said, "2024-01-08", "2024-07-16"));
    }

    [Fact]
    public void A_long_interval_that_was_agreed_once_stays_out_of_the_rhythm()
    {
        Agreement[] said = [new(Day("2024-02-05"), 1, BackBy: Day("2024-07-05"))];
        VisitCourse course = Course(said, "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29", "2024-02-05", "2024-07-01");
        Assert.NotEqual(IntervalClass.Gap, course.Intervals[^1].Class);
        Assert.Equal(7m, course.Latest!.Days);
    }

    [Fact]
    public void A_return_after_a_gap_ends_what_was_agreed_before()
    {
        Agreement[] said = [new(Day("2024-01-08"), 1, EveryDays: 30)];
        VisitCourse course = Course(said, "2024-01-08", "2024-09-02");
        Assert.NotNull(course.InForceOn(Day("2024-09-01")));
        Assert.Null(course.InForceOn(Day("2024-09-02")));
    }

    [Fact]
    public void Three_gaps_that_resemble_each_other_offer_a_slow_rhythm()
    {
        VisitCourse course = Course([], "2022-01-10", "2022-04-11", "2022-07-11", "2022-10-10", "2023-01-09");
        Assert.All(course.Intervals, interval => Assert.Equal(IntervalClass.Gap, interval.Class));
        Assert.Equal(91, course.SlowRhythm(Day("2023-02-01")));
        Agreement[] agreed = [new(Day("2022-01-10"), 1, EveryDays: 91)];
        Assert.All(Course(agreed, "2022-01-10", "2022-04-11", "2022-07-11").Intervals, interval => Assert.Equal(IntervalClass.Regular, interval.Class));
    }

    [Fact]
    public void The_shortest_and_the_longest_past_pause_are_those_that_ended_and_the_earlier_of_equal_ones()
    {
        Assert.Null(Course([], "2024-01-01", "2024-03-31").GapRange);
        (VisitInterval only, VisitInterval same) = Course([], "2024-01-01", "2024-09-02").GapRange!.Value;
        Assert.Equal((Day("2024-01-01"), only), (only.From, same));
        (VisitInterval shortest, VisitInterval longest) = Course([], "2020-01-01", "2020-04-10", "2020-07-19", "2021-07-19", "2022-07-19").GapRange!.Value;
        Assert.Equal((Day("2020-01-01"), 100, Day("2020-07-19"), 365), (shortest.From, shortest.Days, longest.From, longest.Days));
    }

    [Fact]
    public void The_order_of_entry_changes_nothing() =>
        Prop.ForAll(Courses(), course =>
        {
            VisitCourse forwards = VisitCourse.Create(course.Days, course.Said, 90);
            VisitCourse backwards = VisitCourse.Create(course.Days.Reverse(), course.Said.Reverse(), 90);
            return forwards.Intervals.SequenceEqual(backwards.Intervals);
        }).Check(seed: 20261104);

    [Fact]
    public void A_later_visit_changes_no_earlier_class() =>
        Prop.ForAll(Courses(), course =>
        {
            VisitCourse whole = VisitCourse.Create(course.Days, course.Said, 90);
            DateOnly[] sorted = [.. course.Days.Distinct().Order()];
            VisitCourse shorter = VisitCourse.Create(sorted.SkipLast(1), course.Said, 90);
            return whole.Intervals.Take(shorter.Intervals.Count).SequenceEqual(shorter.Intervals);
        }).Check(seed: 20261105);

    [Fact]
    public void The_groups_hold_every_visit_day_once() =>
        Prop.ForAll(Courses(), course =>
            VisitCourse.Create(course.Days, course.Said, 90).Groups.SelectMany(group => group.Days).SequenceEqual(course.Days.Distinct().Order())).Check(seed: 20261106);

    [Fact]
    public void Two_visits_on_one_day_are_one_date() =>
        Assert.Single(Course([], "2024-01-08", "2024-01-08", "2024-01-15").Intervals);

    private static VisitCourse Course(Agreement[] said, params string[] days) => VisitCourse.Create(days.Select(Day), said, 90);

    private static IntervalClass ClassOf(Agreement[] said, params string[] days) => Assert.Single(Course(said, days).Intervals).Class;

    private static Arbitrary<(DateOnly[] Days, Agreement[] Said)> Courses() => Arb.From(
        from count in Gen.Choose(1, 40)
        from steps in Gen.ArrayOf(Gen.Frequency((6, Gen.Choose(1, 40)), (2, Gen.Choose(41, 120)), (1, Gen.Choose(121, 900))), count)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 5), count)
        let days = steps.Aggregate(new List<DateOnly> { Day("2010-01-04") }, (all, step) => [.. all, all[^1].AddDays(step)]).ToArray()
        let said = kinds.Select((kind, index) => kind switch
        {
            0 => new Agreement(days[index], 1, EveryDays: 30),
            1 => new Agreement(days[index], 1, BackBy: days[index].AddDays(100)),
            2 => new Agreement(days[index], 1),
            _ => null,
        }).OfType<Agreement>().ToArray()
        select (days, said));
}
