using CareJournal.Settings;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Shell;

/// <summary>Tests that one sentence says by what the days are counted where the computer does not know the practice's time zone.</summary>
public sealed class ZoneBannerTests
{
    [Theory]
    [InlineData("Europe/Paris", "")]
    [InlineData("Nowhere/Unknown", "Cet ordinateur ne connaît pas le fuseau horaire du cabinet\u00a0: les jours et les heures sont comptés en temps universel, un soir ou un matin peut changer de jour.")]
    public async Task A_zone_that_the_computer_does_not_know_is_told_in_one_sentence(string zone, string sentence)
    {
        await using var test = PeopleTestContext.French();
        test.Get<PracticeClock>().UseZone(zone);
        Assert.Equal(sentence, string.Concat(test.Context.Render<ZoneBanner>().FindAll(".warning").Select(told => told.TextContent)));
    }
}
