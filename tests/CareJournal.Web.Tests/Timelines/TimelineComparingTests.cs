using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Timelines;

/// <summary>Tests that a comparison keeps the unit in which a date was remembered.</summary>
public sealed class TimelineComparingTests
{
    [Fact]
    public async Task A_flare_up_is_named_as_it_was_reported_and_its_bar_is_certain_only_where_it_is()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await ReportedAsync(test, person, FuzzyDate.OnDay(new DateOnly(2023, 3, 1)), FuzzyDate.OnDay(new DateOnly(2023, 3, 12)));
        var vague = await ReportedAsync(test, person, FuzzyDate.InSeason(2024, Season.Autumn), FuzzyDate.InMonth(2025, 2));
        var timeline = await test.TimelineAsync(person);
        var page = test.Context.Render<TimelineComparing>(shown => shown.Add(one => one.Timeline, timeline).Add(one => one.What, TimelineItem.FlareUp(vague)));
        Assert.Equal(["à l’automne 2024", "le 1ᵉʳ mars 2023"], page.FindAll("text.lane").Select(PeopleSight.Read));
        Assert.Equal(["bar vague", "certain", "bar"], page.FindAll("rect").Select(bar => bar.ClassName!));
    }

    private static async Task<Guid> ReportedAsync(PeopleTestContext test, Guid person, FuzzyDate start, FuzzyDate end) =>
        PeopleTestContext.Saved(await test.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = start, End = end })).RowId;
}
