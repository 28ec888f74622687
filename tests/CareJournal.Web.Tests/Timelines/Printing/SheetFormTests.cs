using CareJournal.Acts;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Web.Controls;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>Tests how the choices before printing are read from an address and written into one.</summary>
public sealed class SheetFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("")]
    [InlineData("?kind=Strips")]
    [InlineData("?kind=Letter")]
    [InlineData("?kind=DoorCard")]
    [InlineData("?chosen=1&kind=Course&lane=Visits&curve=Pain")]
    public void Nothing_that_needs_asking_is_printed_until_it_is_asked_for(string query)
    {
        SheetChoice choice = Choice(Read(query));
        Assert.False(choice.Reported);
        Assert.False(choice.Scores);
    }

    [Fact]
    public void A_letter_covers_twelve_months_and_no_life_event_until_others_are_chosen()
    {
        SheetChoice choice = Choice(Read("?kind=Letter"));
        Assert.Equal((new DateOnly(2025, 11, 23), null, false), (choice.From!.Value, choice.To, choice.Life));
        Assert.Equal((null, true), (Choice(Read("")).From, Choice(Read("")).Life));
        Assert.True(Choice(Read("?chosen=1&kind=Letter&lane=Life")).Life);
    }

    [Fact]
    public void A_box_that_was_not_ticked_is_left_out()
    {
        SheetChoice choice = Choice(Read("?chosen=1&kind=Course&lane=Visits&told=on&scores=on&curve=Pain&curve=Sleep"));
        Assert.Equal((false, false, true, false), (choice.Periods, choice.Life, choice.Visits, choice.FlareUps));
        Assert.Equal((true, true), (choice.Reported, choice.Scores));
        Assert.Equal([Instrument.Sleep, Instrument.Pain], choice.Curves);
    }

    [Fact]
    public void A_year_or_a_month_may_stand_for_a_day()
    {
        SheetChoice choice = Choice(Read("?chosen=1&from=2019&to=mars+2020"));
        Assert.Equal((new DateOnly(2019, 1, 1), new DateOnly(2020, 3, 31)), (choice.From!.Value, choice.To!.Value));
    }

    [Theory]
    [InlineData("?chosen=1&from=bient%C3%B4t", "From", ProblemKind.DateNotUnderstood)]
    [InlineData("?chosen=1&to=%3Cscript%3E", "To", ProblemKind.DateNotUnderstood)]
    [InlineData("?chosen=1&from=2021&to=2019", "To", ProblemKind.EndBeforeStart)]
    [InlineData("?chosen=1&from=1/1/2030", "From", ProblemKind.AfterToday)]
    public void What_cannot_be_right_is_named_at_its_field(string query, string field, ProblemKind kind)
    {
        (SheetChoice? choice, IReadOnlyList<Problem> problems) = Read(query).Choose(Today);
        Assert.Null(choice);
        Problem problem = Assert.Single(problems);
        Assert.Equal((field, kind), (problem.Field, problem.Kind));
    }

    [Theory]
    [InlineData("?chosen=1&kind=Strips&from=2019&lane=Visits&lane=FlareUps&curve=Pain&told=on&condition=11111111-1111-1111-1111-111111111111")]
    [InlineData("?chosen=1&kind=Letter&to=hier+%26+demain&scores=on")]
    public void A_choice_survives_the_way_back(string query)
    {
        SheetForm form = Read(query);
        SheetForm again = Read("?" + form.Query());
        Assert.Equal(form.Query(), again.Query());
        Assert.Equal((form.Kind, form.From, form.To, form.Reported, form.Scores, form.ConditionId), (again.Kind, again.From, again.To, again.Reported, again.Scores, again.ConditionId));
    }

    [Fact]
    public void An_address_that_makes_no_sense_chooses_what_is_usual()
    {
        SheetForm form = Read("?kind=Nothing&condition=x");
        Assert.Equal(SheetKind.Course, form.Kind);
        Assert.Equal(4, form.Lanes.Count);
    }

    private static SheetForm Read(string query) => SheetForm.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    private static SheetChoice Choice(SheetForm form) => form.Choose(Today).Choice!;
}
