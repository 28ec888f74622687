using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.LifeEvents;
using CareJournal.Support;
using CareJournal.Visits;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>Tests what of a follow-up is read, in which order, and how much of it at once.</summary>
public sealed class ReadingTests
{
    private static readonly DateOnly Today = Day("2026-11-22");

    [Fact]
    public void What_happened_is_read_as_it_happened_and_what_was_told_of_a_pause_is_inside_it()
    {
        TimelineRows rows = Rows("2025-03-03", "2025-03-17", "2026-02-10", "2026-11-10") with
        {
            FlareUps = [FlareUp(FuzzyDate.InSeason(2025, Season.Summer)), FlareUp(FuzzyDate.OnDay(Day("2025-03-17")))],
            LifeEvents = [new TimelineLifeEvent { Id = Guid.NewGuid(), Start = FuzzyDate.OnDay(Day("2025-03-17")), Kind = LifeEventKind.Move }],
            Contacts = [Contact("2025-10-14"), Contact("2026-02-10")],
        };
        Assert.Equal(
            [
                "2025-03-03 visit", "2025-03-17 life event", "2025-03-17 flare-up", "2025-03-17 visit", "2025-03-17 gap (2025-07-16 flare-up, 2025-10-14 fact)",
                "2026-02-10 visit (2026-02-10 fact)", "2026-02-10 gap", "2026-11-10 visit",
            ],
            Read(Items(rows)));
    }

    [Fact]
    public void A_period_that_has_a_name_begins_before_its_first_visit()
    {
        RecordedEpisode episode = new() { Id = Guid.NewGuid(), Title = "Reprise" };
        RecordedEpisode nameless = new() { Id = Guid.NewGuid() };
        TimelineRows rows = Rows() with
        {
            Episodes = [episode, nameless],
            Visits = [Visit("2026-11-03") with { EpisodeId = nameless.Id }, Visit("2026-11-10") with { EpisodeId = episode.Id }, Visit("2026-12-01", VisitStatus.Planned), Visit("2026-11-17", VisitStatus.NoShow)],
        };
        Assert.Equal(["2026-11-03 visit", "2026-11-10 period", "2026-11-10 visit", "2026-11-17 visit", "2026-12-01 visit"], Read(Items(rows)));
    }

    [Fact]
    public void Everything_recorded_is_read_once_and_in_the_order_of_time()
    {
        Prop.ForAll(Follow(), rows =>
        {
            PatientTimeline timeline = PatientTimeline.Create(rows, Today);
            IReadOnlyList<ReadingItem> items = ReadingItem.Of(timeline);
            int recorded = timeline.Held.Count + timeline.Planned.Count + timeline.NotHeld.Count + timeline.Gaps.Count + timeline.FlareUps.Count + timeline.Contacts.Count;
            ReadingItem[] all = [.. items.SelectMany(item => item.Inside.Prepend(item))];
            return all.Length == recorded
                && all.OfType<ReadingItem.OfVisit>().Select(item => item.Visit.Id).Distinct().Count() == rows.Visits.Count
                && items.Zip(items.Skip(1)).All(pair => pair.First.Day <= pair.Second.Day)
                && items.All(item => item.Inside.All(inside => inside.Day >= item.From && inside.Day <= item.To));
        }).Check(seed: 20261130);
    }

    [Fact]
    public void In_a_window_is_what_lies_in_its_days_also_in_part_and_the_way_to_the_nearest_visits()
    {
        IReadOnlyList<ReadingItem> items = Items(Rows("2024-01-08", "2024-01-22", "2025-03-03", "2025-03-17", "2026-11-10") with { FlareUps = [FlareUp(FuzzyDate.InSeason(2024, Season.Winter))] });

        ReadingWindow inPause = ReadingWindow.Of(items, Day("2024-05-01"), Day("2024-07-31"));
        Assert.Equal(["2024-01-22 gap (2025-01-14 flare-up)"], Read(inPause.Items));
        Assert.Equal((Day("2024-01-22"), Day("2025-03-03")), (inPause.Earlier!.Day, inPause.Later!.Day));

        ReadingWindow spring = ReadingWindow.Of(items, Day("2025-03-03"), Day("2025-06-01"));
        Assert.Equal(["2024-01-22 gap (2025-01-14 flare-up)", "2025-03-03 visit", "2025-03-17 visit", "2025-03-17 gap"], Read(spring.Items));

        ReadingWindow before = ReadingWindow.Of(items, Day("2020-01-01"), Day("2024-01-07"));
        Assert.Empty(before.Items);
        Assert.Null(before.Earlier);
        Assert.Null(ReadingWindow.Of(items, Day("2026-11-01"), Today).Later);
    }

