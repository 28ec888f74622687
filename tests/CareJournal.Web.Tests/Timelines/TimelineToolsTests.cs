using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Timelines;

/// <summary>Tests that the buttons of the drawing lead only to what the follow-up holds.</summary>
public sealed class TimelineToolsTests
{
    [Fact]
    public async Task What_a_follow_up_does_not_hold_is_not_walked_through()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-11-10");
        Assert.Empty(await WalksAsync(test, person));

        await test.HeldAsync(person, "2025-11-10");
        Assert.Equal(["Pause", "Période"], await WalksAsync(test, person));

        PeopleTestContext.Saved(await test.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2026, 2) }));
        Assert.Equal(["Pause", "Poussée", "Période"], await WalksAsync(test, person));
    }

    private static async Task<IReadOnlyList<string>> WalksAsync(PeopleTestContext test, Guid person)
    {
        var timeline = await test.TimelineAsync(person);
        var ladder = TimelineLadder.Create(new TimelineExtent(100, 100, 3700, 300, OpensWhole: false), 1200);
        var tools = test.Context.Render<TimelineTools>(shown => shown.Add(one => one.Ladder, ladder).Add(one => one.Timeline, timeline));
        return [.. tools.FindAll(".walk").Select(walk => walk.GetAttribute("aria-label")!)];
    }
}
