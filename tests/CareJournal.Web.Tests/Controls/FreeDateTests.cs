using System.Globalization;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Controls;

public sealed class FreeDateTests
{
    /// <summary>A Sunday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12/3", "2026-03-12")]
    [InlineData("12/03", "2026-03-12")]
    [InlineData("12/12", "2025-12-12")]
    [InlineData("22/11", "2026-11-22")]
    [InlineData("23/11", "2025-11-23")]
    [InlineData("12/3/24", "2024-03-12")]
    [InlineData("12/03/2024", "2024-03-12")]
    [InlineData("12.3", "2026-03-12")]
    [InlineData("12.3.24", "2024-03-12")]
    [InlineData("12-3-2024", "2024-03-12")]
    [InlineData("12 3 2024", "2024-03-12")]
    [InlineData("120326", "2026-03-12")]
    [InlineData("12032026", "2026-03-12")]
    [InlineData("2026-03-12", "2026-03-12")]
    [InlineData("2026/3/12", "2026-03-12")]
    [InlineData("12/3/71", "1971-03-12")]
    [InlineData("12/3/36", "2036-03-12")]
    [InlineData("12/3/37", "1937-03-12")]
    [InlineData("29/2", "2024-02-29")]
    [InlineData("29/2/2024", "2024-02-29")]
    [InlineData("31/1", "2026-01-31")]
    public void Figures_are_read_day_first_and_back_from_today(string typed, string expected) => Assert.Equal(Day(expected), FreeDate.Read(typed, Today));

    [Fact]
    public void A_day_typed_in_January_without_a_year_is_of_last_year() =>
        Assert.Equal(new DateOnly(2025, 3, 12), FreeDate.Read("12/3", new DateOnly(2026, 1, 2)));

    [Theory]
    [InlineData("12 mars", "2026-03-12")]
    [InlineData("12mars", "2026-03-12")]
    [InlineData("  12  MARS  ", "2026-03-12")]
    [InlineData("1er mars 2024", "2024-03-01")]
    [InlineData("1ᵉʳ\u00a0mars\u00a02024", "2024-03-01")]
    [InlineData("le 12 mars 2024", "2024-03-12")]
    [InlineData("12 févr. 2024", "2024-02-12")]
    [InlineData("12 fevrier 24", "2024-02-12")]
    [InlineData("15 août", "2026-08-15")]
    [InlineData("25 décembre", "2025-12-25")]
    [InlineData("jeudi 12 mars", "2026-03-12")]
    [InlineData("12 March 2024", "2024-03-12")]
    [InlineData("12th of March 2024", "2024-03-12")]
    [InlineData("March 12, 2024", "2024-03-12")]
    [InlineData("Mar 12", "2026-03-12")]
    [InlineData("Thursday, 12 March", "2026-03-12")]
    public void Names_of_months_are_read_in_both_languages(string typed, string expected) => Assert.Equal(Day(expected), FreeDate.Read(typed, Today));

    [Theory]
    [InlineData("aujourd'hui", "2026-11-22")]
    [InlineData("Aujourd’hui", "2026-11-22")]
    [InlineData("today", "2026-11-22")]
    [InlineData("hier", "2026-11-21")]
    [InlineData("yesterday", "2026-11-21")]
    [InlineData("avant-hier", "2026-11-20")]
    [InlineData("avant hier", "2026-11-20")]
    [InlineData("-3j", "2026-11-19")]
    [InlineData("-3d", "2026-11-19")]
    [InlineData("- 3 jours", "2026-11-19")]
    [InlineData("−2s", "2026-11-08")]
    [InlineData("-2w", "2026-11-08")]
    [InlineData("-6m", "2026-05-22")]
    [InlineData("-1a", "2025-11-22")]
    [InlineData("il y a 2 semaines", "2026-11-08")]
    [InlineData("2 weeks ago", "2026-11-08")]
    [InlineData("il y a deux semaines", "2026-11-08")]
    [InlineData("Noël 2021", "2021-12-25")]
    [InlineData("Noël", "2025-12-25")]
    [InlineData("à Pâques", "2026-04-05")]
    [InlineData("lundi de Pâques 2021", "2021-04-05")]
    [InlineData("Christmas Day", "2025-12-25")]
    [InlineData("dimanche", "2026-11-22")]
    [InlineData("dimanche dernier", "2026-11-15")]
    [InlineData("lundi", "2026-11-16")]
    [InlineData("samedi", "2026-11-21")]
    [InlineData("monday", "2026-11-16")]
    [InlineData("last Monday", "2026-11-16")]
    public void Words_are_read_from_today(string typed, string expected) => Assert.Equal(Day(expected), FreeDate.Read(typed, Today));

