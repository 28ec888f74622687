using CareJournal.Web.Patients;

namespace CareJournal.Web.Controls;

/// <summary>Tests the line that shows how a date was understood: it is there before anything is typed.</summary>
public sealed class FreeDateFieldTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("12/3, hier")]
    public async Task What_was_understood_takes_a_line_that_was_there_before_and_that_describes_nothing_while_it_is_empty(string? hint)
    {
        await using var test = PeopleTestContext.French();
        string? typed = null;
        var field = test.Context.Render<FreeDateField>(day => day.Add(one => one.Label, "Quel jour ?").Add(one => one.Hint, hint).Add(one => one.TextChanged, text => typed = text));
        Assert.Equal(hint ?? "", field.Find("p.hint").Read());
        Assert.Equal(hint is not null, IsDescribed());

        await field.Field("Quel jour ?").ChangeAsync("hier");
        field.Render(day => day.Add(one => one.Text, typed));
        Assert.Equal("Compris : samedi 21 novembre 2026", field.Find("p.hint").Read());
        Assert.True(IsDescribed());

        bool IsDescribed() => field.Field("Quel jour ?").GetAttribute("aria-describedby")!.Contains(field.Find("p.hint").Id!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_a_day_or_a_month_is_asked_and_the_answer_is_written_into_the_field()
    {
        await using var test = PeopleTestContext.French();
        string? typed = "mars 19";
        var field = test.Context.Render<FreeDateField>(day => day
            .Add(one => one.Label, "Début").Add(one => one.Vague, true).Add(one => one.Hint, "2019").Add(one => one.Text, typed).Add(one => one.Problem, "Date non comprise.").Add(one => one.TextChanged, text => typed = text));
        Assert.Equal(("2019", "« mars 19 » : lequel des deux ?"), (field.Find("p.hint").Read(), field.Find(".problem").Read()));
        field.Render(day => day.Add(one => one.Problem, null));
        Assert.Equal("« mars 19 » : lequel des deux ?", field.Find("p.hint").Read());
        Assert.Equal(["le 19 mars 2026", "en mars 2019"], field.FindAll("[role=group] button").Select(button => button.Read()));

        await field.FindAll("[role=group] button")[1].ClickAsync(new());
        field.Render(day => day.Add(one => one.Text, typed).Add(one => one.Problem, null));
        Assert.Equal("Compris : en mars 2019", field.Find("p.hint").Read());
        Assert.Empty(field.FindAll("[role=group]"));
    }

    [Theory]
    [InlineData("en mars 2019")]
    [InlineData("fin mars")]
    [InlineData("il y a deux mois")]
    public async Task A_field_that_needs_one_day_says_so_of_what_is_more_than_one(string typed)
    {
        await using var test = PeopleTestContext.French();
        var field = test.Context.Render<FreeDateField>(day => day.Add(one => one.Label, "Date").Add(one => one.Hint, "12/3").Add(one => one.Text, typed).Add(one => one.Problem, "Date non comprise."));
        Assert.Equal(("12/3", "Il faut ici un seul jour, par exemple 12/3/2024."), (field.Find("p.hint").Read(), field.Find(".problem").Read()));
        field.Render(day => day.Add(one => one.Problem, null));
        Assert.Equal(("Il faut ici un seul jour, par exemple 12/3/2024.", ""), (field.Find("p.hint").Read(), field.Find(".problem").Read()));
    }

    [Fact]
    public async Task A_field_for_one_day_says_that_it_read_a_day_where_a_month_can_be_meant()
    {
        await using var test = PeopleTestContext.French();
        var field = test.Context.Render<FreeDateField>(day => day.Add(one => one.Label, "Date").Add(one => one.Text, "mars 19"));
        Assert.Equal("Compris : jeudi 19 mars 2026, un jour, et non mars 2019", field.Find("p.hint").Read());
        field.Render(day => day.Add(one => one.Text, "19 mars"));
        Assert.Equal("Compris : jeudi 19 mars 2026", field.Find("p.hint").Read());
    }
}
