using CareJournal.Dates;
using CareJournal.Measures;

namespace CareJournal.Timelines;

/// <summary>Crowded marks and answers, gathered by month or quarter.</summary>
public sealed class TimelineColumnTests
{
    [Fact]
    public void A_leap_day_and_a_month_end_stay_in_their_month_and_quarter()
    {
        DateOnly[] days = [new(2024, 2, 29), new(2024, 3, 31), new(2024, 4, 1), new(2024, 12, 31)];
        Assert.Equal(
            [new TimelineColumn(new(2024, 2, 1), new(2024, 2, 29), 1), new TimelineColumn(new(2024, 3, 1), new(2024, 3, 31), 1), new TimelineColumn(new(2024, 4, 1), new(2024, 4, 30), 1), new TimelineColumn(new(2024, 12, 1), new(2024, 12, 31), 1)],
            TimelineColumn.Find(days, CalendarUnit.Month));
        Assert.Equal(
            [new TimelineColumn(new(2024, 1, 1), new(2024, 3, 31), 2), new TimelineColumn(new(2024, 4, 1), new(2024, 6, 30), 1), new TimelineColumn(new(2024, 10, 1), new(2024, 12, 31), 1)],
            TimelineColumn.Find(days, CalendarUnit.Quarter));
    }

    [Fact]
    public void A_quarter_of_answers_keeps_its_middle_its_range_and_how_many_there_were()
    {
        TimelineMeasure[] answers = [.. new[] { 2, 7, 4, 5 }.Select((value, index) => new TimelineMeasure(new DateOnly(2024, 1, 8).AddDays(index * 20), Instrument.Sleep, value)), new(new(2024, 4, 1), Instrument.Sleep, 9)];
        TimelineCurve curve = Assert.Single(TimelineCurve.Find(answers, VisitCourse.Create(answers.Select(answer => answer.TakenOn), [], 90)));
        Assert.Equal(
            [new TimelineSummary(new(2024, 1, 1), new(2024, 3, 31), 4.5m, 2, 7, 4), new TimelineSummary(new(2024, 4, 1), new(2024, 6, 30), 9m, 9, 9, 1)],
            TimelineSummary.Find(curve, CalendarUnit.Quarter));
    }
}
