using CareJournal.Support;
using FsCheck.Fluent;

namespace CareJournal.Web.Visits;

/// <summary>Days typed one below the other: a missing year goes on from the row above.</summary>
public sealed class PastDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12 mars 2019; 3/4", "2019-03-12 2019-04-03")]
    [InlineData("12 mars 2019; 3/2", "2019-03-12 2020-02-03")]
    [InlineData("12 mars 2019; 12/3", "2019-03-12 2019-03-12")]
    [InlineData("12 mars 2019; 11/3", "2019-03-12 2020-03-11")]
    [InlineData("12 mars 2019; 3 avril; ; 5 mai", "2019-03-12 2019-04-03 - 2019-05-05")]
    [InlineData("12 mars 2019; demain peut-être; 5/5", "2019-03-12 - 2019-05-05")]
    [InlineData("12/10/2026; 3/2", "2026-10-12 2026-02-03")]
    [InlineData("12/11/2026; 5/12", "2026-11-12 2025-12-05")]
    [InlineData("5/6/2020; 3/4/2019; 12/2", "2020-06-05 2019-04-03 2019-02-12")]
    [InlineData("5/6/2020; 3/4/2019; 12/2; 24/12; 2/3", "2020-06-05 2019-04-03 2019-02-12 2018-12-24 2018-03-02")]
    [InlineData("1/3/2019; 1/4/2019; 1/2/2018; 15/3", "2019-03-01 2019-04-01 2018-02-01 2018-03-15")]
    [InlineData("28/2/2019; 29/2", "2019-02-28 2020-02-29")]
    [InlineData("12 mars 2019; Pâques", "2019-03-12 2019-04-21")]
    [InlineData("12 mars 2019; Pentecôte; lundi de Pâques; Noël", "2019-03-12 2019-06-09 2020-04-13 2020-12-25")]
    [InlineData("5/6/2020; 3/4/2019; Pâques", "2020-06-05 2019-04-03 2018-04-01")]
    [InlineData("12 mars 2019; Pâques 2021; 12/5", "2019-03-12 2021-04-04 2021-05-12")]
    [InlineData("12/10/2026; Pâques", "2026-10-12 2026-04-05")]
    [InlineData("Pâques; 12/5", "2026-04-05 2026-05-12")]
    [InlineData("12 mars 2019; hier; -2s; lundi; il y a 3 semaines; -1 mois; 3/4", "2019-03-12 - - - - - 2019-04-03")]
    [InlineData("hier; mardi dernier; aujourd’hui", "- - -")]
    [InlineData("lundi 11 mars 2019; 10/1; 17 janvier", "2019-03-11 2020-01-10 2020-01-17")]
    [InlineData("12 mars 2019; mercredi 3/4; dimanche 5/5; mardi 14/3/95", "2019-03-12 2019-04-03 2019-05-05 1995-03-14")]
    [InlineData("12.3.19; 2019-04-03; 120519", "2019-03-12 2019-04-03 2019-05-12")]
    [InlineData("١٢/٣/٢٠١٩; ٣/٤; ０３／０５", "2019-03-12 2019-04-03 2019-05-03")]
    [InlineData("12 mars 2019; 1/1/2030", "2019-03-12 2030-01-01")]
    public void A_year_that_is_left_out_goes_on_from_the_row_above(string typed, string days) =>
        Assert.Equal(days, string.Join(' ', PastDates.Read(typed.Split("; "), Today).Select(day => day?.ToString("yyyy-MM-dd") ?? "-")));

    [Fact]
    public void Days_in_order_less_than_a_year_apart_are_the_same_with_and_without_their_years() =>
        Prop.ForAll(
            (from start in Gen.Choose(0, 5_000) from steps in Gen.ListOf(Gen.Choose(0, 364)) select (start, steps: steps.ToArray())).ToArbitrary(),
            drawn =>
            {
                List<DateOnly> days = [new DateOnly(1995, 1, 1).AddDays(drawn.start)];
                foreach (int step in drawn.steps)
                {
                    days.Add(days[^1].AddDays(step));
                }

                days = [.. days.Where(day => day <= Today && day is not { Month: 2, Day: 29 })];
                string[] typed = [.. days.Select((day, at) => day.ToString(at == 0 ? "d/M/yyyy" : "d/M", System.Globalization.CultureInfo.InvariantCulture))];
                Assert.Equal(days.Select(day => (DateOnly?)day), PastDates.Read(typed, Today));
            }).Check(seed: 20261130);

    [Fact]
    public void No_text_throws_and_a_day_without_a_year_is_never_after_today() =>
        AnyText.Throughout(5_000, 20261130, text => Assert.Equal(3, PastDates.Read(["12/3/2019", text, "24/12"], Today).Count));
}
