using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the column that is read from near, and on a narrow screen.</summary>
public sealed class ReadingColumnTests
{
    [Fact]
    public async Task A_session_is_read_whole_and_a_pause_as_long_as_it_was()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await WritesAsync(test, person, "2026-01-12", "Reprise de la marche.", "Dix minutes par jour.", "Une note longue.\nSur deux lignes.");
        await test.HeldAsync(person, "2026-11-09");
        var column = await OpenAsync(test, person, whole: true);

        Assert.Equal(["visit", "gap", "visit"], column.FindAll("article").Select(row => row.ClassName));
        Assert.Equal("12 janvier 2026", column.FindAll("article .when")[0].Read());
        Assert.Equal(["Reprise de la marche.", "Une note longue. Sur deux lignes.", "Convenu Dix minutes par jour."], column.FindAll("article.visit")[0].QuerySelectorAll("p").Select(PeopleSight.Read));
        Assert.Equal("min-height:120.4px", column.Find("article.gap > .body").GetAttribute("style"));
        Assert.Contains("9 novembre 2026 Séance faite, rien d’écrit.", column.FindAll("article")[2].Read(), StringComparison.Ordinal);
        Assert.Equal("2026", column.Find("h2").Read());
    }

    [Fact]
    public async Task What_is_chosen_stands_in_its_place_with_what_can_be_done_with_it_and_its_name_closes_it()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-11-02");
        await test.HeldAsync(person, "2026-11-09");
        string key = TimelineItem.Visit((await test.TimelineAsync(person)).Held[0].Id);
        var column = await OpenAsync(test, person, chosen: key);

        column.WaitForAssertion(() => Assert.Contains("Modifier", column.Find($"[data-row='{key}'] #detail").Read(), StringComparison.Ordinal));
        Assert.Equal($"/patients/{person}?from=2026-10-01&to=2026-11-22", column.Find($"[data-row='{key}'] .when a").GetAttribute("href"));
        Assert.Single(column.FindAll("#detail"));
        Assert.Contains("?item=visit-", column.FindAll(".when a")[1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_window_leads_to_what_is_earlier_and_says_its_day()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-09-07");
        await test.HeldAsync(person, "2026-10-05");
        ReadingItem? asked = null;
        var column = await OpenAsync(test, person, earlier: item => asked = item);

        await column.Button("Plus tôt : 7 septembre 2026").ClickAsync(new());
        Assert.Equal(new DateOnly(2026, 9, 7), asked!.Day);
    }

    [Fact]
    public void Days_with_nothing_in_them_say_so()
    {
        PersonReading reading = new();
        PatientTimeline timeline = PatientTimeline.Create(new TimelineRows { Patient = new TimelinePatient { Id = Guid.NewGuid() } }, PeopleTestContext.Today);
        Assert.False(reading.Rest(timeline, Days(TimelineStop.Year)));
        Assert.Null(reading.Window);
        Assert.True(reading.Rest(timeline, Days(TimelineStop.Season)));
        Assert.Empty(reading.Window!.Items);
        Assert.True(reading.Rest(timeline, Days(TimelineStop.Year)));
        Assert.Null(reading.Window);
    }

    [Fact]
    public void A_fact_outside_the_days_that_are_read_is_not_in_the_column_but_a_visit_is_moved_to()
    {
        PersonReading reading = new();
        TimelineVisit visit = new(Guid.NewGuid(), null, PeopleTestContext.Today.AddYears(-2), null, VisitStatus.Held, null);
        TimelineContact contact = new() { Id = Guid.NewGuid(), On = PeopleTestContext.Today.AddYears(-2).AddDays(7) };
        PatientTimeline timeline = PatientTimeline.Create(new TimelineRows { Patient = new TimelinePatient { Id = Guid.NewGuid() }, Visits = [visit, .. Enumerable.Range(0, 12).Select(week => new TimelineVisit(Guid.NewGuid(), null, PeopleTestContext.Today.AddDays(-7 * week), null, VisitStatus.Held, null))], Contacts = [contact] }, PeopleTestContext.Today);
        Assert.True(reading.Rest(timeline, Days(TimelineStop.Season)));
        Assert.True(reading.Has(TimelineItem.Visit(visit.Id)));
        Assert.False(reading.Has(TimelineItem.Fact(contact.Id)));
        reading.Rest(timeline, new TimelineView(contact.On.AddDays(-20), contact.On.AddDays(20)) { Stop = TimelineStop.Season });
        Assert.True(reading.Has(TimelineItem.Fact(contact.Id)));
    }

    [Fact]
    public async Task On_a_narrow_screen_the_latest_is_read_then_more_and_what_was_chosen_however_long_ago()
    {
        await using var test = PeopleTestContext.French();
        PatientTimeline timeline = PatientTimeline.Create(
            new TimelineRows
            {
                Patient = new TimelinePatient { Id = Guid.NewGuid() },
                Visits = [.. Enumerable.Range(0, 200).Select(week => new TimelineVisit(Guid.NewGuid(), null, PeopleTestContext.Today.AddDays(-7 * week), null, VisitStatus.Held, null))],
            },
            PeopleTestContext.Today);
        PersonReading reading = new(narrow: true);
        reading.Arrange(timeline, null);
        Assert.Equal(timeline.Held[^1].HeldOn, Assert.Single(reading.Window!.Items).Day);
        reading.ReadMore(timeline);
        Assert.Equal(ReadingWindow.Most, reading.Window!.Items.Count);
        reading.ReadMore(timeline);
        Assert.Equal(ReadingWindow.Most + ReadingWindow.More, reading.Window!.Items.Count);

        string old = TimelineItem.Visit(timeline.Held[50].Id);
        Assert.True(reading.Has(old));
        reading.Arrange(timeline, old);
        Assert.Equal(old, ReadingKeys.Of(reading.Window!.Items[0]));
        Assert.True(reading.Measure(timeline, 900, old));
        Assert.Null(reading.Window);
    }

    private static TimelineView Days(TimelineStop stop) => new(new(2026, 10, 1), PeopleTestContext.Today) { Stop = stop };

    private static async Task WritesAsync(PeopleTestContext test, Guid person, string day, string impression, string agreed, string note) =>
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(new VisitForm
        {
            PatientId = person,
            HeldOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            Impression = impression,
            Agreed = agreed,
            Note = note,
        }));

    private static async Task<IRenderedComponent<ReadingColumn>> OpenAsync(PeopleTestContext test, Guid person, string? chosen = null, bool whole = false, Action<ReadingItem>? earlier = null)
    {
        PatientTimeline timeline = await test.TimelineAsync(person);
        PersonReading reading = new(whole);
        if (whole)
        {
            reading.Arrange(timeline, chosen);
            reading.ReadMore(timeline);
        }
        else
        {
            reading.Rest(timeline, Days(TimelineStop.Season));
        }

        var column = test.Context.Render<ReadingColumn>(part => part
            .Add(shown => shown.Timeline, timeline).Add(shown => shown.Reading, reading.Window!).Add(shown => shown.View, reading.View)
            .Add(shown => shown.Chosen, chosen).Add(shown => shown.Whole, whole).Add(shown => shown.Earlier, item => earlier?.Invoke(item)));
        column.WaitForAssertion(() => Assert.NotEmpty(column.FindAll("article")));
        return column;
    }
}
