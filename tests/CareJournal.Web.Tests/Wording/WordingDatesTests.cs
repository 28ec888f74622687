using System.Globalization;
using CareJournal.Dates;

namespace CareJournal.Web.Wording;

public sealed class WordingDatesTests
{
    [Theory]
    [InlineData("2024-03-12", "2024-03-12", "0_jour", "0_days")]
    [InlineData("2024-03-12", "2024-03-13", "1_jour", "1_day")]
    [InlineData("2024-03-12", "2024-03-25", "13_jours", "13_days")]
    [InlineData("2024-03-12", "2024-03-26", "2_semaines", "2_weeks")]
    [InlineData("2024-03-12", "2024-04-08", "3_semaines", "3_weeks")]
    [InlineData("2024-03-12", "2024-06-11", "13_semaines", "13_weeks")]
    [InlineData("2024-03-12", "2024-06-12", "3_mois", "3_months")]
    [InlineData("2024-03-12", "2025-03-11", "11_mois", "11_months")]
    [InlineData("2024-03-12", "2025-03-12", "1_an", "1_year")]
    [InlineData("2024-03-12", "2025-04-12", "1_an et 1_mois", "1_year and 1_month")]
    [InlineData("2024-03-12", "2025-04-11", "1_an", "1_year")]
    [InlineData("2014-03-12", "2024-11-12", "10_ans et 8_mois", "10_years and 8_months")]
    [InlineData("2016-04-18", "2016-12-19", "8_mois", "8_months")]
    [InlineData("2017-02-13", "2018-02-19", "1_an", "1_year")]
    [InlineData("2018-11-26", "2019-09-02", "9_mois", "9_months")]
    [InlineData("2024-08-31", "2025-02-27", "5_mois", "5_months")]
    [InlineData("2024-08-31", "2025-02-28", "6_mois", "6_months")]
    [InlineData("2024-02-29", "2025-02-27", "11_mois", "11_months")]
    [InlineData("2024-02-29", "2025-02-28", "1_an", "1_year")]
    [InlineData("2023-11-30", "2024-02-28", "12_semaines", "12_weeks")]
    [InlineData("2023-11-30", "2024-02-29", "3_mois", "3_months")]
    public void A_length_is_written_in_days_then_weeks_then_months_and_years(string from, string to, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.Duration(Day(from), Day(to)));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.Duration(Day(from), Day(to)));
        }
    }

    [Fact]
    public void A_length_backwards_is_refused()
    {
        using Speaking speaking = Speaking.French();
        Assert.Throws<ArgumentOutOfRangeException>(() => speaking.Words.Duration(Day("2024-03-12"), Day("2024-03-11")));
    }

    [Theory]
    [InlineData(10.5, "11_jours", "11_days")]
    [InlineData(14, "2_semaines", "2_weeks")]
    [InlineData(28, "4_semaines", "4_weeks")]
    [InlineData(30, "4_semaines", "4_weeks")]
    [InlineData(56, "8_semaines", "8_weeks")]
    [InlineData(90, "3_mois", "3_months")]
    [InlineData(280, "9_mois", "9_months")]
    [InlineData(365, "1_an", "1_year")]
    public void A_usual_interval_is_written_as_one_speaks_of_it(double days, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.Interval((decimal)days));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.Interval((decimal)days));
        }
    }

    [Theory]
    [InlineData("2024-03-12", "aujourd’hui", "today")]
    [InlineData("2024-03-11", "hier", "yesterday")]
    [InlineData("2024-03-10", "il y a 2_jours", "2_days ago")]
    [InlineData("2023-10-12", "il y a 5_mois", "5_months ago")]
    [InlineData("2024-03-13", "le 13_mars_2024", "on 13_March_2024")]
    [InlineData("2024-04-02", "le 2_avril_2024", "on 2_April_2024")]
    public void How_long_ago_is_counted_from_today(string day, string french, string english)
    {
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.Since(Day(day), Day("2024-03-12")));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.Since(Day(day), Day("2024-03-12")));
        }
    }

    [Fact]
    public void French_dates_are_written_out()
    {
        using Speaking speaking = Speaking.French();
        Words words = speaking.Words;
        Assert.Equal(Fixed("12_mars_2024"), words.Date(Day("2024-03-12")));
        Assert.Equal(Fixed("1ᵉʳ_mars_2024"), words.Date(Day("2024-03-01")));
        Assert.Equal(Fixed("le 1ᵉʳ_août_2024"), words.On(Day("2024-08-01")));
        Assert.Equal(Fixed("21_février"), words.DayMonth(Day("2024-02-21")));
        Assert.Equal(Fixed("décembre_2024"), words.Month(Day("2024-12-31")));
        Assert.Equal(Fixed("mardi_12_mars_2024"), words.DateWithDay(Day("2024-03-12")));
        Assert.Equal(Fixed("du 1ᵉʳ_mars_2024 au 3_mai_2024"), words.Range(Day("2024-03-01"), Day("2024-05-03")));
        Assert.Equal(Fixed("14_h_30"), words.Time(new TimeOnly(14, 30)));
        Assert.Equal(Fixed("9_h_05"), words.Time(new TimeOnly(9, 5)));
        Assert.Equal(Fixed("9_h"), words.Time(new TimeOnly(9, 0)));
        Assert.Equal(Fixed("le 12_mars_2024 à 14_h_22"), words.Moment(new DateTime(2024, 3, 12, 14, 22, 59, DateTimeKind.Unspecified)));
        Assert.Equal(Fixed("54_ans"), words.Age(Day("1970-03-12"), Day("2024-03-12")));
        Assert.Equal(Fixed("1_an"), words.Age(Day("2022-03-13"), Day("2024-03-12")));
    }

    [Fact]
    public void English_dates_are_written_out()
    {
        using Speaking speaking = Speaking.English();
        Words words = speaking.Words;
        Assert.Equal(Fixed("12_March_2024"), words.Date(Day("2024-03-12")));
        Assert.Equal(Fixed("1_March_2024"), words.Date(Day("2024-03-01")));
        Assert.Equal(Fixed("Tuesday_12_March_2024"), words.DateWithDay(Day("2024-03-12")));
        Assert.Equal("14:30", words.Time(new TimeOnly(14, 30)));
        Assert.Equal("09:00", words.Time(new TimeOnly(9, 0)));
        Assert.Equal(Fixed("on 12_March_2024 at 14:22"), words.Moment(new DateTime(2024, 3, 12, 14, 22, 0, DateTimeKind.Unspecified)));
        Assert.Equal("54", words.Age(Day("1970-03-12"), Day("2024-03-12")));
    }

    [Theory]
    [InlineData("2024-03-12", "le 12_mars_2024", "on 12_March_2024")]
    [InlineData("2024-03-12~", "vers le 12_mars_2024", "around 12_March_2024")]
    [InlineData("2024-03", "en mars_2024", "in March_2024")]
    [InlineData("2024-03~", "vers mars_2024", "around March_2024")]
    [InlineData("2024-04", "en avril_2024", "in April_2024")]
    [InlineData("2024-21", "au printemps_2024", "in spring_2024")]
    [InlineData("2024-22", "pendant l’été_2024", "in summer_2024")]
    [InlineData("2024-23", "à l’automne_2024", "in autumn_2024")]
    [InlineData("2023-24", "pendant l’hiver_2023-2024", "in winter_2023–2024")]
    [InlineData("2023-24~", "vers l’hiver_2023-2024", "around winter_2023–2024")]
    [InlineData("2024", "en_2024", "in_2024")]
    [InlineData("2024~", "vers_2024", "around_2024")]
    public void A_vague_date_is_written_no_more_precisely_than_it_was_reported(string stored, string french, string english)
    {
        FuzzyDate date = FuzzyDate.Parse(stored);
        using (Speaking speaking = Speaking.French())
        {
            Assert.Equal(Fixed(french), speaking.Words.Fuzzy(date));
        }

        using (Speaking speaking = Speaking.English())
        {
            Assert.Equal(Fixed(english), speaking.Words.Fuzzy(date));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Fixed(string text) => text.Replace('_', '\u00a0');
}
