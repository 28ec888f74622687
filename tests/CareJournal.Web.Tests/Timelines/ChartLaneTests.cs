using System.Globalization;
using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the charts: the large one and the sparklines, what is joined, what is summed up, and which end is better.</summary>
public sealed class ChartLaneTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly Speaking _speaking = Speaking.French();

    public void Dispose() => _speaking.Dispose();

    [Theory]
    [InlineData(TimelineStop.Course)]
    [InlineData(TimelineStop.Years)]
    [InlineData(TimelineStop.Year)]
    [InlineData(TimelineStop.Weeks)]
    public void Points_are_joined_within_each_period_and_never_over_a_pause(TimelineStop stop)
    {
        PatientTimeline timeline = TenYears();
        DrawnChart chart = Draw(timeline, stop)[0];
        TimelineScale scale = Scale(timeline);
        double[][] runs = [.. chart.Line.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(run => run.Split('L').Select(point => Number(point.Split(' ')[0])).ToArray())];
        Assert.Equal(10, runs.Length);
        Assert.All(runs, run => Assert.True(run.Length > 1));
        Assert.All(runs, run => Assert.DoesNotContain(timeline.Gaps, gap => run[0] < scale.Middle(gap.From) - 0.1 && run[^1] > scale.Middle(gap.From) + 0.1));
    }

    [Fact]
    public void From_afar_a_point_is_a_median_before_the_band_of_its_quarter_and_the_line_ends_with_the_last_answer()
    {
        DrawnChart chart = Draw(TenYears(), TimelineStop.Years)[0];
        Assert.NotEmpty(chart.Band);
        Assert.Contains(":0,5 (de 0 à 1, 2\u00a0réponses)", chart.Readings);
        Assert.Equal("4", chart.Last!.Value);
        Assert.EndsWith($"{Controls.Svg.N(chart.Last.X)}:4", chart.Readings);
        Assert.Empty(Draw(TenYears(), TimelineStop.Year)[0].Band);
    }

    [Fact]
    public void One_chart_is_large_and_the_others_are_sparklines_below_it_until_one_of_them_is_chosen()
    {
        PatientTimeline timeline = TenYears();
        CurveSelection curves = new(InstrumentScale.Usual);
        Assert.Equal([Instrument.Activities, Instrument.Sleep, Instrument.Pain], curves.Places(timeline).Select(place => place.Curve.Instrument));
        CurveSelection other = curves with { Large = Instrument.Pain };
        Assert.Equal(
            [(Instrument.Pain, ChartSize.Large), (Instrument.Activities, ChartSize.Small), (Instrument.Sleep, ChartSize.Small)],
            other.Places(timeline).Select(place => (place.Curve.Instrument, place.Size)));
        Assert.Equal(curves.LanesHeight(timeline), other.LanesHeight(timeline));
        Assert.NotEqual(curves, other);
        foreach ((ChartPlace above, ChartPlace below) in other.Places(timeline).Zip(other.Places(timeline).Skip(1)))
        {
            Assert.True(above.Top + TimelineLanes.ChartHeight(above.Size) < below.Top);
        }
    }

    [Fact]
    public void Two_curves_may_share_the_large_chart_and_an_instrument_that_was_never_answered_takes_no_room()
    {
        PatientTimeline timeline = TenYears();
        CurveSelection both = new([Instrument.Activities, Instrument.Pain], Overlaid: true);
        DrawnChart[] charts = [.. Draw(timeline, TimelineStop.Years, both)];
        Assert.Equal([false, true], charts.Select(chart => chart.Over));
        Assert.Equal(charts[0].Top, charts[1].Top);
        Assert.Equal(TimelineLanes.ChartsTop, new CurveSelection([Instrument.Work]).LanesHeight(timeline));
    }

    [Fact]
    public void Other_charts_of_a_picture_leave_its_marks_as_they_are()
    {
        PatientTimeline timeline = TenYears();
        CurveSelection curves = new(InstrumentScale.Usual);
        TimelinePicture picture = TimelinePicture.Draw(new TimelineLook(timeline, TimelineStop.Years, Scale(timeline), null, _speaking.Words), curves);
        TimelinePicture other = picture.With(timeline, curves with { Large = Instrument.Pain }, _speaking.Words);
        Assert.Equal(LayerMarkup.Marks(picture, _speaking.Words), LayerMarkup.Marks(other, _speaking.Words));
        Assert.NotEqual(ChartMarkup.Write(picture), ChartMarkup.Write(other));
        Assert.Equal(picture, other with { Charts = picture.Charts });
    }

    [Theory]
    [InlineData(Instrument.Activities, "10", "0", "tout ce qui compte")]
    [InlineData(Instrument.Sleep, "10", "0", "très bien")]
    [InlineData(Instrument.Pain, "0", "10", "pas de douleur")]
    public void Up_is_better_for_every_question_and_the_numbers_at_the_ends_say_so(Instrument instrument, string best, string worst, string words)
    {
        DrawnChart chart = Draw(TenYears(), TimelineStop.Year, new CurveSelection([instrument]))[0];
        Assert.Equal((best, worst, words), (chart.BestNumber, chart.WorstNumber, chart.Best));
        Assert.True(chart.Y(int.Parse(best, CultureInfo.InvariantCulture)) < chart.Y(int.Parse(worst, CultureInfo.InvariantCulture)));
        Assert.InRange(chart.Y(int.Parse(best, CultureInfo.InvariantCulture)), chart.Top, chart.Top + chart.Height);
    }

    [Fact]
    public void A_life_event_is_a_hairline_through_the_large_chart_and_a_vague_one_is_dotted()
    {
        string markup = ChartMarkup.Write(TimelinePicture.Draw(new TimelineLook(TenYears(), TimelineStop.Years, Scale(TenYears()), null, _speaking.Words), new CurveSelection(InstrumentScale.Usual)));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(markup, "class=\"hair s\""));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(markup, "class=\"hair soft s\""));
    }

    private IReadOnlyList<DrawnChart> Draw(PatientTimeline timeline, TimelineStop stop, CurveSelection? curves = null) =>
        ChartLane.Draw(new TimelineLook(timeline, stop, Scale(timeline), null, _speaking.Words), curves ?? new CurveSelection(InstrumentScale.Usual));

    private static TimelineScale Scale(PatientTimeline timeline) => TimelineScale.Fit(timeline, 0, 1800);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Seven sessions a year, each with three answers; 0 and 1 in the first month.
    private static PatientTimeline TenYears()
    {
        DateOnly[] days = [.. Enumerable.Range(0, 10).SelectMany(year => Enumerable.Range(0, 7).Select(visit => new DateOnly(2016, 10, 3).AddDays((year * 365) + (visit * 18))))];
        return PatientTimeline.Create(
            new TimelineRows
            {
                Patient = new TimelinePatient { Id = Guid.CreateVersion7() },
                Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))],
                Measures = [.. days.SelectMany((day, index) => new[] { Instrument.Activities, Instrument.Sleep, Instrument.Pain }.Select(instrument => new TimelineMeasure(day, instrument, ((index / 7) + (index % 7)) % 11)))],
                LifeEvents =
                [
                    new TimelineLifeEvent { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(new DateOnly(2019, 4, 2)), Words = "Déménagement" },
                    new TimelineLifeEvent { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2021, 3), Words = "Nouveau poste" },
                ],
            },
            Today);
    }
}
