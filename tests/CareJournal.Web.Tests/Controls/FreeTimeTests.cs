namespace CareJournal.Web.Controls;

public sealed class FreeTimeTests
{
    [Theory]
    [InlineData("14h30", "14:30")]
    [InlineData("14:30", "14:30")]
    [InlineData("14 h 30", "14:30")]
    [InlineData("14 H", "14:00")]
    [InlineData(" 9 ", "09:00")]
    [InlineData("930", "09:30")]
    [InlineData("1430", "14:30")]
    [InlineData("9.05", "09:05")]
    [InlineData("0h", "00:00")]
    public void A_time_is_read_as_it_is_typed(string typed, string time) => Assert.Equal(TimeOnly.ParseExact(time, "HH:mm"), FreeTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("25h")]
    [InlineData("9h60")]
    [InlineData("midi")]
    [InlineData("14h3")]
    [InlineData("14h300")]
    public void What_is_no_time_is_not_understood(string? typed) => Assert.Null(FreeTime.Read(typed));
}
