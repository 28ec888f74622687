using CareJournal.Dates;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>The vector E and the properties of the time to return.</summary>
public sealed class TimeToReturnTests
{
    private static readonly Absence[] VectorE =
    [
        new(245, 90, true), new(371, 90, true), new(280, 112, true), new(120, 90, true), new(410, 90, false),
        new(183, 90, true), new(150, 90, false), new(365, 90, true), new(700, 90, false), new(95, 90, true),
    ];

    [Fact]
    public void Ten_absences_give_the_curve_that_is_worked_out_by_hand()
    {
        TimeToReturn curve = TimeToReturn.Of(VectorE);

        Assert.Equal(
            [(95, 9, 0.8889m), (120, 9, 0.7901m), (183, 7, 0.6772m), (245, 6, 0.5644m), (280, 5, 0.4515m), (365, 4, 0.3386m), (371, 3, 0.2257m)],
            curve.Steps.Select(step => (step.Day, step.Seen, decimal.Round(step.NotYet, 4))));
        Assert.Equal((280, 7, 91, 700), (curve.Median!.Value, curve.Returns, curve.From!.Value, curve.To));
    }

    [Fact]
    public void Between_two_returns_the_curve_stays_where_it_was()
    {
        TimeToReturn curve = TimeToReturn.Of(VectorE);
        Assert.Null(curve.NotYet(90));
        Assert.Equal(1, curve.NotYet(94));
        Assert.Equal(curve.NotYet(95), curve.NotYet(119));
        Assert.Equal(curve.NotYet(371), curve.NotYet(5000));
    }

    [Fact]
    public void Seven_returns_draw_no_curve_and_never_are_ten_absences_seen_at_once()
    {
        TimeToReturn curve = TimeToReturn.Of(VectorE, TimeToReturn.FewestSeen);
        Assert.Null(curve.From);
        Assert.Empty(curve.Steps);
        Assert.False(curve.CanBeDrawn);
        Assert.Null(curve.Median);
    }

    [Fact]
    public void The_curve_of_everybody_starts_on_the_first_day_on_which_ten_are_seen()
    {
        Absence[] absences = [new(95, 90, true), .. Enumerable.Range(0, 10).Select(place => new Absence(200 + place, 112, true))];
        TimeToReturn curve = TimeToReturn.Of(absences, TimeToReturn.FewestSeen);
        Assert.Equal(113, curve.From);
        Assert.Equal(200, curve.Steps[0].Day);
        Assert.Equal(10, curve.Returns);
        Assert.True(curve.CanBeDrawn);
        Assert.Equal(204, curve.Median);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_curve_needs_ten_returns(int returns, bool drawn)
    {
        Absence[] absences = [.. Enumerable.Range(0, 20).Select(place => new Absence(100 + place, 90, place < returns))];
        Assert.Equal(drawn, TimeToReturn.Of(absences, TimeToReturn.FewestSeen).CanBeDrawn);
    }

    [Fact]
    public void Half_is_reached_exactly_and_not_a_day_later()
    {
        Absence[] absences = [.. Enumerable.Range(1, 6).Select(place => new Absence(100 * place, 90, true))];
        Assert.Equal(300, TimeToReturn.Of(absences).Median);
        Assert.Null(TimeToReturn.Of([new(100, 90, true), new(200, 90, false), new(200, 90, false)]).Median);
    }

    [Fact]
    public void Nobody_gives_no_curve()
    {
        TimeToReturn curve = TimeToReturn.Of([]);
        Assert.Null(curve.From);
        Assert.Null(curve.NotYet(100));
        Assert.Equal((0, 0), (curve.To, curve.Returns));
    }

    [Fact]
    public void A_silence_no_longer_than_its_threshold_is_no_absence()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Absence(90, 90, true));
        Assert.Equal(91, new Absence(91, 90, false).Days);
    }

    [Fact]
    public void Of_one_person_every_gap_counts_and_the_present_one_as_far_as_it_was_seen()
    {
        VisitCourse course = VisitCourseTests.VectorA;
        Assert.Equal(
            [new(245, 90, true), new(371, 90, true), new(280, 112, true), new(113, 112, false)],
            Absence.Find(course, Day("2019-12-24")));
        Assert.Equal(3, Absence.Find(course, Day("2019-12-23")).Count());
        Assert.Equal(3, Absence.Find(course, Day("2018-01-01")).Count());
        Assert.Empty(Absence.Find(VisitCourse.Create([], [], 90), Day("2019-12-24")));
    }

    [Fact]
    public void The_curve_never_rises_and_stays_between_one_and_nothing() =>
        Prop.ForAll(Absences(), absences =>
        {
            decimal[] heights = [1, .. TimeToReturn.Of(absences).Steps.Select(step => step.NotYet)];
            return heights.Zip(heights.Skip(1)).All(pair => pair.Second <= pair.First) && heights.All(height => height is >= 0 and <= 1);
        }).Check(seed: 20261118);

    [Fact]
    public void The_order_of_absences_changes_nothing() =>
        Prop.ForAll(Absences(), absences =>
            TimeToReturn.Of(absences, 3).Steps.SequenceEqual(TimeToReturn.Of(absences.Reverse(), 3).Steps)).Check(seed: 20261119);

    [Fact]
    public void Nobody_is_seen_before_the_day_after_their_threshold_nor_after_their_end() =>
        Prop.ForAll(Absences(), absences =>
        {
            TimeToReturn curve = TimeToReturn.Of(absences);
            return curve.Steps.All(step => step.Seen == absences.Count(absence => absence.Threshold < step.Day && step.Day <= absence.Days))
                && curve.Seen(absences.Select(absence => absence.Threshold).DefaultIfEmpty(0).Min()) == 0
                && curve.Seen(curve.To + 1) == 0;
        }).Check(seed: 20261120);

    [Fact]
    public void An_absence_that_begins_to_count_later_lowers_no_earlier_step() =>
        Prop.ForAll(Absences(), absences =>
        {
            const int Late = 400;
            TimeToReturn without = TimeToReturn.Of(absences);
            TimeToReturn with = TimeToReturn.Of([.. absences, new Absence(900, Late, true)]);
            return without.Steps.Where(step => step.Day <= Late).SequenceEqual(with.Steps.Where(step => step.Day <= Late));
        }).Check(seed: 20261121);

    private static Arbitrary<Absence[]> Absences() => (
        from threshold in Gen.Elements(60, 90, 112, 180)
        from more in Gen.Choose(1, 600)
        from returned in Gen.Elements(true, true, false)
        select new Absence(threshold + more, threshold, returned)).ArrayOf().ToArbitrary();
}
