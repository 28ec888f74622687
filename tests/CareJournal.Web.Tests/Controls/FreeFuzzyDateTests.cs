using CareJournal.Dates;
using CareJournal.Support;
using CareJournal.Web.Wording;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Web.Controls;

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
    [InlineData("l’été dernier 2019")]
    [InlineData("fin")]
    [InlineData("mi-")]
    [InlineData("fin hier")]
    [InlineData("début Noël")]
    [InlineData("il y a deux")]
    [InlineData("il y a 500 ans")]
    [InlineData("il y a quelques mois")]
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
        foreach (string language in (string[])["fr-FR", "en-GB"])
        {
            Prop.ForAll(Dates(), date =>
            {
                using Speaking speaking = Speaking.In(language);
                return FreeFuzzyDate.Readings(speaking.Words.Fuzzy(date), Today) is [var read] && read == date;
            }).Check(seed: 20261130);
        }
    }

    [Fact]
    public void What_is_understood_and_said_again_is_understood_the_same()
    {
        string[] names = ["fin mars", "mi-juin", "début 2019", "mars 19", "Noël 2021", "Pâques", "la rentrée", "l’été dernier", "il y a deux mois", "il y a trois semaines", "hier", "12/3", "vers 2019", "hiver", "last week", "end of June 2020"];
        foreach (string language in (string[])["fr-FR", "en-GB"])
        {
            using Speaking speaking = Speaking.In(language);
            for (DateOnly day = new(2024, 1, 1); day < new DateOnly(2025, 1, 1); day = day.AddDays(5))
            {
                foreach (FuzzyDate date in names.SelectMany(name => FreeFuzzyDate.Readings(name, day)))
                {
                    Assert.Equal([date], FreeFuzzyDate.Readings(speaking.Words.Fuzzy(date), day.AddDays(400)));
                }
            }
        }
    }

    private static Arbitrary<FuzzyDate> Dates() => Arb.From(
        from year in Gen.Choose(1900, 2100)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from kind in Gen.Choose(0, 3)
        from part in Gen.Elements(Enum.GetValues<DatePart>())
        from about in Gen.Elements(true, false)
        let exact = kind switch
        {
            0 => FuzzyDate.OnDay(new DateOnly(year, month, day)),
            1 => FuzzyDate.InMonth(year, month).Of(part),
            2 => FuzzyDate.InSeason(year, (Season)(((month - 1) / 3 * 3) + 3)),
            _ => FuzzyDate.InYear(year).Of(part),
        }
        select about ? exact.Roughly() : exact);
}
