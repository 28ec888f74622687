namespace CareJournal.Web.Timelines;

/// <summary>Which reading distances a follow-up has, and where it opens.</summary>
public sealed class TimelineLadderTests
{
    [Fact]
    public void Ten_years_have_all_five_stops_and_open_on_the_last_years()
    {
        TimelineLadder ladder = TimelineLadder.Create(100, 3700, 3650, 1200);
        Assert.Equal(Enum.GetValues<TimelineStop>(), ladder.Rungs.Select(rung => rung.Stop));
        Assert.Equal(TimelineStop.Years, ladder.Opening);
        Assert.Equal(1200.0 / 3700, ladder.Rungs[0].PixelsPerDay);
    }

    [Theory]
    [InlineData(1, 380, 0)]
    [InlineData(11, 3700, 3650)]
    [InlineData(200, 740, 730)]
    public void Few_sessions_or_a_short_follow_up_stand_whole_at_the_stop_of_one_year(int visits, double days, int followed)
    {
        TimelineLadder ladder = TimelineLadder.Create(visits, days, followed, 1200);
        Assert.Equal(TimelineStop.Year, ladder.Opening);
        Assert.Equal(TimelineStop.Year, ladder.Rungs[0].Stop);
        Assert.Equal(1200 / days, ladder.Rungs[0].PixelsPerDay);
        Assert.Null(ladder[TimelineStop.Course]);
    }

    [Fact]
    public void Four_years_need_no_stop_for_the_whole_course()
    {
        TimelineLadder ladder = TimelineLadder.Create(60, 1500, 1460, 1200);
        Assert.Null(ladder[TimelineStop.Course]);
        Assert.Equal(TimelineStop.Years, ladder.Rungs[0].Stop);
    }

    [Theory]
    [InlineData(40 * 365.25)]
    [InlineData(3700)]
    [InlineData(900)]
    public void Each_stop_is_nearer_than_the_one_before(double days)
    {
        double[] scales = [.. TimelineLadder.Create(2000, days, (int)days, 620).Rungs.Select(rung => rung.PixelsPerDay)];
        Assert.Equal(scales.Order(), scales);
        Assert.Equal(scales.Distinct(), scales);
        Assert.All(scales, scale => Assert.True(scale <= TimelineLadder.Nearest));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_year_of_more_than_a_thousand_sessions_is_printed_for_the_days_at_hand(int visits, bool whole)
    {
        TimelineLadder ladder = TimelineLadder.Create(visits, 14_600, 14_600, 1200);
        Assert.Equal(
            [(TimelineStop.Course, true), (TimelineStop.Years, true), (TimelineStop.Year, whole), (TimelineStop.Season, false), (TimelineStop.Weeks, false)],
            ladder.Rungs.Select(rung => (rung.Stop, rung.Whole)));
    }
}
