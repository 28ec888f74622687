using CareJournal.Dates;
using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>The median of a curve, by quarter and over all of it.</summary>
public sealed class TimelineCurveMedianTests
{
    [Fact]
    public void A_quarter_of_answers_keeps_its_median_its_range_and_how_many_there_were()
    {
        TimelineMeasure[] answers = [.. new[] { 2, 7, 4, 5 }.Select((value, index) => new TimelineMeasure(new DateOnly(2024, 1, 8).AddDays(index * 20), Instrument.Sleep, value)), new(new(2024, 4, 1), Instrument.Sleep, 9)];
        TimelineCurve curve = Assert.Single(TimelineCurve.Find(answers, VisitCourse.Create(answers.Select(answer => answer.TakenOn), [], 90)));
        Assert.Equal(
            [
                new TimelineCurveMedian(new(2024, 1, 8), new(2024, 3, 31), new(2024, 2, 7), 4.5m, 2, 7, 4),
                new TimelineCurveMedian(new(2024, 4, 1), new(2024, 4, 1), new(2024, 4, 1), 9m, 9, 9, 1),
            ],
            TimelineCurveMedian.Find(Assert.Single(curve.Runs), CalendarUnit.Quarter));
    }

    [Fact]
    public void What_is_summed_up_never_reaches_into_a_pause_and_counts_each_answer_once()
    {
        // The second run ends, and the third one begins, in the same quarter.
        DateOnly[] days = [new(2023, 1, 10), new(2023, 2, 10), new(2024, 1, 2), new(2024, 1, 9), new(2024, 9, 27), new(2024, 12, 30)];
        TimelineMeasure[] answers = [.. days.Select((day, index) => new TimelineMeasure(day, Instrument.Pain, index))];
        TimelineCurve curve = Assert.Single(TimelineCurve.Find(answers, VisitCourse.Create(days, [], 60)));
        foreach (CalendarUnit unit in new[] { CalendarUnit.Month, CalendarUnit.Quarter })
        {
            Assert.Equal(answers.Length, curve.Runs.SelectMany(run => TimelineCurveMedian.Find(run, unit)).Sum(median => median.Answers));
            foreach (IReadOnlyList<TimelineMeasure> run in curve.Runs)
            {
                Assert.All(TimelineCurveMedian.Find(run, unit), median => Assert.True(
                    median.From >= run[0].TakenOn && median.To <= run[^1].TakenOn && median.Middle >= median.From && median.Middle <= median.To && median.Lowest <= median.Median && median.Median <= median.Highest));
            }
        }
    }

    [Fact]
    public void A_whole_curve_has_its_median_from_its_first_answer_to_its_last()
    {
        TimelineMeasure[] answers = [.. new[] { 2, 7, 4 }.Select((value, index) => new TimelineMeasure(new DateOnly(2024, 1, 8).AddDays(index * 200), Instrument.Sleep, value))];
        TimelineCurve curve = Assert.Single(TimelineCurve.Find(answers, VisitCourse.Create(answers.Select(answer => answer.TakenOn), [], 90)));
        Assert.Equal(new TimelineCurveMedian(answers[0].TakenOn, answers[2].TakenOn, answers[1].TakenOn, 4m, 2, 7, 3), TimelineCurveMedian.OfAll(curve));
    }
}
