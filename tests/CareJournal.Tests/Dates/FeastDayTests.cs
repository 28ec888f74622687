using static CareJournal.Support.Some;

namespace CareJournal.Dates;

public sealed class FeastDayTests
{
    [Theory]
    [InlineData(1818, "1818-03-22")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(1954, "1954-04-18")]
    [InlineData(1981, "1981-04-19")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2021, "2021-04-04")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    public void Easter_is_the_Sunday_that_the_church_computes(int year, string day) => Assert.Equal(Day(day), FeastDay.In(year, Feast.Easter));

    [Fact]
    public void Other_feasts_follow_Easter_or_the_calendar()
    {
        Assert.Equal(Day("2021-04-05"), FeastDay.In(2021, Feast.EasterMonday));
        Assert.Equal(Day("2021-05-23"), FeastDay.In(2021, Feast.Pentecost));
        Assert.Equal(Day("2021-12-25"), FeastDay.In(2021, Feast.Christmas));
        Assert.Equal(Day("2021-11-01"), FeastDay.In(2021, Feast.AllSaints));
        Assert.Equal(Day("2021-01-01"), FeastDay.In(2021, Feast.NewYear));
    }
}