    [Fact]
    public void However_long_a_follow_up_is_only_what_is_in_the_window_is_read()
    {
        PatientTimeline timeline = PatientTimeline.Create(
            Rows() with { Visits = [.. Enumerable.Range(0, 2000).Select(visit => Visit(Today.AddDays(-7 * visit).ToString("yyyy-MM-dd")))] }, Today);
        IReadOnlyList<ReadingItem> items = ReadingItem.Of(timeline);
        Assert.InRange(ReadingWindow.Of(items, Today.AddDays(-92), Today).Items.Count, 13, 14);
        Assert.Equal(ReadingWindow.Most, ReadingWindow.Latest(items));
        ReadingWindow last = ReadingWindow.Last(items, ReadingWindow.Latest(items));
        Assert.Equal((ReadingWindow.Most, Today, Today.AddDays(-7 * ReadingWindow.Most)), (last.Items.Count, last.Items[^1].Day, last.Earlier!.Day));
    }

    [Theory]
    [InlineData(6, "2026-11-10")]
    [InlineData(6, "2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27", "2026-11-10")] // With the pause before it, two: a little more is read.
    [InlineData(8, "2024-01-08", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16")]
    public void Reading_begins_with_the_latest_period_and_the_pause_before_it(int count, params string[] days) =>
        Assert.Equal(count, ReadingWindow.Latest(Items(Rows(days))));

    [Fact]
    public void A_short_reading_begins_on_the_day_of_the_last_held_visit_and_goes_on_to_what_came_after_it()
    {
        IReadOnlyList<ReadingItem> items = Items(Rows("2024-01-08", "2025-01-06", "2025-01-13") with { Contacts = [Contact("2025-03-03")] });
        ReadingWindow window = ReadingWindow.Last(items, ReadingWindow.FromLastVisit(items));
        Assert.Equal(["2025-01-13 visit", "2025-01-13 gap (2025-03-03 fact)"], Read(window.Items));
        Assert.Equal(Day("2025-01-06"), window.Earlier!.Day);
        Assert.Equal(ReadingWindow.Latest([]), ReadingWindow.FromLastVisit([]));
    }

    private static IReadOnlyList<ReadingItem> Items(TimelineRows rows) => ReadingItem.Of(PatientTimeline.Create(rows, Today));

    private static string[] Read(IReadOnlyList<ReadingItem> items) => [.. items.Select(item =>
        $"{item.Day:yyyy-MM-dd} {Kind(item)}{(item.Inside.Count == 0 ? "" : $" ({string.Join(", ", Read(item.Inside))})")}")];

    private static string Kind(ReadingItem item) => item switch
    {
        ReadingItem.OfPeriod => "period",
        ReadingItem.OfVisit => "visit",
        ReadingItem.OfGap => "gap",
        ReadingItem.OfFlareUp => "flare-up",
        ReadingItem.OfLifeEvent => "life event",
        _ => "fact",
    };

    private static Arbitrary<TimelineRows> Follow() =>
        (from visits in Gen.Choose(0, 4000).ListOf()
         from flareUps in Gen.Choose(0, 4000).ListOf()
         from contacts in Gen.Choose(0, 4000).ListOf()
         select Rows() with
         {
             Visits = [.. visits.Select((ago, index) => Visit(Today.AddDays(200 - ago).ToString("yyyy-MM-dd"), ago < 200 ? VisitStatus.Planned : index % 5 == 0 ? VisitStatus.NoShow : VisitStatus.Held))],
             FlareUps = [.. flareUps.Select(ago => FlareUp(FuzzyDate.OnDay(Today.AddDays(-ago))))],
             Contacts = [.. contacts.Select(ago => Contact(Today.AddDays(-ago).ToString("yyyy-MM-dd")))],
         }).ToArbitrary();

    private static TimelineRows Rows(params string[] days) => new() { Patient = new TimelinePatient { Id = Guid.NewGuid() }, Visits = [.. days.Select(day => Visit(day))] };

    private static TimelineVisit Visit(string day, VisitStatus status = VisitStatus.Held) => new(Guid.NewGuid(), null, Day(day), null, status, null);

    private static TimelineFlareUp FlareUp(FuzzyDate start) => new() { Id = Guid.NewGuid(), Start = start, End = start };

    private static TimelineContact Contact(string day) => new() { Id = Guid.NewGuid(), On = Day(day), Channel = ContactChannel.Letter };
}
