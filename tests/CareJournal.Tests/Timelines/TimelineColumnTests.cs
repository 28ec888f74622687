namespace CareJournal.Timelines;

/// <summary>The columns that gather crowded marks by month or quarter.</summary>
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
}
