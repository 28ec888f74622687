using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.Timelines;

/// <summary>Tests which reading distances a follow-up has, how they are named, and at which it opens.</summary>
public sealed class TimelineLadderTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Ten_years_have_all_five_stops_and_open_on_the_last_years()
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(100, 100, 3700, 300, OpensWhole: false), 1200);
        Assert.Equal(Enum.GetValues<TimelineStop>(), ladder.Rungs.Select(rung => rung.Stop));
        Assert.Equal(Enum.GetValues<TimelineStop>(), ladder.Rungs.Select(rung => rung.Detail));
        Assert.Equal(TimelineStop.Years, ladder.Opening);
        Assert.Equal(1200.0 / 3700, ladder.Rungs[0].PixelsPerDay);
        Assert.Equal(1200.0 / 1826, ladder.Rungs[1].PixelsPerDay);
    }

    [Theory]
    [InlineData(1, 1, 380, TimelineStop.Year, "Year")]
    [InlineData(4, 1, 380, TimelineStop.Year, "Year")]
    [InlineData(6, 6, 380, TimelineStop.Year, "Year Season Weeks")]
    [InlineData(12, 12, 3700, TimelineStop.Course, "Course Years Year Season Weeks")]
    [InlineData(200, 180, 740, TimelineStop.Years, "Years Year Season Weeks")]
    public void Few_sessions_or_a_short_follow_up_open_as_a_whole_named_by_the_time_shown_and_drawn_with_all_they_say(int visits, int visitDays, double days, TimelineStop opening, string stops)
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(visits, visitDays, days, days, OpensWhole: true), 1200);
        Assert.Equal(opening, ladder.Opening);
        Assert.Equal(stops, string.Join(' ', ladder.Rungs.Select(rung => rung.Stop)));
        Assert.Equal(1200 / days, ladder.Rungs[0].PixelsPerDay);
        Assert.All(ladder.Rungs, rung => Assert.True(rung.Detail >= TimelineStop.Year));
    }

    [Fact]
    public void Four_years_need_no_stop_for_the_whole_course()
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(60, 60, 1500, 200, OpensWhole: false), 1200);
        Assert.Null(ladder[TimelineStop.Course]);
        Assert.Equal((TimelineStop.Years, TimelineStop.Years), (ladder.Rungs[0].Stop, ladder.Opening));
    }

    [Theory]
    [InlineData(1828, 1212)]
    [InlineData(1828, 632)]
    [InlineData(2600, 452)]
    public void After_a_silence_of_years_the_last_years_reach_back_to_the_last_period(double heldDays, double width)
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(90, 90, 7400, heldDays, OpensWhole: false), width);
        Assert.Equal(TimelineStop.Years, ladder.Opening);
        Assert.True(width * 0.96 / ladder[ladder.Opening]!.PixelsPerDay >= heldDays);
    }

    [Fact]
    public void Where_the_last_period_is_nearly_all_there_is_everything_is_shown_and_named_so()
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(40, 40, 4000, 3400, OpensWhole: false), 1200);
        Assert.Equal(TimelineStop.Course, ladder.Opening);
        Assert.Null(ladder[TimelineStop.Years]);
    }

    [Theory]
    [InlineData(40 * 365.25)]
    [InlineData(3700)]
    [InlineData(900)]
    public void Each_stop_is_nearer_than_the_one_before(double days)
    {
        double[] scales = [.. TimelineLadder.Create(new TimelineExtent(2000, 2000, days, 400, OpensWhole: false), 620).Rungs.Select(rung => rung.PixelsPerDay)];
        Assert.Equal(scales.Order(), scales);
        Assert.Equal(scales.Distinct(), scales);
        Assert.All(scales, scale => Assert.True(scale <= TimelineLadder.Nearest));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_year_of_more_than_a_thousand_sessions_is_printed_for_the_days_at_hand(int visits, bool whole)
    {
        TimelineLadder ladder = TimelineLadder.Create(new TimelineExtent(visits, visits, 14_600, 400, OpensWhole: false), 1200);
        Assert.Equal(
            [(TimelineStop.Course, true), (TimelineStop.Years, true), (TimelineStop.Year, whole), (TimelineStop.Season, false), (TimelineStop.Weeks, false)],
            ladder.Rungs.Select(rung => (rung.Stop, rung.Whole)));
    }

    [Theory]
    [InlineData(1212)]
    [InlineData(632)]
    [InlineData(452)]
    public void Whatever_the_width_the_window_that_is_opened_holds_a_session_and_today(double width)
    {
        foreach (int silence in (int[])[0, 200, 900, 1826, 2600])
        {
            DateOnly[] days = [.. Enumerable.Range(0, 15).SelectMany(year => Enumerable.Range(0, 7).Select(visit => Today.AddDays(-silence - (365 * year) - (14 * visit))))];
            PatientTimeline timeline = PatientTimeline.Create(new TimelineRows { Patient = new TimelinePatient { Id = Guid.CreateVersion7() }, Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))] }, Today);
            TimelineScale scale = TimelineScale.Fit(timeline, 0, width);
            TimelineLadder ladder = TimelineLadder.Create(TimelineExtent.Of(timeline, scale), width);
            double shown = width / ladder[ladder.Opening]!.PixelsPerDay;
            double start = ladder.OpeningStart(scale, Today);
            double held = (scale.X(TimelineOpening.Find(timeline).From) / scale.PixelsPerDay) - start;
            Assert.InRange(held, 0, shown);
            Assert.InRange((scale.X(Today) / scale.PixelsPerDay) - start, shown * 0.9, shown);
            Assert.InRange(start, 0, scale.Days - shown + 0.001);
        }
    }
}
