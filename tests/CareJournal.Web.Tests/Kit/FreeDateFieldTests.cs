using CareJournal.Web.Patients;

namespace CareJournal.Web.Kit;

/// <summary>What was understood of a date is said on a line that is there before.</summary>
public sealed class FreeDateFieldTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("12/3, hier")]
    public async Task What_was_understood_takes_a_line_that_stood_there_before_and_that_describes_nothing_while_it_is_empty(string? hint)
    {
        await using var room = PeopleRoom.French();
        string? typed = null;
        var field = room.Room.Render<FreeDateField>(day => day.Add(one => one.Label, "Quel jour ?").Add(one => one.Hint, hint).Add(one => one.TextChanged, text => typed = text));
        Assert.Equal(hint ?? "", field.Find("p.hint").Read());
        Assert.Equal(hint is not null, IsDescribed());

        await field.Field("Quel jour ?").ChangeAsync("hier");
        field.Render(day => day.Add(one => one.Text, typed));
        Assert.Equal("Compris : samedi 21 novembre 2026", field.Find("p.hint").Read());
        Assert.True(IsDescribed());

        bool IsDescribed() => field.Field("Quel jour ?").GetAttribute("aria-describedby")!.Contains(field.Find("p.hint").Id!, StringComparison.Ordinal);
    }
}
