using CareJournal.Dates;

namespace CareJournal.Web.Kit;

public sealed class FreeFuzzyDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("12/3/2019", "2019-03-12")]
    [InlineData("12 mars 2019", "2019-03-12")]
    [InlineData("hier", "2026-11-21")]
    [InlineData("vers le 12 mars 2019", "2019-03-12~")]
    [InlineData("2019", "2019")]
    [InlineData("en 2019", "2019")]
    [InlineData("~2019", "2019~")]
    [InlineData("~ 2019", "2019~")]
    [InlineData("vers 2019", "2019~")]
    [InlineData("03/2019", "2019-03")]
    [InlineData("3/2019", "2019-03")]
    [InlineData("2019-03", "2019-03")]
    [InlineData("mars 2019", "2019-03")]
    [InlineData("en août 2019", "2019-08")]
    [InlineData("vers mars 2019", "2019-03~")]
    [InlineData("environ mars 2019", "2019-03~")]
    [InlineData("around March 2019", "2019-03~")]
    [InlineData("in March 2019", "2019-03")]
    [InlineData("mars", "2026-03")]
    [InlineData("décembre", "2025-12")]
    [InlineData("le mois dernier", "2026-10")]
    [InlineData("l’an dernier", "2025")]
    [InlineData("last year", "2025")]
    [InlineData("printemps 2019", "2019-21")]
    [InlineData("au printemps 2019", "2019-21")]
    [InlineData("l'été 2019", "2019-22")]
    [InlineData("pendant l’été 2019", "2019-22")]
    [InlineData("à l’automne 2019", "2019-23")]
    [InlineData("in autumn 2019", "2019-23")]
    [InlineData("l’été dernier", "2026-22")]
    [InlineData("printemps", "2026-21")]
    [InlineData("hiver", "2025-24")]
    [InlineData("hiver 2019-2020", "2019-24")]
    [InlineData("hiver 2019-20", "2019-24")]
    [InlineData("hiver 2019/2020", "2019-24")]
    [InlineData("winter 2019–2020", "2019-24")]
    [InlineData("hiver 2019", "2019-24")]
    [InlineData("hiver 2026", "2025-24")]
    [InlineData("vers l’hiver 2019-2020", "2019-24~")]
    public void A_vague_date_is_read_no_more_precisely_than_it_was_typed(string typed, string expected) =>
        Assert.Equal(expected, FreeFuzzyDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("vers")]
    [InlineData("13/2019")]
    [InlineData("00/2019")]
    [InlineData("1019")]
    [InlineData("20190")]
    [InlineData("été 2019-2020")]
    [InlineData("hiver 2019-2021")]
    [InlineData("il y a longtemps")]
    [InlineData("quand j’étais petit")]
    public void What_is_no_date_is_not_understood(string? typed) => Assert.Null(FreeFuzzyDate.Read(typed, Today));

    [Fact]
    public void Every_date_that_the_journal_writes_is_read_back()
    {
        string[] dates = ["2019-03-12", "2019-03-12~", "2019-04", "2019-04~", "2019-21", "2019-22~", "2019-23", "2019-24", "2019-24~", "2019", "2019~"];
        foreach (string language in (string[])["fr-FR", "en-GB"])
        {
            using Speaking speaking = Speaking.In(language);
            foreach (string date in dates)
            {
                Assert.Equal(date, FreeFuzzyDate.Read(speaking.Wording.Fuzzy(FuzzyDate.Parse(date)), Today)?.ToString());
            }
        }
    }
}
