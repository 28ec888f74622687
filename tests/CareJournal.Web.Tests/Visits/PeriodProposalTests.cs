using CareJournal.Dates;
using CareJournal.Web.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Visits;

/// <summary>Tests the title that is proposed for a period that begins.</summary>
public sealed class PeriodProposalTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task A_flare_up_gives_the_title_no_more_precise_than_it_was_told()
    {
        await using var test = PeopleTestContext.French();
        var words = test.Get<Words>();
        Assert.Equal("Poussée de mars 2024", Of(FuzzyDate.OnDay(new DateOnly(2024, 3, 12))));
        Assert.Equal("Poussée d’avril 2024", Of(FuzzyDate.InMonth(2024, 4)));
        Assert.Equal("Poussée d’octobre 2024", Of(FuzzyDate.InMonth(2024, 10).Roughly()));
        Assert.Equal("Poussée du printemps 2024", Of(FuzzyDate.InSeason(2024, Season.Spring)));
        Assert.Equal("Poussée de l’hiver 2023-2024", Of(FuzzyDate.InSeason(2023, Season.Winter)));
        Assert.Equal("Poussée de 2024", Of(FuzzyDate.InYear(2024)));

        string Of(FuzzyDate start) => PeriodProposal.Of(Day, isFirst: false, start, "Lombalgie", words);
    }

    [Theory]
    [InlineData(true, "Lombalgie", "Lombalgie")]
    [InlineData(false, "Lombalgie", "Lombalgie, novembre 2026")]
    [InlineData(true, null, "Premier contact, novembre 2026")]
    [InlineData(false, null, "Reprise de novembre 2026")]
    public async Task Else_the_reason_for_follow_up_or_the_return_does(bool isFirst, string? reason, string title)
    {
        await using var test = PeopleTestContext.French();
        Assert.Equal(title, PeriodProposal.Of(Day, isFirst, null, reason, test.Get<Words>()));
        Assert.Equal("Reprise d’août 2026", PeriodProposal.Of(new DateOnly(2026, 8, 3), isFirst: false, null, null, test.Get<Words>()));
    }
}
