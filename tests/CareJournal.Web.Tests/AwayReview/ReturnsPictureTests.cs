using System.Globalization;
using System.Text.RegularExpressions;
using CareJournal.AwayReview;

namespace CareJournal.Web.AwayReview;

public sealed class ReturnsPictureTests
{
    private static readonly Absence[] Twelve = [.. Enumerable.Range(0, 12).Select(place => new Absence(100 + (place * 40), 90, place != 11))];

    [Fact]
    public void The_curve_begins_where_nobody_has_returned_and_steps_down_to_the_right()
    {
        var picture = ReturnsPicture.Draw(TimeToReturn.Of(Twelve, TimeToReturn.FewestSeen));

        double[] xs = [.. Numbers(picture.SurePath + picture.DashedPath, "[MH]")];
        double[] ys = [.. Numbers(picture.SurePath + picture.DashedPath, "V")];
        Assert.Equal(xs.Order(), xs);
        Assert.Equal(ys.Order(), ys);
        Assert.StartsWith("M", picture.SurePath, StringComparison.Ordinal);
        Assert.Contains($" {ReturnsPicture.Top}H", picture.SurePath, StringComparison.Ordinal);
        Assert.All(xs, x => Assert.InRange(x, ReturnsPicture.Left, ReturnsPicture.Right));
        Assert.All(ys, y => Assert.InRange(y, ReturnsPicture.Top, ReturnsPicture.Bottom));
        Assert.EndsWith("Z", picture.AreaPath, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_fewer_than_ten_are_observed_the_curve_is_dashed()
    {
        Assert.NotEmpty(ReturnsPicture.Draw(TimeToReturn.Of(Twelve, TimeToReturn.FewestSeen)).DashedPath);
        Absence[] many = [.. Twelve, .. Enumerable.Range(0, 20).Select(_ => new Absence(900, 90, false))];
        Assert.Empty(ReturnsPicture.Draw(TimeToReturn.Of(many, TimeToReturn.FewestSeen)).DashedPath);
    }

    [Fact]
    public void Under_each_month_is_written_how_many_are_observed_from_the_day_on_which_the_curve_begins()
    {
        var ticks = ReturnsPicture.Draw(TimeToReturn.Of(Twelve, TimeToReturn.FewestSeen)).Ticks;
        Assert.Equal([0, 3, 6, 9, 12, 15, 18], ticks.Select(tick => tick.Months));
        Assert.Equal([null, 12, 9], ticks.Take(3).Select(tick => tick.Seen));
    }

    [Fact]
    public void Half_is_marked_only_where_it_is_reached()
    {
        Assert.NotEmpty(ReturnsPicture.Draw(TimeToReturn.Of(Twelve, TimeToReturn.FewestSeen)).HalfPath);
        Absence[] many = [.. Twelve, .. Enumerable.Range(0, 20).Select(_ => new Absence(900, 90, false))];
        Assert.Empty(ReturnsPicture.Draw(TimeToReturn.Of(many, TimeToReturn.FewestSeen)).HalfPath);
    }

    [Fact]
    public void Too_few_returns_are_not_drawn() => Assert.Throws<ArgumentException>(() => ReturnsPicture.Draw(TimeToReturn.Of(Twelve.Take(9), TimeToReturn.FewestSeen)));

    [Theory]
    [InlineData(400, 3)]
    [InlineData(1500, 6)]
    [InlineData(3000, 12)]
    [InlineData(9000, 24)]
    public void Longer_silences_have_months_further_apart(int longest, int apart)
    {
        Absence[] absences = [.. Twelve.Take(9).Select(absence => new Absence(95, 90, true)), .. Enumerable.Range(0, 10).Select(_ => new Absence(longest, 90, true))];
        var ticks = ReturnsPicture.Draw(TimeToReturn.Of(absences, TimeToReturn.FewestSeen)).Ticks;
        Assert.Equal(apart, ticks[1].Months);
        Assert.InRange(ticks.Count, 3, 20);
    }

    private static IEnumerable<double> Numbers(string path, string letter) =>
        Regex.Matches(path, letter + @"(-?[\d.]+)").Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
}
