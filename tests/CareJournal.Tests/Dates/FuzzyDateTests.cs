using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Dates;

public sealed class FuzzyDateTests
{
    [Fact]
    public void Winter_is_named_by_its_december_and_ends_with_february()
    {
        FuzzyDate winter = FuzzyDate.InSeason(2019, Season.Winter);
        Assert.Equal(Day("2019-12-01"), winter.Earliest);
        Assert.Equal(Day("2020-02-29"), winter.Latest);
    }

    [Theory]
    [InlineData("2024-03-12", "2024-03-12", "2024-03-12", 1)]
    [InlineData("2024-03-12~", "2024-03-05", "2024-03-19", 15)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", 29)]
    [InlineData("2024-02~", "2024-01-01", "2024-03-31", 91)]
    [InlineData("2024-21", "2024-03-01", "2024-05-31", 92)]
    [InlineData("2023-24~", "2023-09-01", "2024-05-31", 274)]
    [InlineData("2024", "2024-01-01", "2024-12-31", 366)]
    [InlineData("2024~", "2023-01-01", "2025-12-31", 1096)]
    [InlineData("[2024-02-01..2024-02-10]", "2024-02-01", "2024-02-10", 10)]
    [InlineData("[2024-02-11..2024-02-20]", "2024-02-11", "2024-02-20", 10)]
    [InlineData("[2024-02-21..2024-02-29]", "2024-02-21", "2024-02-29", 9)]
    [InlineData("[2024-03-01~..2024-03-10~]", "2024-02-21", "2024-03-20", 29)]
    [InlineData("[2024-03-21~..2024-03-31~]", "2024-03-11", "2024-04-10", 31)]
    [InlineData("[2024-01..2024-04]", "2024-01-01", "2024-04-30", 121)]
    [InlineData("[2024-05..2024-08]", "2024-05-01", "2024-08-31", 123)]
    [InlineData("[2024-09~..2024-12~]", "2024-05-01", "2025-04-30", 365)]
    public void A_remembered_date_spans_exactly_what_was_written(string written, string earliest, string latest, int width)
    {
        FuzzyDate date = FuzzyDate.Parse(written);
        Assert.Equal((Day(earliest), Day(latest), width), (date.Earliest, date.Latest, date.Width));
        Assert.Equal(written, date.ToString());
    }

    [Fact]
    public void Dates_sort_by_their_middle_rounded_down_and_the_narrower_first()
    {
        FuzzyDate[] sorted = [.. new[] { "2024", "2024-07", "2024-07-01", "2024-07-01~", "2024-06" }.Select(FuzzyDate.Parse).Order(FuzzyDate.InOrder)];
        Assert.Equal(["2024-06", "2024-07-01", "2024-07-01~", "2024", "2024-07"], sorted.Select(date => date.ToString()));
        Assert.Equal(Day("2024-02-15"), FuzzyDate.InMonth(2024, 2).Middle);
        Assert.Equal(Day("2024-04-15"), FuzzyDate.InMonth(2024, 4).Middle);
    }

    [Fact]
    public void Every_remembered_date_is_read_back_as_it_was_written() =>
        Prop.ForAll(Dates(), date =>
            FuzzyDate.Parse(date.ToString()) == date
            && date.Earliest <= date.Middle && date.Middle <= date.Latest
            && date.Width == date.Latest.DayNumber - date.Earliest.DayNumber + 1).Check(seed: 20261107);

    [Theory]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("2024-25")]
    [InlineData("12/03/2024")]
    [InlineData("2024-02-30")]
    [InlineData("[2024-03-21..2024-03-30]")]
    [InlineData("[2024-03-21..2024-03-31")]
    [InlineData("[2024..2025]")]
    [InlineData("[2024-01..2024-04~]")]
    [InlineData("[")]
    public void Nonsense_is_refused(string written) => Assert.ThrowsAny<Exception>(() => FuzzyDate.Parse(written));

    private static Arbitrary<FuzzyDate> Dates() => Arb.From(
        from year in Gen.Choose(1900, 2100)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from kind in Gen.Choose(0, 3)
        from part in Gen.Elements(Enum.GetValues<DatePart>())
        from about in Gen.Elements(true, false)
        let exact = kind switch
        {
            0 => FuzzyDate.OnDay(new DateOnly(year, month, day)),
            1 => FuzzyDate.InMonth(year, month).Of(part),
            2 => FuzzyDate.InSeason(year, (Season)(((month - 1) / 3 * 3) + 3)),
            _ => FuzzyDate.InYear(year).Of(part),
        }
        select about ? exact.Roughly() : exact);
}
