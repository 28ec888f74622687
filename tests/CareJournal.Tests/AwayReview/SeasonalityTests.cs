using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>Months are compared over whole years, and only from two years and 24 beginnings on.</summary>
public sealed class SeasonalityTests
{
    [Fact]
    public void Only_whole_years_count()
    {
        Seasonality year = Seasonality.Of([Day("2023-10-02"), Day("2024-03-04"), Day("2025-03-05"), Day("2025-12-31"), Day("2026-03-06")], Day("2026-11-22"));
        Assert.Equal((2024, 2, 2025, 3), (year.FirstYear, year.Years, year.LastYear, year.Starts));
        Assert.Equal([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1], year.Months);
    }

    [Fact]
    public void A_year_is_whole_from_its_first_day_to_its_last()
    {
        Assert.Equal(1, Seasonality.Of([Day("2025-01-01")], Day("2025-12-31")).Years);
        Assert.Equal(0, Seasonality.Of([Day("2025-01-01")], Day("2025-12-30")).Years);
        Assert.Equal(0, Seasonality.Of([Day("2025-01-02")], Day("2025-12-31")).Years);
    }

    [Theory]
    [InlineData(23, 2, false)]
    [InlineData(24, 2, true)]
    [InlineData(40, 1, false)]
    public void Two_years_and_twenty_four_beginnings_are_enough(int starts, int years, bool enough)
    {
        DateOnly first = Day("2020-01-01");
        Seasonality year = Seasonality.Of([first, .. Enumerable.Range(1, starts - 1).Select(place => first.AddDays(place * 7))], first.AddYears(years).AddDays(-1));
        Assert.Equal((enough, starts, years), (year.IsEnough, year.Starts, year.Years));
    }

    [Fact]
    public void Nothing_has_no_season() => Assert.False(Seasonality.Of([], Day("2026-11-22")).IsEnough);
}
