using System.Globalization;
using CareJournal.Dates;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Controls;

public sealed class MiniTimelinePathTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void Marks_are_drawn_where_their_days_fall()
    {
        // 100 days on 102 pixels: one pixel a day, one of margin at each end.
        var path = Draw(100, 102, 100, 60, 50, 0);
        Assert.Equal("M1 3V21M41 3V21M51 3V21M101 3V21", path.Visits);
        Assert.Equal("M101 0V24", path.Today);
        Assert.Equal((4, 0), (path.VisitCount, path.GapCount));
        Assert.Equal("", path.Gaps);
    }

    [Fact]
    public void A_pause_is_drawn_between_its_visits_and_hatched()
    {
        var path = Draw(400, 402, 300, 100, 90, 0);
        Assert.Equal("M102.5 6H299.5V18H102.5Z", path.Gaps);
        Assert.StartsWith("M102.5 12L108.5 6M102.5 18L114.5 6", path.Hatch, StringComparison.Ordinal);
        Assert.EndsWith("M294.5 18L299.5 13", path.Hatch, StringComparison.Ordinal);
        Assert.Equal(1, path.GapCount);
    }

    [Fact]
    public void The_present_silence_is_drawn_up_to_today_once_it_is_longer_than_the_threshold_and_is_no_pause_yet()
    {
        Assert.Equal("", Draw(100, 102, 95, 90).Gaps);
        var path = Draw(100, 102, 95, 91);
        Assert.Equal("M11.5 6H99.5V18H11.5Z", path.Gaps);
        Assert.Equal(0, path.GapCount);
    }

    [Fact]
    public void A_pause_that_began_before_the_span_starts_at_its_edge_and_older_visits_are_left_out()
    {
        var path = Draw(100, 102, 900, 50, 0);
        Assert.Equal("M51 3V21M101 3V21", path.Visits);
        Assert.Equal("M2.5 6H49.5V18H2.5Z", path.Gaps);
        Assert.Equal((2, 1), (path.VisitCount, path.GapCount));
    }

    [Fact]
    public void Days_on_the_same_half_pixel_share_a_mark_but_are_counted_each()
    {
        var path = Draw(1000, 102, [.. Enumerable.Range(0, 21)]);
        Assert.Equal(5, path.Visits.Split('M').Length - 1);
        Assert.Equal(21, path.VisitCount);
    }

    [Fact]
    public void Nobody_seen_yet_draws_today_alone()
    {
        var path = Draw(100, 102);
        Assert.Equal(("", "", "", "M101 0V24"), (path.Visits, path.Gaps, path.Hatch, path.Today));
    }

    [Fact]
    public void The_decimal_sign_is_a_point_in_French_too()
    {
        using var _ = Speaking.French();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        Assert.DoesNotContain(',', Draw(100, 77, 97, 2).Gaps + Draw(100, 77, 97, 2).Hatch + Draw(100, 77, 97, 3).Visits);
    }

    [Fact]
    public void A_span_without_a_day_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Draw(0, 102));

    private static MiniTimelinePath Draw(int days, int width, params int[] daysAgo) =>
        MiniTimelinePath.Create(VisitCourse.Create(daysAgo.Select(ago => Today.AddDays(-ago)), [], 90), Today.AddDays(-days), Today, width);
}
