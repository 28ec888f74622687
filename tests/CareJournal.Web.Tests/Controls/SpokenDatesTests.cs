using CareJournal.Dates;

namespace CareJournal.Web.Controls;

/// <summary>Tests that dates are understood as people say them: parts, feasts, what is over, how long ago, and what could be two.</summary>
public sealed class SpokenDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("fin mars", "[2026-03-21..2026-03-31]")]
    [InlineData("FIN  MARS", "[2026-03-21..2026-03-31]")]
    [InlineData("à la fin de mars 2021", "[2021-03-21..2021-03-31]")]
    [InlineData("fin du mois dernier", "[2026-10-21..2026-10-31]")]
    [InlineData("fin décembre", "[2025-12-21..2025-12-31]")]
    [InlineData("fin mars dernier", "[2026-03-21..2026-03-31]")]
    [InlineData("mi-juin", "[2026-06-11..2026-06-20]")]
    [InlineData("à la mi‑juin 2020", "[2020-06-11..2020-06-20]")]
    [InlineData("début mars 2021", "[2021-03-01..2021-03-10]")]
    [InlineData("au début d’avril 2021", "[2021-04-01..2021-04-10]")]
    [InlineData("debut d'avril 21", "[2021-04-01..2021-04-10]")]
    [InlineData("tout début 2019", "[2019-01..2019-04]")]
    [InlineData("début 2019", "[2019-01..2019-04]")]
    [InlineData("début 19", "[2019-01..2019-04]")]
    [InlineData("mi-2019", "[2019-05..2019-08]")]
    [InlineData("fin 2020", "[2020-09..2020-12]")]
    [InlineData("vers fin 2020", "[2020-09~..2020-12~]")]
    [InlineData("fin de l’année 2020", "[2020-09..2020-12]")]
    [InlineData("fin de l’année dernière", "[2025-09..2025-12]")]
    [InlineData("fin de l’été 2020", "2020-22")]
    [InlineData("end of March", "[2026-03-21..2026-03-31]")]
    [InlineData("at the end of March 2021", "[2021-03-21..2021-03-31]")]
    [InlineData("late March 2021", "[2021-03-21..2021-03-31]")]
    [InlineData("mid-June", "[2026-06-11..2026-06-20]")]
    [InlineData("mid June 2020", "[2020-06-11..2020-06-20]")]
    [InlineData("early 2019", "[2019-01..2019-04]")]
    [InlineData("around early 2019", "[2019-01~..2019-04~]")]
    [InlineData("the beginning of March 2021", "[2021-03-01..2021-03-10]")]
    [InlineData("end of last year", "[2025-09..2025-12]")]
    public void A_part_of_a_month_or_a_year_is_kept(string typed, string expected) => Assert.Equal(expected, FreeFuzzyDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData("Noël 2021", "2021-12-25~")]
    [InlineData("à noel 2021", "2021-12-25~")]
    [InlineData("Noël", "2025-12-25~")]
    [InlineData("Noël dernier", "2025-12-25~")]
    [InlineData("Christmas 2021", "2021-12-25~")]
    [InlineData("last Christmas", "2025-12-25~")]
    [InlineData("le jour de Noël 2021", "2021-12-25")]
    [InlineData("Pâques", "2026-04-05~")]
    [InlineData("Pâques 2021", "2021-04-04~")]
    [InlineData("à Pâques 21", "2021-04-04~")]
    [InlineData("Easter", "2026-04-05~")]
    [InlineData("around Easter 2021", "2021-04-04~")]
    [InlineData("Easter Monday 2021", "2021-04-05")]
    [InlineData("Pentecôte 2021", "2021-05-23~")]
    [InlineData("la Toussaint", "2026-11-01~")]
    [InlineData("la rentrée 2020", "2020-09")]
    [InlineData("à la rentrée", "2026-09")]
    [InlineData("la rentrée dernière", "2026-09")]
    [InlineData("back to school 2020", "2020-09")]
    public void A_feast_is_a_time_about_its_day_and_the_school_year_begins_in_September(string typed, string expected) =>
        Assert.Equal(expected, FreeFuzzyDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData("2026-11-22", "l’été dernier", "2026-22")]
    [InlineData("2026-07-14", "l’été dernier", "2025-22")]
    [InlineData("2026-07-14", "cet été", "2026-22")]
    [InlineData("2026-11-22", "l'hiver dernier", "2025-24")]
    [InlineData("2026-01-15", "l'hiver dernier", "2024-24")]
    [InlineData("2026-11-22", "last summer", "2026-22")]
    [InlineData("2026-11-22", "last autumn", "2025-23")]
    [InlineData("2026-03-15", "mars dernier", "2025-03")]
    [InlineData("2026-11-22", "en mars dernier", "2026-03")]
    [InlineData("2026-03-05", "fin mars", "[2025-03-21..2025-03-31]")]
    [InlineData("2026-03-05", "Pâques", "2025-04-20~")]
    public void Last_is_what_is_over_and_a_name_alone_what_has_begun(string today, string typed, string expected) =>
        Assert.Equal(expected, FreeFuzzyDate.Read(typed, DateOnly.ParseExact(today, "yyyy-MM-dd", null))?.ToString());

    [Theory]
    [InlineData("il y a deux mois", "2026-09")]
    [InlineData("Il  y a 2 mois", "2026-09")]
    [InlineData("il y a environ deux mois", "2026-09~")]
    [InlineData("depuis deux mois", "2026-09")]
    [InlineData("two months ago", "2026-09")]
    [InlineData("about two months ago", "2026-09~")]
    [InlineData("il y a un mois", "2026-10")]
    [InlineData("il y a trois semaines", "2026-11-01~")]
    [InlineData("3 weeks ago", "2026-11-01~")]
    [InlineData("a fortnight ago", "2026-11-08~")]
    [InlineData("il y a quinze jours", "2026-11-07~")]
    [InlineData("il y a 3 jours", "2026-11-19")]
    [InlineData("la semaine dernière", "2026-11-15~")]
    [InlineData("il y a deux ans", "2024")]
    [InlineData("il y a un an", "2025")]
    [InlineData("a year ago", "2025")]
    public void How_long_ago_keeps_the_unit_in_which_it_was_said(string typed, string expected) => Assert.Equal(expected, FreeFuzzyDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData("mars 19", "2026-03-19", "2019-03")]
    [InlineData("Mars  19", "2026-03-19", "2019-03")]
    [InlineData("March 19", "2026-03-19", "2019-03")]
    [InlineData("déc. 12", "2025-12-12", "2012-12")]
    [InlineData("vers mars 19", "2026-03-19~", "2019-03~")]
    public void What_can_be_a_day_or_a_month_is_read_as_neither(string typed, string day, string month)
    {
        Assert.Equal([day, month], FreeFuzzyDate.Readings(typed, Today).Select(date => date.ToString()));
        Assert.Null(FreeFuzzyDate.Read(typed, Today));
    }

    [Theory]
    [InlineData("en mars 19", "2019-03")]
    [InlineData("in March 19", "2019-03")]
    [InlineData("mars 71", "1971-03")]
    [InlineData("février 30", "1930-02")]
    [InlineData("12 mars 19", "2019-03-12")]
    [InlineData("été 19", "2019-22")]
    [InlineData("hiver 19-20", "2019-24")]
    public void What_can_only_be_one_of_them_is_read(string typed, string expected) => Assert.Equal([expected], FreeFuzzyDate.Readings(typed, Today).Select(date => date.ToString()));
}