    [Fact]
    public void Months_back_are_clipped_at_the_end_of_the_month() =>
        Assert.Equal(new DateOnly(2025, 2, 28), FreeDate.Read("-6m", new DateOnly(2025, 8, 31)));

    [Theory]
    [InlineData("12/3", "2027-03-12")]
    [InlineData("22/11", "2026-11-22")]
    [InlineData("23/11", "2026-11-23")]
    [InlineData("29/2", "2028-02-29")]
    [InlineData("12/3/27", "2027-03-12")]
    [InlineData("demain", "2026-11-23")]
    [InlineData("lundi", "2026-11-23")]
    [InlineData("dimanche", "2026-11-22")]
    [InlineData("dimanche prochain", "2026-11-29")]
    [InlineData("next Monday", "2026-11-23")]
    [InlineData("3s", "2026-12-13")]
    [InlineData("+3s", "2026-12-13")]
    [InlineData("dans 3 semaines", "2026-12-13")]
    [InlineData("in 2 months", "2027-01-22")]
    [InlineData("Noël", "2026-12-25")]
    [InlineData("Pâques", "2027-03-28")]
    [InlineData("3m", "2027-02-22")]
    public void A_day_to_come_is_read_forward(string typed, string expected) => Assert.Equal(Day(expected), FreeDate.ReadComing(typed, Today));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12")]
    [InlineData("2019")]
    [InlineData("mars 2024")]
    [InlineData("mars")]
    [InlineData("fin mars")]
    [InlineData("il y a deux mois")]
    [InlineData("il y a 2 ans")]
    [InlineData("il y a environ deux semaines")]
    [InlineData("31/2")]
    [InlineData("29/2/2023")]
    [InlineData("3/13/2024")]
    [InlineData("0/3")]
    [InlineData("12/3/0024")]
    [InlineData("12/3/202")]
    [InlineData("32 mars")]
    [InlineData("12 marsouin")]
    [InlineData("vendredi 12 mars 2026")]
    [InlineData("2s")]
    [InlineData("-2x")]
    [InlineData("-9999j")]
    [InlineData("99/99/9999")]
    [InlineData("bientôt")]
    [InlineData("12/3; DROP")]
    [InlineData("1111111111111111111111111111111111111111111111")]
    public void What_names_no_single_day_is_not_understood(string? typed) => Assert.Null(FreeDate.Read(typed, Today));

    [Fact]
    public void The_language_of_the_screen_changes_nothing()
    {
        foreach (string language in (string[])["fr-FR", "en-GB", "en-US", "tr-TR"])
        {
            using Speaking speaking = Speaking.In(language);
            Assert.Equal(Day("2026-04-03"), FreeDate.Read("3/4", Today));
            Assert.Equal(Day("2026-07-14"), FreeDate.Read("14 JUILLET", Today));
        }
    }

    [Fact]
    public void Every_day_that_the_journal_writes_is_read_back()
    {
        foreach (string language in (string[])["fr-FR", "en-GB"])
        {
            using Speaking speaking = Speaking.In(language);
            for (DateOnly day = new(2023, 12, 1); day < new DateOnly(2025, 3, 2); day = day.AddDays(1))
            {
                Assert.Equal(day, FreeDate.Read(speaking.Words.Date(day), Today));
                Assert.Equal(day, FreeDate.Read(speaking.Words.DateWithDay(day), Today));
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
